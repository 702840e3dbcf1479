package claimtrail.metric.pattern;

import static claimtrail.metric.Measure.PATTERNS_DETECTED;
import static claimtrail.metric.Measure.PATTERNS_IN_STATUS;

import claimtrail.event.Recorded;
import claimtrail.event.pattern.PatternEvent;
import claimtrail.event.pattern.PatternEvent.ActionRecorded;
import claimtrail.event.pattern.PatternEvent.BaselineFixed;
import claimtrail.event.pattern.PatternEvent.GuidanceSet;
import claimtrail.event.pattern.PatternEvent.PatternDetected;
import claimtrail.event.pattern.PatternEvent.StatusChanged;
import claimtrail.metric.Cell;
import claimtrail.metric.FactsStanding;
import claimtrail.metric.Measure;
import claimtrail.metric.Step;
import claimtrail.metric.StreamFold;
import claimtrail.metric.Tally;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/// Fold `pattern/1`: how many patterns became known, and how many are in which status.
public final class PatternFold implements StreamFold<FactsStanding<PatternEvent>, PatternEvent> {

    /// Who counts, in which version.
    public static final String NAME = "pattern/1";

    /// The status of a pattern that became known.
    public static final String ACTIVE = "ACTIVE";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String streamType() {
        return "pattern";
    }

    @Override
    public Class<PatternEvent> family() {
        return PatternEvent.class;
    }

    @Override
    public FactsStanding<PatternEvent> start() {
        return new FactsStanding<>(List.of());
    }

    @Override
    public Step<FactsStanding<PatternEvent>> step(FactsStanding<PatternEvent> before, Recorded<PatternEvent> fact) {
        var practice = fact.envelope().practice();
        var tenant = practice == null ? Cell.NOBODY : practice;
        var after = before.with(fact.event());
        return new Step<>(
                after,
                tally(after.facts(), tenant)
                        .minus(tally(before.facts(), tenant))
                        .postings(fact.envelope()));
    }

    private static Tally tally(List<PatternEvent> facts, UUID practice) {
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

    @Override
    public byte[] write(FactsStanding<PatternEvent> standing) {
        return standing.write();
    }

    @Override
    public FactsStanding<PatternEvent> read(byte[] standing) {
        return FactsStanding.read(standing, PatternEvent.class);
    }
}
