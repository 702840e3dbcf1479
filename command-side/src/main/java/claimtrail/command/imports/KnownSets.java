package claimtrail.command.imports;

import claimtrail.command.Receipt;
import claimtrail.command.imports.ImportCommand.CompleteImport;
import claimtrail.command.imports.ImportCommand.NoteRecord;
import claimtrail.command.imports.ImportCommand.SeeAgain;
import claimtrail.command.imports.reading.FileContent;
import claimtrail.command.imports.reading.FileReader;
import claimtrail.command.store.DirectoryEntry;
import claimtrail.command.store.OutsideNumber;
import claimtrail.event.imports.ImportEvent.ImportCompleted;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/// The transaction sets of one file, and which of them another file has brought in other bytes: wrapped anew, with
/// other separators, or renumbered. Memory does not grow with the file, but for one bit a set.
final class KnownSets {

    /// Directory kind: the fingerprint of a set names the import that stored it.
    static final String KIND = "transaction-set";

    private static final int TOGETHER = 1_000; // sets in one question, and in one commit
    private static final int ATTEMPTS = 3;

    private final UUID practice;
    private final UUID file;
    private final Numbers numbers;
    private final BitSet known = new BitSet();
    private final Map<UUID, Integer> sources = new TreeMap<>();
    private int met;

    private KnownSets(UUID practice, UUID file, Numbers numbers) {
        this.practice = practice;
        this.file = file;
        this.numbers = numbers;
    }

    /// Looks all sets of a file up.
    ///
    /// @param file the import's stream: what it stored itself is not known from elsewhere
    static KnownSets of(UUID practice, UUID file, FileReader reader, FileContent bytes, Numbers numbers)
            throws IOException {
        var sets = new KnownSets(practice, file, numbers);
        var waiting = new ArrayList<Met>(TOGETHER);
        reader.parts(bytes, (no, fingerprint) -> {
            waiting.add(new Met(no, fingerprint));
            if (waiting.size() == TOGETHER) {
                sets.lookUp(waiting);
            }
        });
        sets.lookUp(waiting);
        return sets;
    }

    private record Met(int no, String fingerprint) {}

    private void lookUp(List<Met> waiting) {
        var found = numbers.findAll(
                waiting.stream().map(it -> number(it.fingerprint())).toList());
        for (var set : waiting) {
            var source = found.get(number(set.fingerprint()));
            if (source != null && !source.equals(file)) {
                known.set(set.no());
                sources.merge(source, 1, Integer::sum);
            }
        }
        met += waiting.size();
        waiting.clear();
    }

    /// Whether another file has brought the set.
    boolean knows(int set) {
        return known.get(set);
    }

    /// Sets that another file has brought.
    int seenBefore() {
        return known.cardinality();
    }

    /// Sets of the file.
    int all() {
        return met;
    }

    /// Says of each file that sets of it came again: once for this file, however often it is read.
    void seeAgain(Courier courier) {
        sources.forEach((source, sets) -> {
            var receipt = courier.once("sets of " + source + " in " + file, new SeeAgain(source, practice, sets));
            if (receipt instanceof Receipt.Declined declined) {
                throw new IllegalStateException("sets seen again were refused: " + declined.code());
            }
        });
    }

    /// Says that the whole file is stored. In the same commit its sets become known; those of a file of very many
    /// follow at once, and a file broken off in between is recognised record by record as far as they are missing.
    void complete(ImportCompleted completed, FileReader reader, Arrival arrived, Courier courier) throws IOException {
        var ending = new Ending(completed, courier, arrived.bytes());
        if (known.cardinality() < met) {
            Set<String> waiting = new LinkedHashSet<>();
            reader.parts(arrived.content(), (_, fingerprint) -> {
                waiting.add(fingerprint);
                if (waiting.size() == TOGETHER) {
                    ending.tell(waiting);
                }
            });
            ending.tell(waiting);
        }
        ending.tellAtAll();
    }

    /// The completion goes first, with the first sets.
    private final class Ending {

        private final ImportCompleted completed;
        private final Courier courier;
        private final long bytes;
        private boolean told;

        Ending(ImportCompleted completed, Courier courier, long bytes) {
            this.completed = completed;
            this.courier = courier;
            this.bytes = bytes;
        }

        /// Another import may make a set known at this moment: then it is looked up again.
        void tell(Set<String> fingerprints) {
            for (int attempt = 0; attempt < ATTEMPTS && !fingerprints.isEmpty(); attempt++) {
                var entries = unknown(fingerprints);
                if (entries.isEmpty() || isTaken(entries)) {
                    fingerprints.clear();
                }
            }
            fingerprints.clear();
        }

        void tellAtAll() {
            if (!told && !isTaken(List.of())) {
                throw new IllegalStateException("the end of an import was refused");
            }
        }

        private boolean isTaken(List<DirectoryEntry> entries) {
            var command = told
                    ? new NoteRecord(file, practice, List.of(), entries)
                    : new CompleteImport(file, practice, completed, entries);
            boolean taken = courier.send(command, "", 0, bytes) instanceof Receipt.Done;
            told |= taken;
            return taken;
        }
    }

    private List<DirectoryEntry> unknown(Set<String> fingerprints) {
        var found = numbers.findAll(fingerprints.stream().map(this::number).toList());
        return fingerprints.stream()
                .filter(it -> !found.containsKey(number(it)))
                .map(it -> new DirectoryEntry(practice, KIND, it, file))
                .toList();
    }

    private OutsideNumber number(String fingerprint) {
        return new OutsideNumber(practice, KIND, fingerprint);
    }
}
