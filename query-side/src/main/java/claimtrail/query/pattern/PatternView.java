package claimtrail.query.pattern;

import claimtrail.metric.pattern.PatternScore.Improvement;
import claimtrail.metric.pattern.PatternScore.Rate;
import claimtrail.query.number.Measured;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A pattern as it stands, with what it costs and how it weighs.
///
/// @param number absent for one that a detector found
/// @param codes scope; empty: every code
/// @param tier `critical`, `high`, `medium`, `low`
/// @param shareRank 1 = the largest share of the money that patterns denied; equals share a place
/// @param averageDeniedCents absent where nothing was denied
/// @param recoverableCents all, half or nothing of what is at risk
/// @param rate of the window
/// @param lastDays the last 30 days
/// @param daysBefore the 30 days before those
/// @param detector which found it; absent where somebody told of it
/// @param baseline absent where nobody has fixed one
/// @param current the rate of the last 60 days
/// @param improvement from the baseline to now; absent without one, where it is 0, and while their days overlap
/// @param appealRate of the claims submitted in the window
/// @param verdict `churn` where 60 % of at least 5 decided appeals won, `sticky` where 60 % lost; else absent
/// @param learningProgress 0–100; says nothing about outcomes
/// @param asserted figures of the source, told under its own names; nobody counts them
/// @param origin who found the pattern, and who asserts its figures
/// @param explain where each number is re-added from its postings
public record PatternView(
        UUID id,
        @Nullable String number,
        String title,
        String category,
        String reasonClass,
        List<String> codes,
        String origin,
        @Nullable String detector,
        LocalDate detectedOn,
        String status,
        String tier,
        Score score,
        int shareRank,
        @Nullable Long averageDeniedCents,
        long atRiskCents,
        long recoverableCents,
        String recoveryStatus,
        Measured rate,
        Rate lastDays,
        Rate daysBefore,
        @Nullable Baseline baseline,
        Measured current,
        @Nullable Improvement improvement,
        Measured appealRate,
        Measured overturnRate,
        @Nullable String verdict,
        int learningProgress,
        long sessions,
        long correctionsApplied,
        long correctionsReported,
        JsonNode asserted,
        Map<String, String> explain) {

    /// How often it denied when it was found; fixed once, and again only while provisional.
    ///
    /// @param from first day of decision
    /// @param rate denied of decided claims that it could have caught; explained by what was known then
    /// @param provisional too few claims were decided
    /// @param event the fact that says so
    public record Baseline(
            LocalDate from, LocalDate to, Measured rate, long deniedCents, boolean provisional, String event) {}

    /// How a pattern weighs.
    ///
    /// @param frequency claims denied
    /// @param trend `up`, `down`, `stable`; down is good
    /// @param velocity denials a month
    /// @param confidence 0–100
    /// @param recency days since the last denial; absent where there was none
    public record Score(
            long frequency,
            long impactCents,
            String trend,
            BigDecimal velocity,
            int confidence,
            @Nullable Long recency) {}

    /// A number of the source, or the title of one that has none.
    public String shown() {
        return number == null ? title : number;
    }
}
