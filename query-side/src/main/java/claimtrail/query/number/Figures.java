package claimtrail.query.number;

import claimtrail.metric.Basis;
import claimtrail.metric.claim.ClaimFold;
import claimtrail.query.feed.FoldStatus;
import claimtrail.query.number.Definition.Unit;
import claimtrail.query.number.Figure.Split;
import claimtrail.query.web.Asked;
import claimtrail.query.web.Parameters;
import claimtrail.query.web.Window;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/// Makes figures of sums. For now they come from the daily tables, for any other position from the ledger; both in one
/// snapshot of the database, so that figures answered together belong together.
@Component
public class Figures {

    private static final String WHOLE = "";

    private final RowSums rows;
    private final LedgerSums ledger;
    private final FoldStatus status;
    private final TransactionTemplate snapshot;

    Figures(RowSums rows, LedgerSums ledger, FoldStatus status, PlatformTransactionManager transactions) {
        this.rows = rows;
        this.ledger = ledger;
        this.status = status;
        this.snapshot = new TransactionTemplate(transactions);
        this.snapshot.setReadOnly(true);
        this.snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    /// All figures that mean something on the basis asked for, each beside the window before.
    public Map<String, Figure> all(Asked asked) {
        return some(
                asked,
                Definitions.all().stream()
                        .filter(definition -> definition.bases().contains(asked.basis()) || definition.stock())
                        .toList());
    }

    /// Some figures, each beside the window before.
    public Map<String, Figure> some(Asked asked, List<Definition> definitions) {
        return inSnapshot(() -> {
            var flows = sums(asked, asked.window(), measures(definitions, false), By.WHOLE);
            var before = sums(asked, asked.window().previous(), measures(definitions, false), By.WHOLE);
            var stocks = sums(stock(asked), asked.window().sinceEver(), measures(definitions, true), By.WHOLE);
            var figures = new LinkedHashMap<String, Figure>();
            for (var definition : definitions) {
                figures.put(
                        definition.id(),
                        definition.stock()
                                ? Figure.of(
                                        definition, stock(asked), Value.of(definition, stocks, WHOLE), null, null, null)
                                : Figure.of(
                                        definition,
                                        asked,
                                        Value.of(definition, flows, WHOLE),
                                        split(definition, flows, WHOLE),
                                        times(definition, flows, WHOLE),
                                        Value.of(definition, before, WHOLE)));
            }
            return figures;
        });
    }

    /// Some flows of each provider, beside the window before; a provider to whom nothing was posted is left out.
    public Map<UUID, Map<String, Figure>> ofProviders(Asked asked, List<Definition> definitions) {
        return inSnapshot(() -> {
            var now = sums(asked, asked.window(), measures(definitions, false), By.PROVIDER);
            var before = sums(asked, asked.window().previous(), measures(definitions, false), By.PROVIDER);
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
                            Value.of(definition, before, key)));
        }
        return figures;
    }

    /// One figure, divided; parts in which nothing happened are left out.
    public List<Part> series(Asked asked, Definition definition, By by) {
        check(asked, definition, by);
        return inSnapshot(() -> {
            var about = definition.stock() ? stock(asked) : asked;
            var window = definition.stock() ? asked.window().sinceEver() : asked.window();
            var sums = by == By.CATEGORY
                    ? sums(about, window, definition.measures(), By.REASON).grouped(Categories::of)
                    : sums(about, window, definition.measures(), by);
            var whole = sums.grouped(_ -> WHOLE).of(WHOLE, definition.denominator());
            var parts = new ArrayList<Part>();
            for (var key : sums.keys()) {
                var value = definition.shareOf() == null
                        ? Value.of(definition, sums, key)
                        : Value.share(definition, sums, key, whole);
                if (value.numerator() != 0 || (value.denominator() != null && value.denominator() != 0)) {
                    parts.add(Part.of(definition, about, by, key, value));
                }
            }
            return parts;
        });
    }

    /// One figure as a value, for those who explain it.
    ///
    /// @param reasons only postings of these classes; empty = all
    public Value value(Asked asked, Definition definition, Set<String> reasons) {
        var by = reasons.isEmpty() ? By.WHOLE : By.REASON;
        check(asked, definition, by);
        return inSnapshot(() -> {
            var sums = sums(
                    definition.stock() ? stock(asked) : asked,
                    definition.stock() ? asked.window().sinceEver() : asked.window(),
                    definition.measures(),
                    by);
            return Value.of(
                    definition,
                    reasons.isEmpty() ? sums : sums.grouped(key -> reasons.contains(key) ? WHOLE : "other"),
                    WHOLE);
        });
    }

    private static void check(Asked asked, Definition definition, By by) {
        if (!definition.stock() && !definition.bases().contains(asked.basis())) {
            throw Parameters.invalid("basis", definition.id() + " means nothing on this basis.");
        }
        if (definition.stock() && Set.of(By.DAY, By.WEEK, By.MONTH, By.QUARTER).contains(by)) {
            throw Parameters.invalid("by", "A stock is not divided by time: ask for it on each day.");
        }
        if ((by == By.REASON || by == By.CATEGORY)
                && !definition.measures().stream().allMatch(measure -> measure.startsWith("episode.opened"))) {
            throw Parameters.invalid("by", "Only denials opened are posted by reason.");
        }
    }

    /// What there is has one answer, whatever the basis.
    private static Asked stock(Asked asked) {
        return asked.on(Basis.EVENT);
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

    private Sums sums(Asked asked, Window window, Set<String> measures, By by) {
        return status.standsAt(ClaimFold.NAME, asked.asOf())
                ? rows.of(asked, window, measures, by)
                : ledger.of(asked, window, measures, by);
    }

    private <A> A inSnapshot(java.util.function.Supplier<A> question) {
        return java.util.Objects.requireNonNull(snapshot.execute(_ -> question.get()));
    }

    private static Set<String> measures(List<Definition> definitions, boolean stock) {
        var measures = new TreeSet<String>();
        for (var definition : definitions) {
            if (definition.stock() == stock) {
                measures.addAll(definition.measures());
            }
        }
        return measures;
    }
}
