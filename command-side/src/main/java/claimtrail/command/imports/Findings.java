package claimtrail.command.imports;

import claimtrail.event.imports.ImportEvent.RecordJudged;
import claimtrail.event.imports.ImportEvent.RecordNoted;
import claimtrail.event.imports.ImportEvent.Severity;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What was found in a file, and what a person said about it. A chain, newest first: a file may have ten thousand
/// findings, and each of them must be added without copying the others.
public final class Findings {

    private static final Findings NONE = new Findings(null, null, null);

    private final @Nullable Findings before;
    private final @Nullable RecordNoted noted;
    private final @Nullable RecordJudged judged;

    private Findings(@Nullable Findings before, @Nullable RecordNoted noted, @Nullable RecordJudged judged) {
        this.before = before;
        this.noted = noted;
        this.judged = judged;
    }

    static Findings none() {
        return NONE;
    }

    Findings with(RecordNoted note) {
        return new Findings(this, note, null);
    }

    Findings with(RecordJudged judgement) {
        return new Findings(this, null, judgement);
    }

    /// Everything noted, oldest first.
    public List<RecordNoted> notes() {
        Deque<RecordNoted> notes = new ArrayDeque<>();
        for (var it = this; it != null; it = it.before) {
            if (it.noted != null) {
                notes.addFirst(it.noted);
            }
        }
        return List.copyOf(notes);
    }

    /// What a person said about the record at a place.
    public Optional<RecordJudged> judgement(String place) {
        for (var it = this; it != null; it = it.before) {
            if (it.judged != null && it.judged.place().equals(place)) {
                return Optional.of(it.judged);
            }
        }
        return Optional.empty();
    }

    /// Where findings of an import are looked up; nothing is found of an import that was never started.
    public interface Kept {

        Findings found(UUID file);
    }

    /// Whether a record was held, whatever a person said about it since.
    boolean isHeld(String place) {
        return notes().stream()
                .anyMatch(it -> it.severity() == Severity.HELD && it.place().equals(place));
    }

    /// Places of held records that another file may put right, and that nobody has judged, oldest first.
    Set<String> waiting() {
        Set<String> places = new LinkedHashSet<>();
        Set<String> judged = new HashSet<>();
        for (var it = this; it != null; it = it.before) {
            if (it.judged != null) {
                judged.add(it.judged.place());
            }
        }
        for (var note : notes()) {
            if (WaitingRecords.mayStillBeTold(note) && !judged.contains(note.place())) {
                places.add(note.place());
            }
        }
        return places;
    }

    /// Those of the notes that are new: the same place, code and field is the same finding.
    List<RecordNoted> unseen(List<RecordNoted> notes) {
        Set<List<String>> seen = new HashSet<>();
        for (var note : notes()) {
            seen.add(key(note));
        }
        var unseen = new ArrayList<RecordNoted>();
        for (var note : notes) {
            if (seen.add(key(note))) {
                unseen.add(note);
            }
        }
        return unseen;
    }

    private static List<String> key(RecordNoted note) {
        var field = note.field();
        return List.of(note.place(), note.code(), field == null ? "" : field);
    }
}
