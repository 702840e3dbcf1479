package claimtrail.query.difference;

import claimtrail.query.estimate.AvoidedView;
import claimtrail.query.number.Aging;
import claimtrail.query.number.Figure;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// All figures of a practice as of one position, with their definitions. It says nothing of the present, so made again
/// it is the same, byte by byte.
///
/// @param asOf the last position that is in it
/// @param knownAt when that was learnt; absent for an empty log
/// @param lines figures in the order in which they are defined
/// @param months the main figures of each calendar month that the days touch, counted with the days that lie in them
/// @param aging what was open at the end of the last day
/// @param avoided what did not happen, as far as anybody can tell; absent by the day of submission
public record Report(
        UUID practice,
        String number,
        String name,
        boolean simulated,
        String basis,
        LocalDate from,
        LocalDate to,
        long asOf,
        @Nullable Instant knownAt,
        String fold,
        String rule,
        List<Line> lines,
        List<Month> months,
        Aging.Table aging,
        @Nullable AvoidedView avoided) {

    /// A figure and what it means.
    public record Line(Figure figure, String text) {}

    /// A calendar month.
    ///
    /// @param month `2026-03`
    public record Month(String month, List<Figure> figures) {}
}
