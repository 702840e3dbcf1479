package claimtrail.proof;

import claimtrail.metric.Basis;
import claimtrail.metric.Cell;
import claimtrail.metric.Definition;
import claimtrail.metric.Definition.Days;
import claimtrail.metric.Facets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What is asked about a figure, with nothing left open: the same log gives the same answer for ever.
///
/// @param metric id of the figure: `idr.claims`
/// @param version of its definition
/// @param folds who counts: `claim/1` …, at most one for each kind of stream
/// @param payer absent: all
/// @param provider absent: all
/// @param basis on which of its two days a posting is counted, as asked
/// @param from first day of the window, as asked
/// @param to last day of the window, as asked
/// @param looked the day on which we look, where a figure waits for denials to be old enough; absent for others
/// @param only postings with these facets
/// @param asOf the last position of the log that is known
public record Question(
        String metric,
        int version,
        List<String> folds,
        UUID practice,
        @Nullable UUID payer,
        @Nullable UUID provider,
        Basis basis,
        LocalDate from,
        LocalDate to,
        @Nullable LocalDate looked,
        Facets only,
        long asOf) {

    public Question {
        folds = List.copyOf(folds);
    }

    /// The days that are summed.
    ///
    /// @throws IllegalStateException if the figure waits for denials to be old enough, and it is not said when
    ///     we look
    public Days days(Definition definition) {
        return definition.window().days(basis, from, to, () -> {
            if (looked == null) {
                throw new IllegalStateException(metric + " needs the day on which we look");
            }
            return looked;
        });
    }

    /// Whether a cell is one of those asked about, on any day.
    boolean takes(Cell cell) {
        return cell.practice().equals(practice)
                && (payer == null || cell.payer().equals(payer))
                && (provider == null || cell.provider().equals(provider))
                && only.takes(cell);
    }
}
