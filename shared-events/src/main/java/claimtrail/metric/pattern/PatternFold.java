package claimtrail.metric.pattern;

import static claimtrail.metric.Measure.PATTERNS_DETECTED;
import static claimtrail.metric.Measure.PATTERNS_IN_STATUS;

import claimtrail.event.pattern.PatternEvent;
import claimtrail.event.pattern.PatternEvent.ActionRecorded;
import claimtrail.event.pattern.PatternEvent.BaselineFixed;
import claimtrail.event.pattern.PatternEvent.GuidanceSet;
import claimtrail.event.pattern.PatternEvent.PatternDetected;
import claimtrail.event.pattern.PatternEvent.StatusChanged;
import claimtrail.metric.Cell;
import claimtrail.metric.FactsFold;
import claimtrail.metric.Measure;
import claimtrail.metric.Tally;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/// Fold `pattern/1`: how many patterns became known, and how many are in which status.
public final class PatternFold extends FactsFold<PatternEvent> {

    /// Who counts, in which version.
    public static final String NAME = "pattern/1";

    /// The status of a pattern that became known.
    public static final String ACTIVE = "ACTIVE";

    /// Keeps nothing of its own.
    public PatternFold() {
        super(NAME, "pattern", PatternEvent.class);
    }

    @Override
    protected Tally tally(List<PatternEvent> facts, UUID practice) {
        var tally = new Tally();
        for (var fact : facts) {
            switch (fact) {
                case PatternDetected it -> {
                    tally.add(cell(PATTERNS_DETECTED, practice, "", it.detectedOn()), 1);
                    tally.add(cell(PATTERNS_IN_STATUS, practice, ACTIVE, it.detectedOn()), 1);
                }
                case StatusChanged it -> {
                    tally.add(cell(PATTERNS_IN_STATUS, practice, it.from().name(), it.on()), -1);
                    tally.add(cell(PATTERNS_IN_STATUS, practice, it.to().name(), it.on()), 1);
                }
                case BaselineFixed _, GuidanceSet _, ActionRecorded _ -> {}
            }
        }
        return tally;
    }

    private static Cell cell(Measure measure, UUID practice, String facet, LocalDate on) {
        return new Cell(NAME, measure, practice, Cell.NOBODY, Cell.NOBODY, facet, on, on);
    }
}
