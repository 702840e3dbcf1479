package claimtrail.command.imports.json;

import claimtrail.command.imports.reading.FileContent;
import claimtrail.command.imports.reading.FileReader;
import claimtrail.command.imports.reading.FileRecord;
import claimtrail.command.imports.reading.NotReadable;
import claimtrail.command.imports.reading.Note;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// Reads the project's own records, each with a `type`: one JSON object a line, or one array. A line in error does not
/// stop the file.
public final class OwnReader implements FileReader {

    private static final int LONGEST_LINE = 1 << 20; // bytes

    private final LocalDate received;

    public OwnReader(LocalDate received) {
        this.received = received;
    }

    @Override
    public void read(FileContent file, RecordSink sink) throws IOException {
        if (startsWithArray(file)) {
            JsonElements.read(file, new Elements(sink));
            return;
        }
        try (var in = new BufferedInputStream(file.open(), 1 << 16)) {
            lines(in, sink);
        }
    }

    private static boolean startsWithArray(FileContent file) throws IOException {
        try (var in = file.open()) {
            var head = new String(in.readNBytes(512), StandardCharsets.UTF_8);
            return head.replace("\uFEFF", "").stripLeading().startsWith("[");
        }
    }

    private void lines(InputStream in, RecordSink sink) throws IOException {
        var line = new ByteArrayOutputStream(1024);
        long from = 0;
        long at = 0;
        long row = 0;
        boolean more = true;
        while (more) {
            int b = in.read();
            more = b >= 0;
            if (more && b != '\n') {
                at++;
                if (line.size() <= LONGEST_LINE) {
                    line.write(b);
                }
                continue;
            }
            row++;
            if (!line.toString(StandardCharsets.UTF_8).isBlank()) {
                sink.record(line(line.toByteArray(), Long.toString(row), from, at));
                sink.reached(at);
            }
            line.reset();
            at++;
            from = at;
        }
    }

    private FileRecord line(byte[] line, String place, long from, long to) {
        if (line.length > LONGEST_LINE) {
            return FileRecord.unreadable(place, from, to, new NotReadable("LIMIT_EXCEEDED", ""));
        }
        try {
            int skip = line.length > 3 && (line[0] & 0xFF) == 0xEF && (line[1] & 0xFF) == 0xBB ? 3 : 0;
            return record(JsonElements.MAPPER.readTree(line, skip, line.length - skip), place, from, to);
        } catch (JacksonException e) {
            return FileRecord.unreadable(place, from, to, new NotReadable("JSON_INVALID", ""));
        }
    }

    private FileRecord record(JsonNode value, String place, long from, long to) {
        try {
            var notes = new ArrayList<Note>();
            var told = OwnRecords.told(Fields.of(value), received, notes);
            return new FileRecord(place, from, to, told.lane(), told.statements(), notes);
        } catch (NotReadable e) {
            return FileRecord.unreadable(place, from, to, e);
        }
    }

    /// Takes the elements of an array.
    private final class Elements implements JsonElements.Sink {

        private final RecordSink sink;

        Elements(RecordSink sink) {
            this.sink = sink;
        }

        @Override
        public void element(String container, int index, JsonElements.Element element) {
            sink.record(record(element.value(), element.place(), element.from(), element.to()));
            sink.reached(element.to());
        }

        @Override
        public void member(String name, @Nullable String text) {}

        @Override
        public void broken(String place, long from) {
            sink.record(FileRecord.unreadable(place, from, from, new NotReadable("JSON_INVALID", "")));
        }
    }
}
