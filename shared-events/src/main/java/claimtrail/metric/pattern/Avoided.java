package claimtrail.metric.pattern;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What would have been denied in a window if a pattern still denied as often as when it was found, less what was.
/// An estimate (`avoided.estimate/1`): the rate may have fallen for other reasons, so it is never added to booked
/// money.
public final class Avoided {

    /// Of a normal distribution, 95 of 100 lie within so many standard errors.
    private static final BigDecimal STANDARD_ERRORS = new BigDecimal("1.96");

    private static final MathContext EXACT = MathContext.DECIMAL128;

    private Avoided() {}

    /// Claims that a pattern could have caught and that were decided, and what it did to them.
    ///
    /// @param decided claims exposed and first decided
    /// @param denied of them, those denied by the pattern
    /// @param deniedCents what these denials deny
    public record Counts(long decided, long denied, long deniedCents) {

        private BigDecimal rate() {
            return BigDecimal.valueOf(denied).divide(BigDecimal.valueOf(decided), EXACT);
        }

        /// Of an observed proportion.
        private BigDecimal variance() {
            return rate().multiply(BigDecimal.ONE.subtract(rate())).divide(BigDecimal.valueOf(decided), EXACT);
        }
    }

    /// Why a pattern has no part in the estimate.
    public enum LeftOut {
        /// Nobody has fixed how often it denied when it was found.
        NO_BASELINE,
        /// The baseline rests on too few claims and may be fixed again.
        PROVISIONAL,
        /// The window begins before the days of the baseline are over.
        OVERLAPS,
        /// No claim that it could have caught was decided, in the window or in the days of the baseline.
        NOTHING_DECIDED,
        /// It denies at least as often as when it was found.
        NOT_LOWER
    }

    /// Whether a pattern whose baseline is fixed and over has a part; empty: it has.
    public static Optional<LeftOut> leftOut(Counts baseline, Counts window) {
        if (baseline.decided() == 0 || window.decided() == 0) {
            return Optional.of(LeftOut.NOTHING_DECIDED);
        }
        return window.denied() * baseline.decided() >= baseline.denied() * window.decided()
                ? Optional.of(LeftOut.NOT_LOWER)
                : Optional.empty();
    }

    /// The part of one pattern.
    ///
    /// @param cents what it would have denied more, exact
    /// @param averageCents of a denial in the window; where it denied nothing there, of the days of the baseline
    /// @param error the standard error of the cents, from both proportions
    public record Share(BigDecimal cents, BigDecimal averageCents, BigDecimal error) {

        /// In whole cents, rounded half up.
        public long roundedCents() {
            return rounded(cents);
        }

        /// The average denial in whole cents, rounded half up.
        public long roundedAverageCents() {
            return rounded(averageCents);
        }
    }

    /// The part of a pattern that is not left out.
    public static Share share(Counts baseline, Counts window) {
        var of = window.denied() == 0 ? baseline : window;
        var average = BigDecimal.valueOf(of.deniedCents()).divide(BigDecimal.valueOf(of.denied()), EXACT);
        var decided = BigDecimal.valueOf(window.decided());
        var expected = baseline.rate().multiply(decided);
        return new Share(
                expected.subtract(BigDecimal.valueOf(window.denied())).multiply(average),
                average,
                baseline.variance()
                        .add(window.variance())
                        .sqrt(EXACT)
                        .multiply(decided)
                        .multiply(average));
    }

    /// All shares together.
    ///
    /// @param cents the estimate
    /// @param lowCents 95 of 100 such intervals hold the truth; may be below 0
    /// @param highCents the other end; absent, as is the low one, where no pattern has a part
    public record Estimate(
            long cents, @Nullable Long lowCents, @Nullable Long highCents) {}

    /// Shares add up; their errors as those of independent proportions.
    public static Estimate of(List<Share> shares) {
        var cents = BigDecimal.ZERO;
        var squares = BigDecimal.ZERO;
        for (var share : shares) {
            cents = cents.add(share.cents());
            squares = squares.add(share.error().multiply(share.error()));
        }
        if (shares.isEmpty()) {
            return new Estimate(0, null, null);
        }
        var reach = squares.sqrt(EXACT).multiply(STANDARD_ERRORS);
        return new Estimate(rounded(cents), rounded(cents.subtract(reach)), rounded(cents.add(reach)));
    }

    private static long rounded(BigDecimal cents) {
        return cents.setScale(0, RoundingMode.HALF_UP).longValueExact();
    }
}
