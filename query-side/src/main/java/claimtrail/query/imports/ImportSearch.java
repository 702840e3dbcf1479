package claimtrail.query.imports;

import claimtrail.event.Recorded;
import claimtrail.event.imports.ImportEvent;
import claimtrail.query.feed.LogReader;
import claimtrail.query.feed.Row;
import claimtrail.query.feed.Snapshot;
import claimtrail.query.feed.Then;
import claimtrail.query.imports.ImportView.Code;
import claimtrail.query.imports.ImportView.Note;
import claimtrail.query.imports.ImportView.Report;
import claimtrail.query.web.Page;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Finds files and what was noted about them.
@Component
public class ImportSearch {

    /// Of files that were told of later. Notes and verdicts leave no position in the row, so the stream is asked.
    private static final String TOUCHED = """
            (select e.position from event_store.event e
              where e.stream_id = import_id order by e.sequence desc limit 1) > ?
            """;

    private static final String UNTOUCHED =
            "not (" + TOUCHED.replace("import_id", "t.import_id").replace("?", ":asOf") + ")";

    /// The tables of notes hold one file here, and that was touched.
    private static final String SAME_FILE_UNTOUCHED = "false";

    private final JdbcClient jdbc;
    private final LogReader log;
    private final Snapshot snapshot;

    ImportSearch(JdbcClient jdbc, LogReader log, Snapshot snapshot) {
        this.jdbc = jdbc;
        this.log = log;
        this.snapshot = snapshot;
    }

    /// A page of what was found.
    ///
    /// @param total on all pages
    public record Found(List<ImportView> imports, long total) {}

    /// The files of a practice at a position, newest first.
    public Found find(UUID practice, long asOf, Page page) {
        return snapshot.of(() -> {
            var then = then(
                    jdbc.sql("select import_id from read_model.import where practice = ? and " + TOUCHED)
                            .params(practice, asOf),
                    asOf);
            var imports = then.asking(jdbc.sql("select * from " + then.of(ImportLife.IMPORT, UNTOUCHED) + """
                             r where practice = :practice order by started_at desc, import_id
                             limit :limit offset :offset
                            """))
                    .param("practice", practice)
                    .param("limit", page.limit())
                    .param("offset", page.offset())
                    .query((row, _) -> view(row))
                    .list();
            var total = then.asking(jdbc.sql("select count(*) from " + then.of(ImportLife.IMPORT, UNTOUCHED)
                            + " r where practice = :practice"))
                    .param("practice", practice)
                    .query(Long.class)
                    .single();
            return new Found(imports, total);
        });
    }

    /// One file with its notes, at a position; empty before it came.
    public Optional<Report> report(UUID id, long asOf, Page page) {
        return snapshot.of(() -> {
            var then = then(
                    jdbc.sql("select import_id from read_model.import where import_id = ? and " + TOUCHED)
                            .params(id, asOf),
                    asOf);
            return then.asking(jdbc.sql(
                            "select * from " + then.of(ImportLife.IMPORT, UNTOUCHED) + " r where import_id = :id"))
                    .param("id", id)
                    .query((row, _) -> view(row))
                    .optional()
                    .map(totals -> new Report(
                            totals, practice(id), codes(id, then), notes(id, page, then), countNotes(id, then)));
        });
    }

    /// The tables as they were, where some files went on later.
    private Then then(JdbcClient.StatementSpec touched, long asOf) {
        var then = new Then(asOf);
        var later = touched.query((row, _) -> Row.id(row)).list();
        if (later.isEmpty()) {
            return then;
        }
        var facts = new LinkedHashMap<UUID, List<Recorded<ImportEvent>>>();
        for (var entry : log.streams(later, asOf)) {
            if (entry.read().event() instanceof ImportEvent event) {
                facts.computeIfAbsent(entry.envelope().streamId(), _ -> new ArrayList<>())
                        .add(new Recorded<>(entry.envelope(), event));
            }
        }
        var lives = facts.values().stream().map(ImportLife::of).toList();
        then.refolded(ImportLife.IMPORT, lives.stream().map(ImportLife::row).toList());
        then.refolded(
                ImportLife.REPORT,
                lives.stream().flatMap(life -> life.reports().stream()).toList());
        then.refolded(
                ImportLife.CODE,
                lives.stream().flatMap(life -> life.codes().stream()).toList());
        return then;
    }

    private UUID practice(UUID id) {
        return jdbc.sql("select practice from read_model.import where import_id = ?")
                .param(id)
                .query((row, _) -> Row.id(row))
                .single();
    }

    private List<Code> codes(UUID id, Then then) {
        return then.asking(jdbc.sql("select code, count from " + then.of(ImportLife.CODE, SAME_FILE_UNTOUCHED)
                        + " r where import_id = :id order by count desc, code"))
                .param("id", id)
                .query((row, _) -> new Code(row.getString("code"), row.getInt("count")))
                .list();
    }

    private long countNotes(UUID id, Then then) {
        return then.asking(jdbc.sql("select count(*) from " + then.of(ImportLife.REPORT, SAME_FILE_UNTOUCHED)
                        + " r where import_id = :id"))
                .param("id", id)
                .query(Long.class)
                .single();
    }

    private List<Note> notes(UUID id, Page page, Then then) {
        return then.asking(jdbc.sql(
                        "select place, code, byte_from, byte_to, severity, field, claim, verdict, position from "
                                + then.of(ImportLife.REPORT, SAME_FILE_UNTOUCHED) + """
                         r where import_id = :id order by byte_from, position limit :limit offset :offset
                        """))
                .param("id", id)
                .param("limit", page.limit())
                .param("offset", page.offset())
                .query((row, _) -> new Note(
                        row.getString("place"),
                        row.getString("code"),
                        row.getLong("byte_from"),
                        row.getLong("byte_to"),
                        row.getString("severity"),
                        row.getString("field"),
                        row.getObject("claim", UUID.class),
                        row.getString("verdict"),
                        row.getLong("position")))
                .list();
    }

    private static ImportView view(ResultSet row) throws SQLException {
        return new ImportView(
                row.getObject("import_id", UUID.class),
                row.getString("sha256"),
                row.getLong("bytes"),
                row.getString("format"),
                row.getString("profile"),
                row.getDate("received_on").toLocalDate(),
                row.getString("state"),
                row.getObject("read", Integer.class),
                row.getObject("stored", Integer.class),
                row.getObject("seen_before", Integer.class),
                row.getObject("held", Integer.class),
                row.getObject("refused", Integer.class),
                row.getObject("warnings", Integer.class),
                row.getObject("events", Integer.class),
                row.getObject("millis", Long.class),
                row.getInt("seen_again"),
                row.getTimestamp("started_at").toInstant(),
                row.getLong("last_position"));
    }
}
