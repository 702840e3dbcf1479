package claimtrail.denial;

import claimtrail.event.Reason;
import claimtrail.event.reference.ReferenceEvent.Effect;
import claimtrail.event.reference.ReferenceEvent.Preventable;
import claimtrail.event.reference.ReferenceEvent.ReasonClassified;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The reason classes and meanings that hold before anybody publishes others; the text beside this class, in
/// our own wording. A platform publishes them as facts; until then they are read from here.
public final class DayOne {

    /// The meanings hold for any answer, however old.
    private static final LocalDate FROM = LocalDate.EPOCH;

    private static final Map<String, ReasonClass> CLASSES = new LinkedHashMap<>();
    private static final List<ReasonClassified> MEANINGS = new ArrayList<>();

    static final ReasonTable TABLE;

    static {
        for (var row : rows()) {
            switch (row[0]) {
                case "class" -> CLASSES.put(row[1], reasonClass(row));
                case "meaning" -> MEANINGS.addAll(meanings(row));
                default -> throw new IllegalStateException("day-one.txt has a row of unknown kind " + row[0]);
            }
        }
        TABLE = ReasonTable.of(MEANINGS);
    }

    private DayOne() {}

    /// All classes, by name, in the order of the page that names them.
    public static Map<String, ReasonClass> classes() {
        return Collections.unmodifiableMap(CLASSES);
    }

    /// All meanings, as the facts that publish them.
    public static List<ReasonClassified> meanings() {
        return List.copyOf(MEANINGS);
    }

    private static ReasonClass reasonClass(String[] row) {
        return new ReasonClass(row[1], row[2], preventable(row[3]), Integer.parseInt(row[4]), row[5], row[6]);
    }

    private static List<ReasonClassified> meanings(String[] row) {
        var effect = Effect.valueOf(row[4]);
        var named = row.length > 5 ? Objects.requireNonNull(CLASSES.get(row[5]), row[5]) : null;
        var codes = row[1].equals("CARC") ? List.of(row[2].split(" ")) : List.of(row[2]);
        var remarks = row[3].isEmpty() ? List.of("") : List.of(row[3].split(" "));
        var meanings = new ArrayList<ReasonClassified>();
        for (var code : codes) {
            for (var remark : remarks) {
                meanings.add(new ReasonClassified(
                        new Reason(row[1], code),
                        remark.isEmpty() ? null : remark,
                        null,
                        null,
                        effect,
                        named == null ? null : named.name(),
                        named == null ? null : named.category(),
                        named == null ? null : named.preventable(),
                        FROM,
                        null));
            }
        }
        return meanings;
    }

    private static @Nullable Preventable preventable(String word) {
        return word.isEmpty() ? null : Preventable.valueOf(word);
    }

    private static List<String[]> rows() {
        try (InputStream in = Objects.requireNonNull(DayOne.class.getResourceAsStream("day-one.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split("\\|", -1))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
