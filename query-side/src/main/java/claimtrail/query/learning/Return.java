package claimtrail.query.learning;

import claimtrail.metric.pattern.Avoided;
import claimtrail.metric.pattern.Avoided.Counts;
import claimtrail.query.estimate.AvoidedView;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What practice may have brought, as far as anybody can tell, beside what it cost. Never added to booked money.
///
/// @param id `roi.estimate`
/// @param text what it means, for an auditor
/// @param estimate always true: never booked
/// @param estimateCents sum of the shares
/// @param lowCents 95 of 100 such intervals hold the truth; absent where no pattern has a share
/// @param costCents of the time, the figure `roi.cost`
/// @param percent estimate less cost, of the cost; two decimals; absent where nothing was spent
/// @param shares what each pattern contributes, from its first correction on
/// @param leftOut patterns that were practised and contribute nothing
public record Return(
        String id,
        int version,
        String shown,
        String text,
        boolean estimate,
        State state,
        long estimateCents,
        @Nullable Long lowCents,
        @Nullable Long highCents,
        long costCents,
        @Nullable BigDecimal percent,
        List<AvoidedView.Share> shares,
        List<Without> leftOut) {

    private static final String TEXT =
            "An estimate: the avoided denials of patterns that were practised, each from the day on which its first"
                    + " correction holds, beside the cost of the time that was spent. The rate may have fallen for other"
                    + " reasons; never added to money booked.";

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /// How far it has come.
    public enum State {
        /// Nobody has practised and nothing was corrected.
        NOT_STARTED,
        /// Nothing avoided can be shown yet.
        IN_PROGRESS,
        POSITIVE
    }

    /// A pattern that contributes nothing.
    ///
    /// @param why `NO_CORRECTION`, else as in the estimate of avoided denials
    public record Without(UUID pattern, String why) {}

    /// @param begun whether there was any sitting or correction
    static Return of(boolean begun, long costCents, List<AvoidedView.Share> shares, List<Without> leftOut) {
        var cents = shares.stream().mapToLong(AvoidedView.Share::cents).sum();
        var estimate = Avoided.of(shares.stream()
                .map(it -> Avoided.share(counts(it.baseline()), counts(it.window())))
                .toList());
        return new Return(
                "roi.estimate",
                1,
                "Return (estimate)",
                TEXT,
                true,
                cents > 0 ? State.POSITIVE : begun ? State.IN_PROGRESS : State.NOT_STARTED,
                cents,
                estimate.lowCents(),
                estimate.highCents(),
                costCents,
                costCents == 0
                        ? null
                        : BigDecimal.valueOf(cents - costCents)
                                .multiply(HUNDRED)
                                .divide(BigDecimal.valueOf(costCents), 2, RoundingMode.HALF_UP),
                List.copyOf(shares),
                List.copyOf(leftOut));
    }

    private static Counts counts(AvoidedView.Days days) {
        return new Counts(days.decided(), days.denied(), days.deniedCents());
    }
}
