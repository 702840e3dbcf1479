package claimtrail.command.imports;

import claimtrail.command.imports.Told.Fate;
import claimtrail.command.imports.reading.Note;
import claimtrail.event.imports.ImportEvent.ImportCompleted;
import claimtrail.event.imports.ImportEvent.Severity;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/// Counts what became of the records of one file. Used by many threads.
final class ImportTally {

    /// Warnings written down one by one; further ones are only counted.
    private static final int KEPT_WARNINGS = 10_000;

    private final Map<Fate, Integer> fates = new EnumMap<>(Fate.class);
    private final Map<String, Integer> codes = new TreeMap<>();
    private final Map<String, Boolean> wholeFile = new TreeMap<>();
    private int warnings;
    private int kept;
    private int events;

    synchronized void count(Told told) {
        fates.merge(told.fate(), 1, Integer::sum);
        events += told.events();
    }

    /// Counts a finding and says whether it is to be written down now. What concerns the whole file is written down at
    /// the end, once.
    synchronized boolean keeps(Note note) {
        codes.merge(note.code(), 1, Integer::sum);
        if (note.severity() != Severity.WARNING) {
            return true;
        }
        warnings++;
        if (note.wholeFile()) {
            wholeFile.put(note.code(), true);
            return false;
        }
        return ++kept <= KEPT_WARNINGS;
    }

    /// Codes that concern the whole file.
    synchronized Iterable<String> wholeFileCodes() {
        return new TreeMap<>(wholeFile).keySet();
    }

    synchronized int of(Fate fate) {
        return fates.getOrDefault(fate, 0);
    }

    synchronized int read() {
        return fates.values().stream().mapToInt(Integer::intValue).sum();
    }

    synchronized int warnings() {
        return warnings;
    }

    synchronized int events() {
        return events;
    }

    synchronized Map<String, Integer> codes() {
        return new TreeMap<>(codes);
    }

    synchronized ImportCompleted completed(long millis) {
        return new ImportCompleted(
                read(),
                of(Fate.STORED),
                of(Fate.SEEN_BEFORE),
                of(Fate.HELD),
                of(Fate.REFUSED),
                warnings,
                codes(),
                events,
                millis);
    }
}
