package claimtrail.query.audit;

import claimtrail.metric.Facets;
import claimtrail.query.audit.EventView.SourceView;
import claimtrail.query.feed.LogEntry;
import claimtrail.query.feed.LogReader;
import claimtrail.query.feed.Snapshot;
import claimtrail.query.number.Definition;
import claimtrail.query.number.Definition.Part;
import claimtrail.query.number.Figures;
import claimtrail.query.web.Asked;
import claimtrail.query.web.Csv;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// All postings of a figure with the facts that made them, as a table. They pass by and are never in memory together,
/// so
/// a figure of a million claims can be taken home as well.
@Component
final class Trail {

    static final String[] COLUMNS = {
        "position",
        "ordinal",
        "measure",
        "facet",
        "eventDay",
        "cohortDay",
        "amount",
        "running",
        "eventId",
        "name",
        "version",
        "stream",
        "sequence",
        "recordedAt",
        "actor",
        "file",
        "place",
        "from",
        "to",
        "source",
        "says",
        "event"
    };

    /// Facts that are read at once.
    private static final int TOGETHER = 500;

    private final Explain explain;
    private final Figures figures;
    private final LogReader log;
    private final Snapshot snapshot;

    Trail(Explain explain, Figures figures, LogReader log, Snapshot snapshot) {
        this.explain = explain;
        this.figures = figures;
        this.log = log;
        this.snapshot = snapshot;
    }

    private record Posting(
            long position, int ordinal, String measure, String facet, String eventDay, String cohortDay, long amount) {}

    /// Writes one half of a figure, from its first posting to its last.
    void write(Csv table, Asked question, Definition definition, Part part, Facets only) {
        var running = snapshot.of(() -> {
            var rows = new Rows(table);
            explain.asking(
                            "select p.position, p.ordinal, p.measure, p.facet, p.event_day, p.cohort_day,"
                                    + " p.amount * term.sign as amount " + Explain.POSTINGS
                                    + " order by p.position, p.ordinal",
                            figures.about(question, definition),
                            definition,
                            part,
                            only)
                    .withFetchSize(TOGETHER)
                    .query(row -> {
                        rows.add(new Posting(
                                row.getLong("position"),
                                row.getInt("ordinal"),
                                row.getString("measure"),
                                row.getString("facet"),
                                row.getString("event_day"),
                                row.getString("cohort_day"),
                                row.getLong("amount")));
                    });
            rows.flush();
            return rows.running;
        });
        var shown = figures.value(question, definition, only);
        var value = part == Part.NUMERATOR ? shown.numerator() : Objects.requireNonNullElse(shown.denominator(), 0L);
        if (running != value) {
            throw new IllegalStateException(
                    "the postings of " + definition.id() + " make " + running + ", not " + value);
        }
    }

    /// Rows that wait for their facts.
    private final class Rows {

        private final Csv table;
        private final List<Posting> waiting = new ArrayList<>();
        private long running;

        private Rows(Csv table) {
            this.table = table;
        }

        private void add(Posting posting) {
            waiting.add(posting);
            if (waiting.size() == TOGETHER) {
                flush();
            }
        }

        private void flush() {
            var facts = log
                    .at(waiting.stream().map(Posting::position).distinct().toList())
                    .stream()
                    .collect(Collectors.toMap(entry -> entry.envelope().position(), Function.identity()));
            for (var posting : waiting) {
                running += posting.amount();
                row(
                        posting,
                        Objects.requireNonNull(facts.get(posting.position()), "a posting names a fact of the log"));
            }
            waiting.clear();
        }

        private void row(Posting posting, LogEntry fact) {
            var place = fact.envelope();
            var source = SourceView.of(place.source());
            table.row(
                    posting.position(),
                    posting.ordinal(),
                    posting.measure(),
                    posting.facet(),
                    posting.eventDay(),
                    posting.cohortDay(),
                    posting.amount(),
                    running,
                    place.eventId(),
                    place.name(),
                    place.version(),
                    place.streamType() + "/" + place.streamId(),
                    place.sequence(),
                    place.recordedAt(),
                    place.actor().id(),
                    source.file(),
                    source.place(),
                    source.from(),
                    source.to(),
                    source.shown(),
                    Sentence.of(fact.read().event()),
                    "/api/audit/events/" + posting.position());
        }
    }
}
