package claimtrail.command.imports;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// How far an import is, or what it came to: read = stored + seen before + held + refused.
///
/// @param file `sha256:` and 64 hexadecimal digits over the unpacked bytes
/// @param bytes of the unpacked file
/// @param bytesRead behind which nothing is read again
/// @param codes how often each code was noted, also beyond the limit of kept warnings
/// @param events facts written by records, the import's own not among them
/// @param transactionSets whole X12 transaction sets of the file; 0 in other formats
/// @param setsSeenBefore those that another file brought in other bytes: their records count as seen before
/// @param resumed an earlier reading was broken off; what it had stored counts as seen before
/// @param refusal why the file as a whole was not read
public record ImportReport(
        UUID importId,
        UUID practice,
        State state,
        String file,
        long bytes,
        @Nullable String format,
        String profile,
        boolean dryRun,
        boolean resumed,
        Instant startedAt,
        long millis,
        long bytesRead,
        int read,
        int stored,
        int seenBefore,
        int held,
        int refused,
        int warnings,
        Map<String, Integer> codes,
        int events,
        int transactionSets,
        int setsSeenBefore,
        @Nullable String refusal) {

    public ImportReport {
        codes = Map.copyOf(codes);
    }

    /// Where an import stands.
    public enum State {
        RUNNING,
        COMPLETED,
        /// The same bytes were read before; nothing was read.
        SEEN_AGAIN,
        /// Broken off by a person; the same bytes go on where it stopped.
        CANCELLED,
        /// The file as a whole was not taken.
        REFUSED,
        /// Broken off by a fault of ours; the same bytes go on where it stopped.
        FAILED;

        public boolean isOver() {
            return this != RUNNING;
        }
    }

    /// Records a second, of those read so far.
    public long recordsPerSecond() {
        return millis == 0 ? 0 : 1000L * read / millis;
    }
}
