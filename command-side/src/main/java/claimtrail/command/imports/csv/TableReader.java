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
import java.util.LinkedHashMap;
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
            var head = new Rows(in, profile).next();
            return head != null
                    && !head.tooLong()
                    && columns(profile, fields(profile, head.text())).keySet().containsAll(profile.required());
        } catch (CsvParseException e) {
            return false;
        }
    }

    @Override
    public void read(FileContent file, RecordSink sink) throws IOException {
        try (InputStream in = new BufferedInputStream(file.open(), 1 << 16);
                var groups = profile.sorted() ? RowGroups.adjacent() : RowGroups.spilling(file, profile)) {
            new Reading(sink, groups).run(new Rows(in, profile), Long.MAX_VALUE);
        }
    }

    /// Reads so many rows at the front of a table, and its claims as far as these rows tell them.
    public void first(int rows, FileContent file, RecordSink sink) throws IOException {
        try (InputStream in = new BufferedInputStream(file.open(), 1 << 16);
                var groups = profile.sorted() ? RowGroups.adjacent() : RowGroups.inMemory()) {
            new Reading(sink, groups).run(new Rows(in, profile), profile.header() ? rows + 1 : rows);
        }
    }

    /// Where the columns of a table stand: by the names in its first row, or by their places.
    private static Map<String, Integer> columns(MappingProfile profile, List<String> first) {
        var columns = new LinkedHashMap<String, Integer>();
        for (int i = 0; i < first.size(); i++) {
            columns.putIfAbsent(profile.header() ? first.get(i).strip() : Integer.toString(i + 1), i);
        }
        return columns;
    }

    private static List<String> fields(MappingProfile profile, String row) {
        return CsvReader.builder()
                .fieldSeparator(profile.delimiter())
                .quoteCharacter(profile.quote())
                .ofSingleCsvRecord(row)
                .getFields();
    }

    /// One pass over one table.
    private final class Reading {

        private final RecordSink sink;
        private final RowGroups groups;
        private List<String> first = List.of();
        private final Map<String, Integer> columns = new LinkedHashMap<>();

        Reading(RecordSink sink, RowGroups groups) {
            this.sink = sink;
            this.groups = groups;
        }

        void run(Rows rows, long most) throws IOException {
            long taken = 0;
            for (var row = rows.next(); row != null && taken < most; row = rows.next()) {
                take(row);
                sink.reached(row.to());
                taken++;
            }
            groups.end(this::claim);
        }

        private void take(Rows.Row row) throws IOException {
            var fields = fieldsOf(row);
            if (fields == null) {
                return;
            }
            if (first.isEmpty()) {
                first = fields;
                columns.putAll(columns(profile, fields));
                reportUnmapped(row);
                if (profile.header()) {
                    return;
                }
            } else if (profile.header() && fields.equals(first)) {
                return; // files put together repeat their header
            }
            if (fields.size() != first.size()) {
                refuse(row, new NotReadable("ROW_RAGGED", ""));
                return;
            }
            var table = new TableRow(row.number(), row.from(), row.to(), fields, columns, profile);
            try {
                var key = new StringBuilder();
                profile.groupBy()
                        .forEach(column -> key.append(table.required(column)).append('\u001F'));
                groups.add(key.toString(), table, this::claim);
            } catch (NotReadable e) {
                refuse(row, e);
            }
        }

        /// Where a profile says what it leaves out, a column that it forgets is told: by its place, since what stands
        /// in
        /// the first row of a table without names may be a patient.
        private void reportUnmapped(Rows.Row row) {
            if (profile.ignore().isEmpty()) {
                return;
            }
            var mapped = profile.mapped();
            columns.forEach((column, place) -> {
                if (!mapped.contains(column)
                        && profile.ignore().stream().noneMatch(it -> MappingProfile.covers(it, column))) {
                    var note = Note.warning("COLUMN_UNMAPPED", "column " + (place + 1));
                    sink.note(note, Long.toString(row.number()), row.from(), row.to());
                }
            });
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
