package claimtrail.query.integrity;

import claimtrail.proof.SignedCheckpoint;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/// Checkpoints in a directory, one file each. A file appears whole or not at all.
@Component
final class CheckpointFiles implements CheckpointArchive {

    private static final Pattern NAME = Pattern.compile("(\\d{20})\\.checkpoint");

    private final Path directory;

    CheckpointFiles(IntegritySettings settings) {
        this.directory = settings.directory();
    }

    @Override
    public void keep(SignedCheckpoint checkpoint) throws IOException {
        Files.createDirectories(directory);
        var place = file(checkpoint.checkpoint().size());
        var aside = directory.resolve(place.getFileName() + ".part");
        Files.writeString(aside, checkpoint.note());
        Durable.sync(aside);
        Files.move(aside, place, StandardCopyOption.ATOMIC_MOVE);
        Durable.sync(directory);
    }

    /// The sizes for which there are files.
    NavigableSet<Long> sizes() throws IOException {
        var sizes = new TreeSet<Long>();
        if (Files.exists(directory)) {
            try (var names = Files.newDirectoryStream(directory)) {
                for (var path : names) {
                    var name = NAME.matcher(path.getFileName().toString());
                    if (name.matches()) {
                        sizes.add(Long.valueOf(name.group(1)));
                    }
                }
            }
        }
        return sizes;
    }

    /// What a file says; empty if it is no checkpoint of this size.
    Optional<SignedCheckpoint> read(long size) throws IOException {
        try {
            return Optional.of(SignedCheckpoint.parse(Files.readAllBytes(file(size))))
                    .filter(it -> it.checkpoint().size() == size);
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /// Where it is, for people.
    String place() {
        return directory.toAbsolutePath().normalize().toString();
    }

    private Path file(long size) {
        return directory.resolve(CheckpointArchive.name(size));
    }

    /// The text of a note, as bytes.
    static byte[] bytes(String note) {
        return note.getBytes(StandardCharsets.UTF_8);
    }
}
