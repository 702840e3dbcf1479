package claimtrail.command.imports;

import claimtrail.command.imports.reading.Note;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What became of one record.
///
/// @param events how many facts it wrote
/// @param claim the claim concerned, if any
record Told(
        Fate fate, List<Note> notes, int events, @Nullable UUID claim) {

    Told {
        notes = List.copyOf(notes);
    }

    /// The four that add up to the records read.
    enum Fate {
        STORED,
        SEEN_BEFORE,
        HELD,
        REFUSED
    }
}
