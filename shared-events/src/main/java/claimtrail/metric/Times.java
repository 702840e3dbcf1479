package claimtrail.metric;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// How long something took, in whole days of each case.
///
/// @param cases how many there are
/// @param days of all of them together
/// @param median mean of the middle two, if they are even in number
/// @param mean two decimals
/// @param p90 nearest rank: nine of ten took no longer
public record Times(long cases, long days, BigDecimal median, BigDecimal mean, long p90) {

    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    /// Of so many cases with so many days; null for none, because no time is not no days.
    public static @Nullable Times of(Map<Long, Long> casesByDays) {
        var sorted = new TreeMap<>(casesByDays);
        sorted.values().removeIf(cases -> cases == 0);
        var cases = sorted.values().stream().mapToLong(Long::longValue).sum();
        if (cases <= 0) {
            return null;
        }
        var days = sorted.entrySet().stream()
                .mapToLong(each -> each.getKey() * each.getValue())
                .sum();
        return new Times(
                cases,
                days,
                BigDecimal.valueOf(at(sorted, (cases + 1) / 2) + at(sorted, cases / 2 + 1))
                        .divide(TWO, 1, RoundingMode.UNNECESSARY),
                BigDecimal.valueOf(days).divide(BigDecimal.valueOf(cases), 2, RoundingMode.HALF_UP),
                at(sorted, (9 * cases + 9) / 10));
    }

    /// The days of the case at a rank, from 1.
    private static long at(SortedMap<Long, Long> casesByDays, long rank) {
        var before = 0L;
        for (var each : casesByDays.entrySet()) {
            before += each.getValue();
            if (before >= rank) {
                return each.getKey();
            }
        }
        throw new IllegalArgumentException("there is no case at rank " + rank);
    }
}
