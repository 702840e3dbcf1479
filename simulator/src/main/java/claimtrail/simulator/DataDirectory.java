package claimtrail.simulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The place where a sandbox keeps everything, held by one sandbox at a time.
///
/// The operating system gives the hold back however the process ends, so a killed sandbox never blocks the next one.
final class DataDirectory implements AutoCloseable {

    /// What a start with samples needs, with room for PostgreSQL's first write-ahead log. Ours, chosen by measuring an
    /// empty sandbox: 40 MB of programs, 40 MB of database, up to 64 MB of write-ahead log.
    private static final long LEAST_FREE_BYTES = 256L << 20;

    private final Path place;
    private final FileChannel channel;

    private DataDirectory(Path place, FileChannel channel) {
        this.place = place;
        this.channel = channel;
    }

    /// Takes the directory for this process, making it where it is missing.
    ///
    /// @throws CannotStart if another sandbox has it, it cannot be written, or the disk is full
    static DataDirectory hold(Path wanted) {
        var place = wanted.toAbsolutePath().normalize();
        try {
            Files.createDirectories(place);
            requireRoom(place, Files.getFileStore(place).getUsableSpace());
            var channel = FileChannel.open(
                    place.resolve("sandbox.lock"),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.READ,
                    StandardOpenOption.WRITE);
            if (lock(channel) == null) {
                var owner = owner(channel);
                channel.close();
                throw new CannotStart(
                        ("Another sandbox (process %s) is using %s: stop it, or name another directory with"
                                        + " --data.")
                                .formatted(owner, place));
            }
            channel.truncate(0);
            channel.write(
                    ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)));
            return new DataDirectory(place, channel);
        } catch (IOException e) {
            throw new CannotStart("The data directory %s cannot be used: %s.".formatted(place, e), e);
        }
    }

    /// Refuses to begin on a disk on which the database could not finish its first sentence.
    static void requireRoom(Path place, long freeBytes) {
        if (freeBytes < LEAST_FREE_BYTES) {
            throw new CannotStart("The disk of %s is full: %d MB are free, %d MB are needed."
                    .formatted(place, freeBytes >> 20, LEAST_FREE_BYTES >> 20));
        }
    }

    Path place() {
        return place;
    }

    /// The settings with which the query side keeps its key and its checkpoints here too.
    List<String> checkpoints() {
        return List.of(
                "--claimtrail.integrity.signing-key=" + place.resolve("keys/signing.key"),
                "--claimtrail.integrity.directory=" + place.resolve("checkpoints"));
    }

    /// Whether an earlier start has written down that a step is over.
    boolean knows(String step) {
        return Files.exists(place.resolve(step));
    }

    /// Writes down that a step is over and need not be done by later starts.
    void remember(String step) {
        try {
            Files.writeString(place.resolve(step), "done\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            // Not the first bytes: they hold the owner, which others must be able to read on every system.
            return channel.tryLock(1024, 1, false);
        } catch (OverlappingFileLockException e) {
            return null; // held by this very process
        }
    }

    private static String owner(FileChannel channel) throws IOException {
        var bytes = ByteBuffer.allocate(20);
        channel.read(bytes, 0);
        return new String(bytes.array(), 0, bytes.position(), StandardCharsets.US_ASCII);
    }
}
