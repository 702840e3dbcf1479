package claimtrail.metric.pattern;

import claimtrail.event.pattern.PatternEvent.RecoveryStatus;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/// How a pattern weighs. Pure arithmetic on sums of postings; nothing here is stored.
public final class PatternScore {

    /// Days that a score looks back, the day itself included.
    public static final int DAYS = 180;

    private static final int MONTH = 30;
    private static final int QUARTER = 90;
    private static final int FEW_DENIALS = 4;
    private static final long DEAD_BAND_HUNDREDTHS = 50;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private PatternScore() {}

    /// Denied of decided claims in some days.
    public record Rate(long denied, long decided) {

        /// Percent, two decimals; absent where nothing was decided.
        public @Nullable BigDecimal percent() {
            return decided == 0
                    ? null
                    : BigDecimal.valueOf(denied)
                            .multiply(HUNDRED)
                            .divide(BigDecimal.valueOf(decided), 2, RoundingMode.HALF_UP);
        }
    }

    /// How far a rate has fallen.
    ///
    /// @param percent of the earlier rate, two decimals; below 0 where it rose
    /// @param points earlier less later rate in percent, two decimals
    public record Improvement(BigDecimal percent, BigDecimal points) {}

    /// Where a rate goes. Down is good.
    public enum Trend {
        UP,
        DOWN,
        STABLE
    }

    /// How urgent a pattern is.
    public enum Tier {
        CRITICAL,
        HIGH,
        MEDIUM,
        LOW
    }

    /// More than these make a tier. They are settings, each with the day from which it holds.
    ///
    /// @param criticalClaims claims denied, if the money is as much
    /// @param highClaims the same of the next tier
    /// @param mediumClaims claims denied, whatever the money
    public record Tiers(long criticalClaims, long criticalCents, long highClaims, long highCents, long mediumClaims) {

        /// What we ship.
        public static final Tiers STANDARD = new Tiers(20, 5_000_00, 10, 2_000_00, 5);

        /// By claims denied and money denied in the days of the score.
        public Tier of(long frequency, long impactCents) {
            if (frequency > criticalClaims && impactCents > criticalCents) {
                return Tier.CRITICAL;
            }
            if (frequency > highClaims && impactCents > highCents) {
                return Tier.HIGH;
            }
            return frequency > mediumClaims ? Tier.MEDIUM : Tier.LOW;
        }
    }

    /// Last 30 days against the 30 before. Stable where both together have fewer than 4 denials, where either has
    /// no decision, and within half a point.
    public static Trend trend(Rate last, Rate before) {
        if (last.denied() + before.denied() < FEW_DENIALS || last.decided() == 0 || before.decided() == 0) {
            return Trend.STABLE;
        }
        var now = BigDecimal.valueOf(last.denied()).multiply(BigDecimal.valueOf(before.decided()));
        var then = BigDecimal.valueOf(before.denied()).multiply(BigDecimal.valueOf(last.decided()));
        var band = BigDecimal.valueOf(last.decided())
                .multiply(BigDecimal.valueOf(before.decided()))
                .multiply(BigDecimal.valueOf(DEAD_BAND_HUNDREDTHS, 4));
        var difference = now.subtract(then);
        if (difference.abs().compareTo(band) <= 0) {
            return Trend.STABLE;
        }
        return difference.signum() > 0 ? Trend.UP : Trend.DOWN;
    }

    /// How far a rate has fallen since it was fixed; absent where the earlier rate is 0 or either is not known.
    public static @Nullable Improvement improvement(Rate baseline, Rate current) {
        if (baseline.denied() == 0 || baseline.decided() == 0 || current.decided() == 0) {
            return null;
        }
        var before = BigDecimal.valueOf(baseline.denied()).multiply(BigDecimal.valueOf(current.decided()));
        var fallen = before.subtract(
                        BigDecimal.valueOf(current.denied()).multiply(BigDecimal.valueOf(baseline.decided())))
                .multiply(HUNDRED);
        var both = BigDecimal.valueOf(baseline.decided()).multiply(BigDecimal.valueOf(current.decided()));
        return new Improvement(
                fallen.divide(before, 2, RoundingMode.HALF_UP), fallen.divide(both, 2, RoundingMode.HALF_UP));
    }

    /// Denials a month since the pattern is known, at most over the days of the score. One decimal.
    public static BigDecimal velocity(long frequency, LocalDate detectedOn, LocalDate day) {
        var known = Math.min(DAYS, ChronoUnit.DAYS.between(detectedOn, day));
        var days = Math.max(MONTH, known);
        return BigDecimal.valueOf(frequency * MONTH).divide(BigDecimal.valueOf(days), 1, RoundingMode.HALF_UP);
    }

    /// How sure we can be that the pattern is one: 0–100. Up to 40 for ten denials, 30 for denials over 90 days,
    /// 30 for one denial a month between the first and the last.
    ///
    /// @param first day of the first denial; absent where there is none
    /// @param last day of the last denial
    public static int confidence(long frequency, @Nullable LocalDate first, @Nullable LocalDate last) {
        if (frequency <= 0 || first == null || last == null) {
            return 0;
        }
        var span = ChronoUnit.DAYS.between(first, last);
        var many = BigDecimal.valueOf(4 * Math.min(frequency, 10));
        var months = BigDecimal.valueOf(MONTH * Math.min(span, QUARTER))
                .divide(BigDecimal.valueOf(QUARTER), 6, RoundingMode.HALF_UP);
        var dense = span <= MONTH || frequency * MONTH >= span
                ? BigDecimal.valueOf(MONTH)
                : BigDecimal.valueOf(MONTH * frequency * MONTH)
                        .divide(BigDecimal.valueOf(span), 6, RoundingMode.HALF_UP);
        return many.add(months).add(dense).setScale(0, RoundingMode.HALF_UP).intValueExact();
    }

    /// Whole days since the last denial; absent where there is none.
    public static @Nullable Long recency(@Nullable LocalDate last, LocalDate day) {
        return last == null ? null : (Long) ChronoUnit.DAYS.between(last, day);
    }

    /// Of the money at risk, what can still be had: all, half or nothing.
    public static long recoverableCents(long atRiskCents, RecoveryStatus status) {
        return switch (status) {
            case RECOVERABLE -> atRiskCents;
            case PARTIAL ->
                BigDecimal.valueOf(atRiskCents)
                        .divide(BigDecimal.TWO, 0, RoundingMode.HALF_UP)
                        .longValueExact();
            case NOT_RECOVERABLE -> 0;
        };
    }

    /// The status where nobody has said it: by the class of the reason.
    public static RecoveryStatus recovery(String reasonClass) {
        return switch (reasonClass) {
            case "MOD25", "MODIFIER_OTHER", "DOCUMENTATION", "DATA", "PATIENT_INFO", "OTHER_PAYER" ->
                RecoveryStatus.RECOVERABLE;
            case "AUTHORIZATION", "BUNDLED", "TIMELY", "NOT_COVERED", "COVERAGE_DATES", "DUPLICATE", "FREQUENCY" ->
                RecoveryStatus.NOT_RECOVERABLE;
            default -> RecoveryStatus.PARTIAL;
        };
    }

    /// What practice on a pattern has earned, 0–100. It says nothing about outcomes.
    public static long learningProgress(long points) {
        return Math.clamp(points, 0, 100);
    }
}
