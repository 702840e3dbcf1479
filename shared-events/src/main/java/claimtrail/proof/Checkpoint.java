package claimtrail.proof;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What the log was at a moment: so many facts, and the root that stands for all of them. Signed, it is a
/// [SignedCheckpoint].
///
/// As text it is a checkpoint of C2SP `tlog-checkpoint` with two lines more, so that tools for transparency logs read
/// it:
///
/// ```
/// claimtrail/<id of the log>
/// <number of facts>
/// <root, base64>
/// time <instant, ISO 8601, UTC>
/// previous <SHA-256 of the signed checkpoint before it, base64; "none" for the first>
/// ```
///
/// @param log which log: an id that was drawn when it got its first checkpoint
/// @param size how many facts: the position of the last one
/// @param root of the tree over these facts
/// @param time when it was made
/// @param previous hash of the checkpoint before it; absent for the first
public record Checkpoint(
        UUID log,
        long size,
        Hash root,
        Instant time,
        @Nullable Hash previous) {

    private static final String NAME = "claimtrail/";
    private static final String TIME = "time ";
    private static final String PREVIOUS = "previous ";
    private static final String NONE = "none";
    private static final int LINES = 5;

    /// The name of a log, in its checkpoints and as the name of its key.
    static String name(UUID log) {
        return NAME + log;
    }

    /// What is signed; every line ends with a line feed.
    public String text() {
        return String.join(
                        "\n",
                        name(log),
                        Long.toString(size),
                        root.base64(),
                        TIME + DateTimeFormatter.ISO_INSTANT.format(time),
                        PREVIOUS + (previous == null ? NONE : previous.base64()))
                + "\n";
    }

    /// Reads leniently, such as an id in capitals; [SignedCheckpoint#parse] sees that it was written in the one way.
    ///
    /// @throws IllegalArgumentException if it is not the text of a checkpoint
    static Checkpoint parse(String text) {
        try {
            var lines = List.of(text.split("\n", -1));
            if (lines.size() != LINES + 1) {
                throw new IllegalArgumentException("a checkpoint has " + LINES + " lines");
            }
            var before = after(PREVIOUS, lines.get(4));
            return new Checkpoint(
                    UUID.fromString(after(NAME, lines.get(0))),
                    Long.parseLong(lines.get(1)),
                    Hash.ofBase64(lines.get(2)),
                    Instant.parse(after(TIME, lines.get(3))),
                    before.equals(NONE) ? null : Hash.ofBase64(before));
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("a checkpoint says when it was made", e);
        }
    }

    private static String after(String word, String line) {
        if (!line.startsWith(word)) {
            throw new IllegalArgumentException("this line of a checkpoint begins with '" + word + "'");
        }
        return line.substring(word.length());
    }
}
