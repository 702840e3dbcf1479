package claimtrail.metric.claim;

import static java.time.temporal.ChronoUnit.DAYS;

import claimtrail.metric.Cell;
import claimtrail.metric.Measure;
import claimtrail.metric.Tally;
import java.time.LocalDate;
import java.util.UUID;

/// Writes amounts of one claim into a tally: practice, provider and cohort are the claim's,
/// the fold is the one that counts.
record ClaimPen(Tally tally, String fold, UUID practice, UUID provider, LocalDate cohortDay) {

    void add(Measure measure, UUID payer, String facet, LocalDate on, long amount) {
        tally.add(new Cell(fold, measure, practice, payer, provider, facet, on, cohortDay), amount);
    }

    void add(Measure measure, UUID payer, LocalDate on, long amount) {
        add(measure, payer, "", on, amount);
    }

    void one(Measure measure, UUID payer, LocalDate on) {
        add(measure, payer, "", on, 1);
    }

    void one(Measure measure, UUID payer, String facet, LocalDate on) {
        add(measure, payer, facet, on, 1);
    }

    /// A case that took so many whole days, on the later of the two.
    void wait(Measure measure, UUID payer, LocalDate from, LocalDate to) {
        one(measure, payer, String.valueOf(DAYS.between(from, to)), to);
    }
}
