package claimtrail.command.imports.csv;

import claimtrail.command.imports.reading.FileContent;
import claimtrail.command.imports.reading.FileReader;
import claimtrail.command.imports.reading.FileRecord;
import claimtrail.command.imports.reading.NotReadable;
import claimtrail.command.imports.reading.Note;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads a table by a mapping profile: the rows of one claim are one record. Where they are not adjacent, they are
/// gathered in a spill file of bounded parts.
public final class TableReader implements FileReader {

    private static final int MOST_COLUMNS = 512;
    private static final int MOST_LINES = 999; // of one claim

    private final MappingProfile profile;
    private final LocalDate received;

    public TableReader(MappingProfile profile, LocalDate received) {
        this.profile = profile;
        this.received = received;
    }

    /// Whether the header of a table has the columns that a profile needs.
    public static boolean fits(MappingProfile profile, FileContent file) throws IOException {
        try (var in = file.open()) {
            var head = new Rows(in, quote(profile), delimiter(profile)).next();
            return head != null
                    && !head.tooLong()
                    && fields(profile, head.text()).containsAll(profile.required());
        } catch (CsvParseException e) {
            return false;
        }
    }

    @Override
    public void read(FileContent file, RecordSink sink) throws IOException {
        try (InputStream in = new BufferedInputStream(file.open(), 1 << 16);
                var groups = profile.sorted() ? RowGroups.adjacent() : RowGroups.spilling(file)) {
            new Reading(sink, groups).run(new Rows(in, quote(profile), delimiter(profile)));
        }
    }

    private static char delimiter(MappingProfile profile) {
        return profile.delimiter().charAt(0);
    }

    private static char quote(MappingProfile profile) {
        return profile.quote().charAt(0);
    }

    private static List<String> fields(MappingProfile profile, String row) {
        return CsvReader.builder()
                .fieldSeparator(delimiter(profile))
                .quoteCharacter(quote(profile))
                .ofSingleCsvRecord(row)
                .getFields();
    }

    /// One pass over one table.
    private final class Reading {

        private final RecordSink sink;
        private final RowGroups groups;
        private List<String> header = List.of();
        private final Map<String, Integer> columns = new HashMap<>();

        Reading(RecordSink sink, RowGroups groups) {
            this.sink = sink;
            this.groups = groups;
        }

        void run(Rows rows) throws IOException {
            for (var row = rows.next(); row != null; row = rows.next()) {
                take(row);
                sink.reached(row.to());
            }
            groups.end(this::claim);
        }

        private void take(Rows.Row row) throws IOException {
            var fields = fieldsOf(row);
            if (fields == null) {
                return;
            }
            if (header.isEmpty()) {
                header = fields;
                for (int i = 0; i < fields.size(); i++) {
                    columns.putIfAbsent(fields.get(i).strip(), i);
                }
                return;
            }
            if (fields.equals(header)) {
                return; // files put together repeat their header
            }
            if (fields.size() != header.size()) {
                refuse(row, new NotReadable("ROW_RAGGED", ""));
                return;
            }
            var table = new TableRow(row.number(), row.from(), row.to(), fields, columns, profile.nulls());
            try {
                var key = new StringBuilder();
                profile.groupBy()
                        .forEach(column -> key.append(table.required(column)).append('\u001F'));
                groups.add(key.toString(), table, this::claim);
            } catch (NotReadable e) {
                refuse(row, e);
            }
        }

        private @Nullable List<String> fieldsOf(Rows.Row row) {
            if (row.tooLong()) {
                refuse(row, new NotReadable("LIMIT_EXCEEDED", ""));
                return null;
            }
            try {
                var fields = fields(profile, row.text());
                if (fields.size() <= MOST_COLUMNS) {
                    return fields;
                }
                refuse(row, new NotReadable("LIMIT_EXCEEDED", ""));
            } catch (CsvParseException e) {
                refuse(row, new NotReadable("ROW_RAGGED", ""));
            }
            return null;
        }

        private void refuse(Rows.Row row, NotReadable why) {
            sink.record(FileRecord.unreadable(Long.toString(row.number()), row.from(), row.to(), why));
        }

        /// All rows of one claim.
        private void claim(List<TableRow> rows) {
            var first = rows.getFirst();
            var last = rows.getLast();
            var place = Long.toString(first.number());
            try {
                if (rows.size() > MOST_LINES) {
                    throw new NotReadable("LIMIT_EXCEEDED", "");
                }
                var notes = new ArrayList<Note>();
                var statements = TableClaims.statements(rows, profile, received, notes);
                sink.record(new FileRecord(
                        place,
                        first.from(),
                        last.to(),
                        first.required(profile.claim().id()),
                        statements,
                        notes));
            } catch (NotReadable e) {
                sink.record(FileRecord.unreadable(place, first.from(), last.to(), e));
            }
        }
    }
}
