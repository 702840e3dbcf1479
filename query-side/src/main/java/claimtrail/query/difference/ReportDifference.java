package claimtrail.query.difference;

import claimtrail.query.difference.Difference.Half;
import claimtrail.query.difference.Difference.Side;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A whole report at two positions.
///
/// @param lines all figures, also those that did not move
/// @param months the main figures of each calendar month
/// @param moved how many of all these differ
/// @param exact whether each comes out: first + explained = second
public record ReportDifference(
        UUID practice,
        String name,
        String basis,
        LocalDate from,
        LocalDate to,
        long asOf,
        long against,
        List<Line> lines,
        List<Month> months,
        long moved,
        boolean exact) {

    /// One figure.
    ///
    /// @param numerator how the first comes to the second
    /// @param denominator absent where nothing is divided
    /// @param diff where every posting in between is listed
    public record Line(
            String metric,
            String shown,
            String unit,
            Side before,
            Side after,
            @Nullable BigDecimal change,
            Half numerator,
            @Nullable Half denominator,
            String diff) {

        /// Whether anything lies in between.
        public boolean moved() {
            return numerator.first() != numerator.second()
                    || (denominator != null && denominator.first() != denominator.second());
        }

        boolean exact() {
            return numerator.adds() && (denominator == null || denominator.adds());
        }
    }

    /// A calendar month.
    ///
    /// @param month `2026-03`
    public record Month(String month, List<Line> lines) {}
}
