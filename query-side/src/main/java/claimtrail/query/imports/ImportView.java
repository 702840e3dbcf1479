package claimtrail.query.imports;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What became of a file: read = stored + seen before + held + refused; absent until it is completed.
///
/// @param bytes length of the unpacked file
/// @param seenAgain how often the same bytes came again
/// @param lastPosition last fact about it
public record ImportView(
        UUID id,
        String sha256,
        long bytes,
        String format,
        String profile,
        LocalDate receivedOn,
        String state,
        @Nullable Integer read,
        @Nullable Integer stored,
        @Nullable Integer seenBefore,
        @Nullable Integer held,
        @Nullable Integer refused,
        @Nullable Integer warnings,
        @Nullable Integer events,
        @Nullable Long millis,
        int seenAgain,
        Instant startedAt,
        long lastPosition) {

    /// A file with what was noted about it.
    ///
    /// @param codes how often each code was noted, most first
    /// @param notes at most as many as asked for, in file order
    public record Report(ImportView totals, UUID practice, List<Code> codes, List<Note> notes, long notesInAll) {}

    /// How often a code was noted.
    public record Code(String code, int count) {}

    /// One note about one record.
    ///
    /// @param from first byte of the record
    /// @param to the byte after the last
    /// @param position the fact that says so
    public record Note(
            String place,
            String code,
            long from,
            long to,
            String severity,
            @Nullable String field,
            @Nullable UUID claim,
            @Nullable String verdict,
            long position) {}
}
