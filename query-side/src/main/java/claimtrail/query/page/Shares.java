package claimtrail.query.page;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/// Rows of a page's small tables and charts.
final class Shares {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private Shares() {}

    /// One reason, with its share of all denials opened.
    ///
    /// @param percent of all denials; absent where there is none
    public record Reason(
            String name,
            long denials,
            long cents,
            @Nullable BigDecimal percent,
            String why,
            String whyCents,
            String claims) {}

    /// One provider.
    ///
    /// @param rate in percent; absent where nothing was decided
    public record Provider(
            String name,
            long decided,
            long denied,
            @Nullable BigDecimal rate,
            String why,
            String claims) {}

    /// One bar of the chart of decisions.
    ///
    /// @param approvedHeight in percent of the tallest bar
    /// @param deniedHeight in percent of the tallest bar
    public record Bar(
            String label, long decided, long denied, BigDecimal approvedHeight, BigDecimal deniedHeight, String why) {}

    /// A part of a whole in percent, one decimal; absent for an empty whole.
    static @Nullable BigDecimal percent(long part, long whole) {
        return whole == 0
                ? null
                : BigDecimal.valueOf(part).multiply(HUNDRED).divide(BigDecimal.valueOf(whole), 1, RoundingMode.HALF_UP);
    }
}
