package claimtrail.event.json;

import static org.assertj.core.api.Assertions.assertThat;

import claimtrail.event.DomainEvent;
import claimtrail.event.EventCatalogue;
import claimtrail.event.EventCatalogue.Entry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// An event never changes shape: what was ever stored under a name and version is read, and written as the same
/// bytes, for ever. The folder `approved` has each shape with every field, `approved/least` with only what must
/// be there.
class ApprovedEventsTest {

    private static final Path APPROVED = Path.of("src/test/resources/approved");
    private static final Path LEAST = APPROVED.resolve("least");

    static List<Entry> shapes() {
        return EventCatalogue.entries();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("shapes")
    void every_shape_reads_its_approved_bytes_and_writes_them_again(Entry shape) {
        for (var folder : List.of(APPROVED, LEAST)) {
            var file = folder.resolve(fileName(shape));
            assertThat(file).as("a new event needs an approved file").exists();
            var bytes = read(file);

            var event = EventJson.read(shape.name(), shape.version(), bytes);

            assertThat(event).isInstanceOf(shape.type());
            assertThat(new String(EventJson.write(event), StandardCharsets.UTF_8))
                    .isEqualTo(new String(bytes, StandardCharsets.UTF_8));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("shapes")
    void the_approved_file_has_every_field_of_its_shape(Entry shape) {
        var text = new String(read(APPROVED.resolve(fileName(shape))), StandardCharsets.UTF_8);

        for (var field : shape.type().getRecordComponents()) {
            assertThat(text).contains('"' + field.getName() + "\":");
        }
    }

    @Test
    void no_approved_shape_has_left_the_catalogue() throws IOException {
        try (var files = Files.list(APPROVED)) {
            assertThat(files.filter(Files::isRegularFile)
                            .map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(
                            shapes().stream().map(ApprovedEventsTest::fileName).toList());
        }
    }

    @Test
    void every_event_stands_in_the_catalogue_once() {
        assertThat(leaves(DomainEvent.class).toList())
                .containsExactlyInAnyOrderElementsOf(
                        shapes().stream().<Class<?>>map(Entry::type).toList());
        assertThat(shapes().stream().map(ApprovedEventsTest::fileName)).doesNotHaveDuplicates();
    }

    private static Stream<Class<?>> leaves(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses()).flatMap(ApprovedEventsTest::leaves)
                : Stream.of(type);
    }

    private static String fileName(Entry shape) {
        return shape.name() + '.' + shape.version() + ".json";
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
