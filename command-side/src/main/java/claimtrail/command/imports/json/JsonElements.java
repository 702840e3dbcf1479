package claimtrail.command.imports.json;

import claimtrail.command.imports.reading.FileContent;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Streams the elements of a JSON file one by one, each with its pointer and byte range, so that memory holds one
/// element whatever the size of the file. Two containers are read: a bare array, and an object that wraps arrays.
public final class JsonElements {

    private static final int DEPTH = 64;
    private static final int TEXT_BYTES = 1 << 20;

    /// Numbers stay exact decimals.
    static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEPTH)
                            .maxStringLength(TEXT_BYTES)
                            .build())
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .build();

    private JsonElements() {}

    /// Takes the elements of a file.
    public interface Sink {

        /// An element of an array.
        ///
        /// @param container name of the wrapped array; empty for a bare one
        /// @param index from 0
        void element(String container, int index, Element element);

        /// A member of the wrapping object that is no array: its name only.
        void member(String name, @Nullable String text);

        /// The file is no JSON from this byte on; nothing behind it can be read.
        void broken(String place, long from);
    }

    /// One value and where it stands.
    ///
    /// @param place JSON pointer
    /// @param from first byte
    /// @param to the byte after the last
    public record Element(JsonNode value, String place, long from, long to) {}

    /// Reads a whole file.
    public static void read(FileContent file, Sink sink) throws IOException {
        try (InputStream in = new BufferedInputStream(file.open(), 1 << 16)) {
            skipMark(in, sink);
        }
    }

    private static void skipMark(InputStream in, Sink sink) throws IOException {
        in.mark(3);
        boolean marked = in.read() == 0xEF && in.read() == 0xBB && in.read() == 0xBF;
        if (!marked) {
            in.reset();
        }
        new Walk(in, marked ? 3 : 0, sink).run();
    }

    /// One pass over one stream; the byte-order mark shifts all places.
    private static final class Walk {

        private final JsonParser parser;
        private final long shift;
        private final Sink sink;
        private String place = "";

        Walk(InputStream in, long shift, Sink sink) {
            this.parser = MAPPER.createParser(in);
            this.shift = shift;
            this.sink = sink;
        }

        void run() {
            try (parser) {
                var first = parser.nextToken();
                if (first == JsonToken.START_ARRAY) {
                    elements("", "");
                } else if (first == JsonToken.START_OBJECT) {
                    members();
                } else {
                    sink.broken("", 0);
                }
            } catch (JacksonException e) {
                sink.broken(place, shift + Math.max(0, parser.currentLocation().getByteOffset()));
            }
        }

        private void members() {
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                var name = parser.currentName();
                place = "/" + name.replace("~", "~0").replace("/", "~1");
                var value = parser.nextToken();
                if (value == JsonToken.START_ARRAY) {
                    elements(name, place);
                } else {
                    sink.member(name, value == JsonToken.VALUE_STRING ? parser.getString() : null);
                    parser.skipChildren();
                }
            }
        }

        private void elements(String container, String pointer) {
            for (int index = 0; parser.nextToken() != JsonToken.END_ARRAY; index++) {
                place = pointer + "/" + index;
                long from = shift + parser.currentTokenLocation().getByteOffset();
                JsonNode value = parser.readValueAsTree();
                long to = shift + parser.currentLocation().getByteOffset();
                sink.element(container, index, new Element(value, place, from, to));
            }
        }
    }
}
