package claimtrail.query.difference;

import claimtrail.metric.Facets;
import claimtrail.query.difference.Difference.Half;
import claimtrail.query.difference.Difference.Side;
import claimtrail.query.number.Definition;
import claimtrail.query.number.Definition.Part;
import claimtrail.query.number.Figures;
import claimtrail.query.number.Value;
import claimtrail.query.web.Asked;
import claimtrail.query.web.Page;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Says what makes two answers to one question differ. Between two positions lie postings, so a difference is its own
/// explanation: first + explained = second.
@Component
public class Differences {

    private final Figures figures;
    private final Between between;

    Differences(Figures figures, Between between) {
        this.figures = figures;
        this.between = between;
    }

    /// The difference of one figure.
    ///
    /// @param only postings with one of these facets
    public Difference of(Sides sides, Definition definition, Facets only, Page page) {
        var span = Span.of(figures, sides, definition);
        var first = figures.value(sides.first(), definition, only);
        var second = figures.value(sides.second(), definition, only);
        var causes = causes(span, definition, only);
        var numerator = half(first, second, causes, Part.NUMERATOR);
        var denominator = definition.isRate() ? half(first, second, causes, Part.DENOMINATOR) : null;
        var window = span.second().window();
        return new Difference(
                definition.id(),
                definition.version(),
                definition.shown(),
                definition.text(),
                definition.unit().name().toLowerCase(Locale.ROOT),
                sides.second().practice().id(),
                sides.second().basis().word(),
                window.from(),
                window.to(),
                side(sides.first(), definition, first),
                side(sides.second(), definition, second),
                change(definition, first, second),
                numerator,
                denominator,
                facts(causes),
                causes,
                between.lines(span, definition, only, page, starts(first)),
                page.of(between.count(span, definition, only)));
    }

    /// Every line of a difference, one after another, however many there are.
    void each(Sides sides, Definition definition, Facets only, Consumer<Difference.Line> reader) {
        between.each(
                Span.of(figures, sides, definition),
                definition,
                only,
                starts(figures.value(sides.first(), definition, only)),
                reader);
    }

    private static Map<String, Long> starts(Value first) {
        return Map.of(
                Between.word(Part.NUMERATOR), first.numerator(),
                Between.word(Part.DENOMINATOR), Objects.requireNonNullElse(first.denominator(), 0L));
    }

    private static Half half(Value first, Value second, List<Cause> causes, Part part) {
        return part == Part.NUMERATOR
                ? Half.of(
                        first.numerator(),
                        causes.stream().mapToLong(Cause::numerator).sum(),
                        second.numerator())
                : Half.of(
                        Objects.requireNonNullElse(first.denominator(), 0L),
                        causes.stream().mapToLong(Cause::denominator).sum(),
                        Objects.requireNonNullElse(second.denominator(), 0L));
    }

    static @Nullable BigDecimal change(Definition definition, Value first, Value second) {
        return second.minus(first, definition.unit());
    }

    private static Side side(Asked asked, Definition definition, Value value) {
        return Side.of(value, asked, explain(asked, definition));
    }

    private static String explain(Asked asked, Definition definition) {
        return "/api/audit/explain?metric=" + definition.id() + "&" + asked.query();
    }

    private static Map<String, Long> facts(List<Cause> causes) {
        var facts = new LinkedHashMap<String, Long>();
        causes.forEach(cause -> facts.put(cause.cause(), cause.facts()));
        return facts;
    }

    /// What each kind of news adds, the most facts first.
    private List<Cause> causes(Span span, Definition definition, Facets only) {
        record News(String name, boolean late, boolean undoes, boolean old, long facts, long above, long below) {}
        var news = between.asking("""
                        select name, late, undoes, old, count(*) as facts,
                               sum(above)::bigint as above, sum(below)::bigint as below
                          from (select p.position, e.name, min(p.event_day) <= :givenOn::date as late,
                                       %s as undoes, p.position <= :since as old,
                                       coalesce(sum(p.amount * term.sign) filter (where term.part = 'numerator'), 0) as above,
                                       coalesce(sum(p.amount * term.sign) filter (where term.part = 'denominator'), 0)
                                           as below
                        """.formatted(Between.UNDOES) + Between.POSTINGS + """
                         group by p.position, e.name) fact
                         group by 1, 2, 3, 4
                        """, span, definition, only)
                .query((row, _) -> new News(
                        row.getString("name"),
                        row.getBoolean("late"),
                        row.getBoolean("undoes"),
                        row.getBoolean("old"),
                        row.getLong("facts"),
                        row.getLong("above"),
                        row.getLong("below")))
                .list();
        var causes = new TreeMap<String, Cause>();
        for (var each : news) {
            var name = each.old() ? Cause.OLD_ENOUGH : Cause.of(each.name(), each.late(), each.undoes());
            causes.merge(
                    name,
                    new Cause(name, each.facts(), each.above(), each.below()),
                    (one, other) -> new Cause(
                            name,
                            one.facts() + other.facts(),
                            one.numerator() + other.numerator(),
                            one.denominator() + other.denominator()));
        }
        var sorted = new ArrayList<>(causes.values());
        sorted.sort(Comparator.comparingLong(Cause::facts).reversed());
        return sorted;
    }
}
