package claimtrail.command.imports;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a library of policies came to, entry by entry: read = stored + seen before + revised + refused.
///
/// @param retired policies that a replacing library no longer holds
public record LibraryReport(
        Mode mode, int read, int stored, int seenBefore, int revised, int refused, int retired, List<Entry> entries) {

    public LibraryReport {
        entries = List.copyOf(entries);
    }

    static LibraryReport of(Mode mode, List<Entry> entries) {
        int retired = count(entries, Fate.RETIRED);
        return new LibraryReport(
                mode,
                entries.size() - retired,
                count(entries, Fate.STORED),
                count(entries, Fate.SEEN_BEFORE),
                count(entries, Fate.REVISED),
                count(entries, Fate.REFUSED),
                retired,
                entries);
    }

    private static int count(List<Entry> entries, Fate fate) {
        return Math.toIntExact(entries.stream().filter(it -> it.fate() == fate).count());
    }

    /// What becomes of policies that the library does not hold.
    public enum Mode {
        /// They stay.
        MERGE,
        /// Those of the same source are retired.
        REPLACE
    }

    /// What became of one entry.
    public enum Fate {
        STORED,
        SEEN_BEFORE,
        /// It says something new: the next version.
        REVISED,
        REFUSED,
        /// No longer in the library.
        RETIRED
    }

    /// One entry, or a policy that has none any more.
    ///
    /// @param place JSON pointer; empty for a policy that was retired
    /// @param number the source's number; absent where it could not be read
    /// @param version that was published now
    /// @param code why it was refused
    /// @param field at fault, inside the entry
    /// @param warnings what is doubtful about an entry that was taken
    public record Entry(
            String place,
            @Nullable String number,
            @Nullable UUID policy,
            Fate fate,
            @Nullable Integer version,
            @Nullable String code,
            @Nullable String field,
            List<Doubt> warnings) {
        public Entry {
            warnings = List.copyOf(warnings);
        }
    }

    /// A code and the field it is about, inside the entry.
    public record Doubt(String code, String field) {}
}
