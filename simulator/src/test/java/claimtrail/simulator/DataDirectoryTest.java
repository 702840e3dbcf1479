package claimtrail.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A data directory belongs to one sandbox at a time.
class DataDirectoryTest {

    @TempDir
    private Path place;

    @Test
    void it_is_made_where_it_is_missing() {
        try (var directory = DataDirectory.hold(place.resolve("new/room"))) {
            assertThat(directory.place()).isDirectory();
        }
    }

    @Test
    void a_second_sandbox_is_told_who_has_it() {
        try (var first = DataDirectory.hold(place)) {
            assertThat(first.place()).isDirectory();
            assertThatThrownBy(() -> DataDirectory.hold(place))
                    .isInstanceOf(CannotStart.class)
                    .hasMessage(
                            "Another sandbox (process %d) is using %s: stop it, or name another directory with --data."
                                    .formatted(ProcessHandle.current().pid(), place));
        }
        DataDirectory.hold(place).close();
    }

    @Test
    void a_full_disk_is_named_before_anything_is_written() {
        assertThatThrownBy(() -> DataDirectory.requireRoom(place, 255L << 20))
                .isInstanceOf(CannotStart.class)
                .hasMessage("The disk of %s is full: 255 MB are free, 256 MB are needed.".formatted(place));
        DataDirectory.requireRoom(place, 256L << 20);
    }

    @Test
    void a_file_in_its_place_is_refused_in_one_sentence() throws Exception {
        var file = Files.writeString(place.resolve("file"), "not a directory");
        assertThatThrownBy(() -> DataDirectory.hold(file))
                .isInstanceOf(CannotStart.class)
                .hasMessageStartingWith("The data directory %s cannot be used".formatted(file));
    }

    @Test
    void a_step_is_done_once() {
        try (var directory = DataDirectory.hold(place)) {
            assertThat(directory.knows("founded")).isFalse();
            directory.remember("founded");
        }
        try (var directory = DataDirectory.hold(place)) {
            assertThat(directory.knows("founded")).isTrue();
        }
    }
}
