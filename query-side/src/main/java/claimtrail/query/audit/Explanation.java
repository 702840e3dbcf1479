package claimtrail.query.audit;

import claimtrail.query.audit.EventView.SourceView;
import claimtrail.query.web.Page.Pagination;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Why a number is what it is.
///
/// @param text the definition, as an auditor reads it
/// @param from the first day that is summed; of what there is at the end of a day, the first of all
/// @param to the last day that is summed
/// @param figure the figure itself, as it is shown; absent where a rule makes it of these sums, for one subject
/// @param value the half that is explained
/// @param sum all postings together, over all pages; read from the ledger
/// @param parts how many postings each measure has, and what they add up to
/// @param readds whether the postings add up to the half that is shown
public record Explanation(
        String metric,
        int version,
        String shown,
        String text,
        String unit,
        LocalDate from,
        LocalDate to,
        String part,
        @Nullable BigDecimal figure,
        long value,
        long sum,
        List<PartSum> parts,
        List<Line> postings,
        boolean readds,
        Pagination pagination,
        Meta meta) {

    /// The postings of one measure.
    ///
    /// @param sign −1 where the figure takes it off
    public record PartSum(String measure, int sign, long sum, long postings) {}

    /// What one fact added to one cell.
    public record Effect(String fold, String measure, String facet, String eventDay, String cohortDay, long amount) {}

    /// One posting and the fact that made it.
    ///
    /// @param amount with the sign it has in the figure
    /// @param running the sum up to here, over all pages
    public record Line(
            long position,
            int ordinal,
            UUID eventId,
            String name,
            int version,
            String stream,
            long sequence,
            String measure,
            String facet,
            LocalDate eventDay,
            LocalDate cohortDay,
            long amount,
            long running,
            Instant recordedAt,
            String actor,
            SourceView source,
            String says) {}
}
