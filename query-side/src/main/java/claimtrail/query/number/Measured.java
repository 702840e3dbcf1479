package claimtrail.query.number;

import claimtrail.query.web.Asked;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/// One number about a subject, with what it was made of and where its postings are listed.
///
/// @param value in the unit of its definition; absent for an empty denominator, which is not 0
/// @param denominator absent where nothing is divided
/// @param explain where the postings of it are listed; `part=denominator` lists those of the denominator
public record Measured(
        @Nullable BigDecimal value,
        long numerator,
        @Nullable Long denominator,
        String explain) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /// A sum.
    public static Measured sum(long amount, String explain) {
        return new Measured(BigDecimal.valueOf(amount), amount, null, explain);
    }

    /// Percent, two decimals.
    public static Measured percent(long numerator, long denominator, String explain) {
        return new Measured(
                denominator == 0
                        ? null
                        : BigDecimal.valueOf(numerator)
                                .multiply(HUNDRED)
                                .divide(BigDecimal.valueOf(denominator), 2, RoundingMode.HALF_UP),
                numerator,
                denominator,
                explain);
    }

    /// So much for each.
    ///
    /// @param decimals of the quotient
    public static Measured each(long numerator, long denominator, int decimals, String explain) {
        return new Measured(
                denominator == 0
                        ? null
                        : BigDecimal.valueOf(numerator)
                                .divide(BigDecimal.valueOf(denominator), decimals, RoundingMode.HALF_UP),
                numerator,
                denominator,
                explain);
    }

    /// Where a figure about a subject is explained.
    ///
    /// @param subject such as `pattern=…`; empty: of all
    public static String explain(String metric, Asked asked, String subject) {
        return "/api/audit/explain?metric=" + metric + "&" + asked.query() + (subject.isEmpty() ? "" : "&" + subject);
    }
}
