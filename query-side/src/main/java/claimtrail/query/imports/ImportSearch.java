package claimtrail.query.imports;

import claimtrail.query.imports.ImportView.Code;
import claimtrail.query.imports.ImportView.Note;
import claimtrail.query.imports.ImportView.Report;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Finds files and what was noted about them.
@Component
public class ImportSearch {

    private final JdbcClient jdbc;

    ImportSearch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// How many files a practice has sent.
    public long count(UUID practice) {
        return jdbc.sql("select count(*) from read_model.import where practice = ?")
                .param(practice)
                .query(Long.class)
                .single();
    }

    /// The files of a practice, newest first.
    public List<ImportView> list(UUID practice, int limit, long offset) {
        return jdbc.sql("""
                        select * from read_model.import where practice = ?
                         order by started_at desc, import_id limit ? offset ?
                        """)
                .params(practice, limit, offset)
                .query((row, _) -> view(row))
                .list();
    }

    /// One file with its notes.
    public Optional<Report> find(UUID id, int limit, long offset) {
        return jdbc.sql("select * from read_model.import where import_id = ?")
                .param(id)
                .query((row, _) -> view(row))
                .optional()
                .map(totals -> new Report(totals, codes(id), notes(id, limit, offset), countNotes(id)));
    }

    private List<Code> codes(UUID id) {
        return jdbc.sql("select code, count from read_model.import_code where import_id = ? order by count desc, code")
                .param(id)
                .query((row, _) -> new Code(row.getString("code"), row.getInt("count")))
                .list();
    }

    private long countNotes(UUID id) {
        return jdbc.sql("select count(*) from read_model.import_report where import_id = ?")
                .param(id)
                .query(Long.class)
                .single();
    }

    private List<Note> notes(UUID id, int limit, long offset) {
        return jdbc.sql("""
                        select place, code, byte_from, byte_to, severity, field, claim, verdict, position
                          from read_model.import_report where import_id = ?
                         order by byte_from, position limit ? offset ?
                        """)
                .params(id, limit, offset)
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
