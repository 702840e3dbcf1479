package claimtrail.proof;

import claimtrail.denial.Road;
import claimtrail.event.provider.PracticeEvent.PracticeRegistered;
import claimtrail.metric.Basis;
import claimtrail.metric.Definition;
import claimtrail.metric.Facets;
import claimtrail.metric.FoldCatalogue;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A figure that somebody wants counted from an export, in the words of the API.
final class FigureAsked {

    /// What can be said about it.
    static final Set<String> WORDS = Set.of(
            "metric",
            "practice",
            "from",
            "to",
            "basis",
            "payer",
            "provider",
            "asOf",
            "fold",
            "reason",
            "code",
            "pattern",
            "policy",
            "asserted",
            "road");

    private final Map<String, String> said;

    FigureAsked(Map<String, String> said) {
        this.said = Map.copyOf(said);
    }

    String metric() {
        return required("metric");
    }

    /// As of which position.
    ///
    /// @param size facts of the export
    long asOf(long size) {
        var asOf = said.containsKey("asOf") ? read("asOf", Long::valueOf) : size;
        if (asOf < 1 || asOf > size) {
            throw new Unreadable("--asOf is a position from 1 to " + size + ".");
        }
        return asOf;
    }

    /// The practice, by its id or its number.
    UUID practice(Map<UUID, PracticeRegistered> practices) {
        var named = said.get("practice");
        if (named == null && practices.size() == 1) {
            return practices.keySet().iterator().next();
        }
        var wanted = required("practice");
        return practices.entrySet().stream()
                .filter(it -> it.getKey().toString().equals(wanted)
                        || it.getValue().number().value().equals(wanted))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow(() -> new Unreadable("The log has no practice " + wanted + "."));
    }

    Question question(Definition definition, UUID practice, @Nullable LocalDate looked, long asOf) {
        var basis = said.containsKey("basis")
                ? read("basis", it -> Basis.valueOf(it.toUpperCase(Locale.ROOT)))
                : Basis.EVENT;
        return new Question(
                definition.id(),
                definition.version(),
                folds(),
                practice,
                said.containsKey("payer") ? read("payer", UUID::fromString) : null,
                said.containsKey("provider") ? read("provider", UUID::fromString) : null,
                basis,
                read("from", LocalDate::parse),
                read("to", LocalDate::parse),
                looked,
                only(),
                asOf);
    }

    private Facets only() {
        for (var name : List.of("reason", "code", "pattern", "policy")) {
            if (said.containsKey(name)) {
                return Facets.named(Set.of(required(name)));
            }
        }
        if (said.containsKey("asserted")) {
            return Facets.named(Set.of("asserted:" + required("asserted")));
        }
        return said.containsKey("road")
                ? Facets.road(read("road", it -> Road.valueOf(it.toUpperCase(Locale.ROOT))))
                : Facets.all();
    }

    /// The first version of every fold, or the one that is asked for.
    private List<String> folds() {
        var byStream = new LinkedHashMap<String, String>();
        FoldCatalogue.all().forEach(fold -> byStream.putIfAbsent(fold.streamType(), fold.name()));
        if (said.containsKey("fold")) {
            var fold = FoldCatalogue.find(required("fold"))
                    .orElseThrow(() -> new Unreadable("This program does not have that fold."));
            byStream.put(fold.streamType(), fold.name());
        }
        return List.copyOf(byStream.values());
    }

    private String required(String name) {
        var text = said.get(name);
        if (text == null) {
            throw new Unreadable("Say --" + name + " too.");
        }
        return text;
    }

    private <V> V read(String name, Function<String, V> reading) {
        try {
            return reading.apply(required(name));
        } catch (IllegalArgumentException | DateTimeException _) {
            throw new Unreadable("--" + name + " makes no sense: " + said.get(name) + ".");
        }
    }
}
