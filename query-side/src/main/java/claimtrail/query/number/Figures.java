package claimtrail.query.number;

import claimtrail.metric.Definition.Window;
import claimtrail.metric.Facets;
import claimtrail.metric.Measure;
import claimtrail.metric.Times;
import claimtrail.metric.claim.ClaimFold;
import claimtrail.query.feed.FoldStatus;
import claimtrail.query.feed.Remembered;
import claimtrail.query.feed.Snapshot;
import claimtrail.query.number.Definition.Unit;
import claimtrail.query.number.FacetSums.Table;
import claimtrail.query.number.Figure.Split;
import claimtrail.query.web.Asked;
import claimtrail.query.web.Parameters;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Makes figures of sums. For now they come from the daily tables, for any other position from kept totals
/// and the ledger; both in one snapshot of the database, so that figures answered together belong together.
@Component
public class Figures {

    private static final String WHOLE = "";

    private final RowSums rows;
    private final FacetSums facets;
    private final SubjectSums subjects;
    private final Maturity maturity;
    private final Estimates estimates;
    private final FoldStatus status;
    private final Remembered remembered;
    private final Snapshot snapshot;

    Figures(
            RowSums rows,
            FacetSums facets,
            SubjectSums subjects,
            Maturity maturity,
            Estimates estimates,
            FoldStatus status,
            Remembered remembered,
            Snapshot snapshot) {
        this.rows = rows;
        this.facets = facets;
        this.subjects = subjects;
        this.maturity = maturity;
        this.estimates = estimates;
        this.status = status;
        this.remembered = remembered;
        this.snapshot = snapshot;
    }

    /// All figures that mean something on the basis asked for, each beside the window before.
    public Map<String, Figure> all(Asked asked) {
        return some(
                asked,
                Definitions.all().stream()
                        .filter(definition -> definition.isOn(asked.basis()))
                        .toList());
    }

    /// Some figures, each beside the window before.
    public Map<String, Figure> some(Asked asked, List<Definition> definitions) {
        return remembered
                .of(new Question(asked, definitions), Answer.class, () -> counted(asked, definitions))
                .figures();
    }

    private record Question(Asked asked, List<Definition> definitions) {}

    private record Answer(Map<String, Figure> figures) {}

    private Answer counted(Asked asked, List<Definition> definitions) {
        return snapshot.of(() -> {
            var now = new EnumMap<Window, Sums>(Window.class);
            var before = new EnumMap<Window, Sums>(Window.class);
            for (var kind : Window.values()) {
                var measures = measures(definitions, kind);
                now.put(kind, sums(about(asked, kind), measures, By.WHOLE));
                if (kind == Window.FLOW || kind == Window.MATURED) {
                    before.put(kind, sums(about(asked.before(), kind), measures, By.WHOLE));
                }
            }
            var figures = new LinkedHashMap<String, Figure>();
            for (var definition : definitions) {
                var sums = Objects.requireNonNull(now.get(definition.window()));
                var earlier = before.get(definition.window());
                figures.put(
                        definition.id(),
                        definition.estimate()
                                ? estimates.of(definition, asked, Value.of(definition, sums, WHOLE), this::filed)
                                : Figure.of(
                                        definition,
                                        asked.on(definition.counted(asked.basis())),
                                        Value.of(definition, sums, WHOLE),
                                        split(definition, sums, WHOLE),
                                        times(definition, sums, WHOLE),
                                        immature(definition, asked),
                                        earlier == null ? null : Value.of(definition, earlier, WHOLE)));
            }
            return new Answer(Collections.unmodifiableMap(figures));
        });
    }

    /// Some flows of each provider, beside the window before; a provider to whom nothing was posted is left out.
    public Map<UUID, Map<String, Figure>> ofProviders(Asked asked, List<Definition> definitions) {
        return snapshot.of(() -> {
            var measures = measures(definitions, Window.FLOW);
            var now = sums(asked, measures, By.PROVIDER);
            var before = sums(asked.before(), measures, By.PROVIDER);
            var keys = new TreeSet<>(now.keys());
            keys.addAll(before.keys());
            var providers = new LinkedHashMap<UUID, Map<String, Figure>>();
            for (var key : keys) {
                var provider = UUID.fromString(key);
                providers.put(provider, figures(asked.of(provider), definitions, now, before, key));
            }
            return providers;
        });
    }

    /// The flows of somebody to whom nothing was posted: counts of 0, and rates that are not known.
    public static Map<String, Figure> nothing(Asked asked, List<Definition> definitions) {
        return figures(asked, definitions, new Sums(), new Sums(), WHOLE);
    }

    private static Map<String, Figure> figures(
            Asked asked, List<Definition> definitions, Sums now, Sums before, String key) {
        var figures = new LinkedHashMap<String, Figure>();
        for (var definition : definitions) {
            figures.put(
                    definition.id(),
                    Figure.of(
                            definition,
                            asked,
                            Value.of(definition, now, key),
                            split(definition, now, key),
                            times(definition, now, key),
                            null,
                            Value.of(definition, before, key)));
        }
        return figures;
    }

    /// One figure, divided; parts in which nothing happened are left out.
    public List<Part> series(Asked asked, Definition definition, By by) {
        check(asked, definition, by);
        return snapshot.of(() -> {
            var about = about(asked, definition.window());
            var apart = new TreeSet<>(definition.measures());
            apart.removeIf(measure -> !by.divides(measure));
            var sums = sums(about, apart, by == By.CATEGORY ? By.REASON : by).grouped(key -> switch (by) {
                case CATEGORY -> Categories.of(key);
                case AGE, DUE -> Bucket.keyOf(by, key, asked.window().to());
                case WHOLE, PAYER, PROVIDER, REASON, CODE, PATTERN, ROAD, DAY, WEEK, MONTH, QUARTER -> key;
            });
            var undivided = !apart.containsAll(definition.measures());
            var whole = (undivided ? sums(about, definition.measures(), By.WHOLE) : sums.grouped(_ -> WHOLE))
                    .of(WHOLE, definition.denominator());
            var parts = new ArrayList<Part>();
            for (var key : sums.keys()) {
                var value = definition.countedBy() == null && !undivided
                        ? Value.of(definition, sums, key)
                        : Value.share(definition, sums, key, whole);
                if (value.numerator() != 0 || (value.denominator() != null && value.denominator() != 0)) {
                    parts.add(Part.of(definition, asked.on(definition.counted(asked.basis())), by, key, value));
                }
            }
            return parts;
        });
    }

    /// One figure as a value, for those who explain it.
    ///
    /// @param only postings with one of these facets
    public Value value(Asked asked, Definition definition, Facets only) {
        check(asked, definition, By.WHOLE);
        return snapshot.of(() -> {
            var about = about(asked, definition.window());
            if (only.isAll()) {
                return Value.of(definition, sums(about, definition.measures(), By.WHOLE), WHOLE);
            }
            var whole = wholes(definition, only);
            var open = new TreeSet<>(definition.measures());
            open.removeAll(whole);
            var sums = sums(about, open, only.road() ? By.ROAD : By.REASON)
                    .grouped(key -> only.takes(key) ? WHOLE : "other");
            if (!whole.isEmpty()) {
                sums.add(sums(about, whole, By.WHOLE));
            }
            return Value.of(definition, sums, WHOLE);
        });
    }

    /// The measures of a figure that are not posted by facet, and are whole whatever facet is asked for.
    public static Set<String> wholes(Definition definition, Facets only) {
        var whole = new TreeSet<>(definition.measures());
        whole.removeIf(measure -> only.narrows(Measure.find(measure).orElseThrow()));
        return whole;
    }

    /// The days over which a figure is summed.
    public Asked about(Asked asked, Definition definition) {
        return about(asked, definition.window());
    }

    private Asked about(Asked asked, Window kind) {
        var window = asked.window();
        var days = kind.days(asked.basis(), window.from(), window.to(), () -> maturity.day(asked));
        return asked.on(days.basis()).about(new claimtrail.query.web.Window(days.from(), days.to()));
    }

    /// Refuses to divide a figure by what its postings do not tell.
    public static void check(Asked asked, Definition definition, By by) {
        if (definition.estimate()) {
            throw Parameters.invalid(
                    "metric",
                    definition.id() + " is an estimate, no sum of postings: ask for " + definition.countedBy() + ".");
        }
        if (!definition.isOn(asked.basis())) {
            throw Parameters.invalid("basis", definition.id() + " means nothing on this basis.");
        }
        if (definition.stock() && by.isPeriod()) {
            throw Parameters.invalid("by", "A stock is not divided by time: ask for it on each day.");
        }
        var parts = by == By.ROAD ? definition.numerator().stream().map(Term::measure) : definition.measures().stream();
        if (!parts.allMatch(by::divides)) {
            throw Parameters.invalid("by", definition.id() + " is not posted by it.");
        }
    }

    private long filed(Asked asked, Definition definition) {
        return sums(asked, definition.measures(), By.WHOLE).of(WHOLE, definition.numerator());
    }

    private @Nullable Long immature(Definition definition, Asked asked) {
        if (definition.window() != Window.MATURED) {
            return null;
        }
        var young = asked.about(
                maturity.after(asked, about(asked, definition.window()).window().to()));
        return sums(young, definition.measures(), By.WHOLE).of(WHOLE, definition.denominator());
    }

    private static @Nullable Times times(Definition definition, Sums sums, String key) {
        return definition.unit() == Unit.DAYS ? Times.of(sums.byDays(key, definition.numerator())) : null;
    }

    private static @Nullable Split split(Definition definition, Sums sums, String key) {
        return definition.id().equals("idr.claims")
                ? new Split(
                        sums.of(key, List.of(Term.plus("denied.claims", "FULL"))),
                        sums.of(key, List.of(Term.plus("denied.claims", "PARTIAL"))))
                : null;
    }

    private Sums sums(Asked asked, Set<String> measures, By by) {
        var window = asked.window();
        if (measures.isEmpty()) {
            return new Sums();
        }
        if (by == By.ROAD || !status.standsAt(ClaimFold.NAME, asked.asOf())) {
            return facets.then(asked, window, measures, by);
        }
        var open = new TreeSet<>(measures);
        open.removeIf(measure -> Column.isHomeOf(measure) || SubjectSums.isHomeOf(measure));
        var sums = open.isEmpty() ? new Sums() : facets.of(Table.ROWS, asked, window, open, by);
        if (measures.stream().anyMatch(SubjectSums::isHomeOf)) {
            subjects.add(asked, window, measures, by, sums);
        }
        if (measures.stream().anyMatch(Column::isHomeOf)) {
            rows.add(asked, window, by, sums);
        }
        return sums;
    }

    private static Set<String> measures(List<Definition> definitions, Window kind) {
        var measures = new TreeSet<String>();
        for (var definition : definitions) {
            if (definition.window() == kind) {
                measures.addAll(definition.measures());
            }
        }
        return measures;
    }
}
