package claimtrail.query.estimate;

import claimtrail.metric.pattern.Avoided.Counts;
import claimtrail.metric.pattern.Avoided.LeftOut;
import claimtrail.metric.pattern.PatternScore.Rate;
import claimtrail.query.number.Measured;
import claimtrail.query.web.Asked;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Denials avoided, as far as anybody can tell.
///
/// @param id `avoided.estimate`
/// @param text what it means, for an auditor
/// @param estimate always true: never booked
/// @param cents the estimate
/// @param lowCents 95 of 100 such intervals hold the truth; absent where no pattern has a part
/// @param shares what each pattern contributes, the largest first
/// @param leftOut the other patterns that were known, and why they have no part
/// @param page where all this is shown to people
public record AvoidedView(
        String id,
        int version,
        String shown,
        String text,
        boolean estimate,
        long cents,
        @Nullable Long lowCents,
        @Nullable Long highCents,
        List<Share> shares,
        List<Without> leftOut,
        String page) {

    /// A pattern.
    ///
    /// @param number absent where a detector found it
    public record Named(UUID id, @Nullable String number, String title) {}

    /// Counts of some days.
    ///
    /// @param decided claims that the pattern could have caught and that were decided
    /// @param denied of them, those that it caught
    /// @param rate denied of decided, percent with two decimals; absent where nothing was decided
    /// @param event the fact that fixed them; absent where they are sums of postings
    /// @param explain where the postings of decided and denied are listed; absent where a fact fixed them
    /// @param explainCents the same for the denied money
    public record Days(
            LocalDate from,
            LocalDate to,
            long decided,
            long denied,
            long deniedCents,
            @Nullable BigDecimal rate,
            @Nullable String event,
            @Nullable String explain,
            @Nullable String explainCents) {

        /// As a fact fixed them.
        static Days fixed(LocalDate from, LocalDate to, Counts counts, String event) {
            return of(from, to, counts, event, null, null);
        }

        /// As they are counted for a pattern.
        static Days counted(Asked asked, Counts counts, UUID pattern) {
            var subject = "pattern=" + pattern;
            return of(
                    asked.window().from(),
                    asked.window().to(),
                    counts,
                    null,
                    Measured.explain("pattern.rate", asked, subject),
                    Measured.explain("pattern.impact", asked, subject));
        }

        private static Days of(
                LocalDate from,
                LocalDate to,
                Counts counts,
                @Nullable String event,
                @Nullable String explain,
                @Nullable String explainCents) {
            return new Days(
                    from,
                    to,
                    counts.decided(),
                    counts.denied(),
                    counts.deniedCents(),
                    new Rate(counts.denied(), counts.decided()).percent(),
                    event,
                    explain,
                    explainCents);
        }
    }

    /// What one pattern contributes.
    ///
    /// @param averageCents of a denial in the window; of the baseline where nothing was denied in the window
    public record Share(Named pattern, Days baseline, Days window, long averageCents, long cents) {}

    /// A pattern that contributes nothing.
    public record Without(Named pattern, LeftOut why) {}
}
