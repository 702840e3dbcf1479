package claimtrail.query.number;

import claimtrail.metric.Times;
import claimtrail.query.number.Definition.Unit;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/// A figure with what it was made of.
///
/// @param value in the unit of its definition; absent for an empty denominator, which is not 0
/// @param denominator absent where nothing is divided
public record Value(
        @Nullable BigDecimal value,
        long numerator,
        @Nullable Long denominator) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int RATE_DECIMALS = 2;

    static Value of(Definition definition, Sums sums, String key) {
        if (definition.unit() == Unit.DAYS) {
            var times = Times.of(sums.byDays(key, definition.numerator()));
            return times == null ? new Value(null, 0, null) : new Value(times.median(), times.cases(), null);
        }
        var numerator = sums.of(key, definition.numerator());
        if (!definition.isRate()) {
            return new Value(BigDecimal.valueOf(numerator), numerator, null);
        }
        var denominator = sums.of(key, definition.denominator());
        return new Value(quotient(definition.unit(), numerator, denominator), numerator, denominator);
    }

    /// A part of a whole.
    static Value share(Definition definition, Sums sums, String key, long whole) {
        var numerator = sums.of(key, definition.numerator());
        return new Value(quotient(definition.unit(), numerator, whole), numerator, whole);
    }

    private static @Nullable BigDecimal quotient(Unit unit, long numerator, long denominator) {
        return unit == Unit.PERCENT
                ? claimtrail.metric.Definition.percent(numerator, denominator)
                : claimtrail.metric.Definition.each(numerator, denominator);
    }

    /// By how many percent a count or a sum moved; absent for a rate, and where it was 0.
    @Nullable
    BigDecimal percentOver(Value earlier) {
        return denominator != null || value == null || earlier.value == null || earlier.value.signum() == 0
                ? null
                : value.subtract(earlier.value)
                        .multiply(HUNDRED)
                        .divide(earlier.value.abs(), RATE_DECIMALS, RoundingMode.HALF_UP);
    }

    /// The exact difference to an earlier value, rounded once; absent where either is.
    public @Nullable BigDecimal minus(Value earlier, Unit unit) {
        if (value == null || earlier.value == null) {
            return null;
        }
        if (denominator == null || earlier.denominator == null || unit != Unit.PERCENT) {
            return value.subtract(earlier.value);
        }
        var now = BigDecimal.valueOf(numerator).multiply(BigDecimal.valueOf(earlier.denominator));
        var then = BigDecimal.valueOf(earlier.numerator).multiply(BigDecimal.valueOf(denominator));
        return now.subtract(then)
                .multiply(HUNDRED)
                .divide(
                        BigDecimal.valueOf(denominator).multiply(BigDecimal.valueOf(earlier.denominator)),
                        RATE_DECIMALS,
                        RoundingMode.HALF_UP);
    }
}
