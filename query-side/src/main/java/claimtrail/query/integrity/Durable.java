package claimtrail.query.integrity;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// Files that are there after a power cut.
final class Durable {

    private Durable() {}

    /// Waits until a file, or the names in a directory, are on the disk.
    static void sync(Path path) throws IOException {
        try (var channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
