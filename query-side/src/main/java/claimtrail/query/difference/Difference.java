package claimtrail.query.difference;

import claimtrail.query.audit.EventView.SourceView;
import claimtrail.query.number.Value;
import claimtrail.query.web.Asked;
import claimtrail.query.web.Page.Pagination;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One question as it was answered at two positions, and what lies between.
///
/// @param text the definition, as an auditor reads it
/// @param basis the days on which it is counted
/// @param before the first answer
/// @param after the second answer
/// @param change in the unit of the figure, in points for percent; absent where either is not known
/// @param numerator how the first comes to the second
/// @param denominator the same for what it is divided by; absent where nothing is
/// @param causes how many facts of each kind there are
/// @param explained what those facts add; together they are the difference
/// @param postings what each fact adds, in the order in which it was learnt
public record Difference(
        String metric,
        int version,
        String shown,
        String text,
        String unit,
        UUID practice,
        String basis,
        LocalDate from,
        LocalDate to,
        Side before,
        Side after,
        @Nullable BigDecimal change,
        Half numerator,
        @Nullable Half denominator,
        Map<String, Long> causes,
        List<Cause> explained,
        List<Line> postings,
        Pagination pagination) {

    /// Whether every half comes out, to the cent.
    public boolean isExact() {
        return numerator.adds() && (denominator == null || denominator.adds());
    }

    /// One answer.
    ///
    /// @param asOf the last position that is in it
    /// @param knownAt when that was learnt; absent for an empty log
    /// @param fold who counted
    /// @param explain where every posting of it is listed
    public record Side(
            @Nullable BigDecimal value,
            long numerator,
            @Nullable Long denominator,
            long asOf,
            @Nullable Instant knownAt,
            String fold,
            String explain) {

        static Side of(Value value, Asked asked, String explain) {
            return new Side(
                    value.value(),
                    value.numerator(),
                    value.denominator(),
                    asked.asOf(),
                    asked.knownAt(),
                    asked.fold(),
                    explain);
        }
    }

    /// From the first to the second.
    ///
    /// @param first as it was answered first
    /// @param explained all postings in between
    /// @param second as it was answered second
    /// @param adds whether first + explained = second
    public record Half(long first, long explained, long second, boolean adds) {

        static Half of(long first, long explained, long second) {
            return new Half(first, explained, second, first + explained == second);
        }
    }

    /// What one fact adds to one half.
    ///
    /// @param part `numerator` or `denominator`
    /// @param amount with the sign it has in the figure
    /// @param running the half from the first answer up to here, over all pages
    /// @param recordedAt when it was learnt
    /// @param cause what kind of news it was
    public record Line(
            long position,
            String part,
            String measure,
            String facet,
            long amount,
            long running,
            UUID eventId,
            String name,
            String stream,
            LocalDate eventDay,
            LocalDate cohortDay,
            Instant recordedAt,
            String actor,
            SourceView source,
            String cause,
            String says) {}
}
