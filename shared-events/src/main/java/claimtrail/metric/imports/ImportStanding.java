package claimtrail.metric.imports;

import claimtrail.event.imports.ImportEvent.ImportCompleted;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What the fold remembers of one file.
///
/// @param receivedOn absent before the start is known
/// @param records read records by what became of them; empty until the file is read
/// @param noted findings by code: those told so far, and once the file is read all of them
public record ImportStanding(@Nullable LocalDate receivedOn, Map<String, Integer> records, Map<String, Integer> noted) {

    static final ImportStanding START = new ImportStanding(null, Map.of(), Map.of());

    public ImportStanding {
        records = Map.copyOf(records);
        noted = Map.copyOf(noted);
    }

    ImportStanding started(LocalDate on) {
        return new ImportStanding(on, records, noted);
    }

    /// One more finding.
    ImportStanding noted(String code) {
        var more = new HashMap<>(noted);
        more.merge(code, 1, Integer::sum);
        return new ImportStanding(receivedOn, records, more);
    }

    /// The file is read: its own counts hold, also of findings that were not told one by one.
    ImportStanding completed(ImportCompleted it) {
        SequencedMap<String, Integer> counts = new TreeMap<>();
        counts.put("stored", it.stored());
        counts.put("seen before", it.seenBefore());
        counts.put("held", it.held());
        counts.put("refused", it.refused());
        var all = new HashMap<>(noted);
        it.codes().forEach((code, times) -> all.merge(code, times, Math::max));
        return new ImportStanding(receivedOn, counts, all);
    }
}
