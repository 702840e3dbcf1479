package claimtrail.query.audit;

import claimtrail.denial.Road;
import claimtrail.metric.Facets;
import claimtrail.query.audit.EventView.SourceView;
import claimtrail.query.audit.Explanation.Effect;
import claimtrail.query.audit.Explanation.Line;
import claimtrail.query.audit.Explanation.PartSum;
import claimtrail.query.claim.ClaimSearch;
import claimtrail.query.feed.LogReader;
import claimtrail.query.number.Bucket;
import claimtrail.query.number.By;
import claimtrail.query.number.Categories;
import claimtrail.query.number.Definition;
import claimtrail.query.number.Definition.Part;
import claimtrail.query.number.Figures;
import claimtrail.query.number.Folds;
import claimtrail.query.number.SubjectColumn;
import claimtrail.query.web.Asked;
import claimtrail.query.web.Page;
import claimtrail.query.web.Parameters;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Lists the postings of a figure, and compares what they add up to with what is shown.
@Component
public class Explain {

    static final String POSTINGS = """
        from read_model.metric_posting p
        join unnest(:measures::text[], :facets::text[], :signs::int[]) as term (measure, facet, sign)
          on term.measure = p.measure and (term.facet = '*' or term.facet = p.facet)
        where p.fold = any(:fold) and p.practice = :practice and p.position <= :asOf
          and p.%s between :from and :to
          and (:payer::uuid is null or p.payer = :payer)
          and (:provider::uuid is null or p.provider = :provider)
          and (:everything or p.measure = any(:wholes)
               or ((cardinality(:named::text[]) = 0 or p.facet = any(:named))
                   and (:last = '' or p.facet collate "C" between :first and :last)))
        """;

    private final JdbcClient jdbc;
    private final LogReader log;
    private final Figures figures;
    private final ClaimSearch claims;
    private final Metas metas;

    Explain(JdbcClient jdbc, LogReader log, Figures figures, ClaimSearch claims, Metas metas) {
        this.jdbc = jdbc;
        this.log = log;
        this.claims = claims;
        this.figures = figures;
        this.metas = metas;
    }

    /// Why the figure is what it is.
    ///
    /// @param only postings with one of these facets
    public Explanation why(Asked question, Definition definition, Part part, Facets only, Page page) {
        var asked = figures.about(question, definition);
        var value = figures.value(question, definition, only);
        var shown = part == Part.NUMERATOR ? value.numerator() : Objects.requireNonNullElse(value.denominator(), 0L);
        var parts = parts(asked, definition, part, only);
        var sum = parts.stream().mapToLong(PartSum::sum).sum();
        var count = parts.stream().mapToLong(PartSum::postings).sum();
        return new Explanation(
                definition.id(),
                definition.version(),
                definition.shown(),
                definition.text(),
                definition.unit().name().toLowerCase(Locale.ROOT),
                asked.window().from(),
                asked.window().to(),
                part.name().toLowerCase(Locale.ROOT),
                definition.derived() ? null : value.value(),
                shown,
                sum,
                parts,
                lines(asked, definition, part, only, page),
                sum == shown,
                page.of(count),
                metas.of(question));
    }

    /// By what the postings of a figure can be narrowed, one at a time.
    public static final List<String> PARTS =
            List.of("reason", "category", "age", "due", "pattern", "policy", "asserted", "code", "road");

    /// With what one figure is asked about, beside what all figures are.
    public static final Set<String> QUESTION =
            Stream.concat(PARTS.stream(), Stream.of("metric")).collect(Collectors.toUnmodifiableSet());

    /// With what an explanation is asked for, beside what all figures are.
    public static final Set<String> PARAMETERS = Stream.concat(QUESTION.stream(), Stream.of("part", "page", "limit"))
            .collect(Collectors.toUnmodifiableSet());

    /// The facets of that part; all where none is given.
    ///
    /// @throws claimtrail.query.web.ParameterRefused if there is no such part, or the figure is not divided so
    public static Facets only(Parameters given, Asked asked, Definition definition) {
        var names = PARTS.stream().filter(name -> given.text(name).isPresent()).toList();
        if (names.isEmpty()) {
            return Facets.all();
        }
        if (names.size() > 1) {
            throw Parameters.invalid(names.getLast(), "One part at a time: " + String.join(" or ", names) + ".");
        }
        var name = names.getFirst();
        var part = given.text(name).orElseThrow();
        return switch (name) {
            case "pattern", "policy" ->
                Facets.named(Set.of(given.id(name).orElseThrow().toString()));
            case "asserted" ->
                Facets.named(Set.of(SubjectColumn.ASSERTED + given.id(name).orElseThrow()));
            case "code" -> Facets.named(Set.of(part));
            case "road" -> {
                Figures.check(asked, definition, By.ROAD);
                yield Facets.road(given.word(name, Road.class).orElseThrow());
            }
            default -> divided(By.valueOf(name.toUpperCase(Locale.ROOT)), part, asked, definition);
        };
    }

    private static Facets divided(By by, String part, Asked asked, Definition definition) {
        Figures.check(asked, definition, by);
        return switch (by) {
            case REASON -> Facets.named(Set.of(part));
            case CATEGORY -> {
                var classes = Categories.classes(part);
                if (classes.isEmpty()) {
                    throw Parameters.invalid("category", "There is no such category.");
                }
                yield Facets.named(classes);
            }
            default ->
                Bucket.find(by, part)
                        .map(bucket -> bucket.facets(asked.window().to()))
                        .orElseThrow(() -> Parameters.invalid(
                                by.name().toLowerCase(Locale.ROOT), "One of " + Bucket.keys(by) + "."));
        };
    }

    /// What one fact added to the figures.
    public List<Effect> effects(long position) {
        return jdbc.sql("""
            select fold, measure, facet, event_day, cohort_day, amount
              from read_model.metric_posting where position = ? order by fold, ordinal
            """)
                .param(position)
                .query((row, _) -> new Effect(
                        row.getString("fold"),
                        row.getString("measure"),
                        row.getString("facet"),
                        row.getString("event_day"),
                        row.getString("cohort_day"),
                        row.getLong("amount")))
                .list();
    }

    private List<PartSum> parts(Asked asked, Definition definition, Part part, Facets only) {
        return asking(
                        "select p.measure, term.sign, sum(p.amount * term.sign)::bigint as sum, count(*) as postings "
                                + POSTINGS + " group by 1, 2 order by 2 desc, 1",
                        asked,
                        definition,
                        part,
                        only)
                .query((row, _) -> new PartSum(
                        row.getString("measure"), row.getInt("sign"), row.getLong("sum"), row.getLong("postings")))
                .list();
    }

    private List<Line> lines(Asked asked, Definition definition, Part part, Facets only, Page page) {
        record Posting(
                long position,
                int ordinal,
                String measure,
                String facet,
                LocalDate eventDay,
                LocalDate cohortDay,
                long amount) {}
        var postings = asking(
                        "select p.position, p.ordinal, p.measure, p.facet, p.event_day, p.cohort_day,"
                                + " p.amount * term.sign as amount " + POSTINGS
                                + " order by p.position, p.ordinal limit :limit offset :offset",
                        asked,
                        definition,
                        part,
                        only)
                .param("limit", page.limit())
                .param("offset", page.offset())
                .query((row, _) -> new Posting(
                        row.getLong("position"),
                        row.getInt("ordinal"),
                        row.getString("measure"),
                        row.getString("facet"),
                        row.getObject("event_day", LocalDate.class),
                        row.getObject("cohort_day", LocalDate.class),
                        row.getLong("amount")))
                .list();
        var running = before(asked, definition, part, only, page);
        var facts = log.at(postings.stream().map(Posting::position).distinct().toList()).stream()
                .collect(Collectors.toMap(entry -> entry.envelope().position(), Function.identity()));
        var lines = new ArrayList<Line>(postings.size());
        var numbers = claims.numbers(
                facts.values().stream()
                        .map(entry -> entry.envelope().streamId())
                        .collect(Collectors.toSet()),
                asked.asOf());
        for (var posting : postings) {
            running += posting.amount();
            var fact = Objects.requireNonNull(facts.get(posting.position()), "a posting names a fact of the log");
            var place = fact.envelope();
            var number = numbers.get(place.streamId());
            lines.add(new Line(
                    posting.position(),
                    posting.ordinal(),
                    place.eventId(),
                    place.name(),
                    place.version(),
                    place.streamType() + "/" + place.streamId(),
                    place.sequence(),
                    posting.measure(),
                    posting.facet(),
                    posting.eventDay(),
                    posting.cohortDay(),
                    posting.amount(),
                    running,
                    place.recordedAt(),
                    place.actor().id(),
                    SourceView.of(place.source()),
                    (number == null ? "" : number + ": ")
                            + Sentence.of(fact.read().event())));
        }
        return lines;
    }

    /// What the postings of the pages before add up to. Mostly the first page is asked for, and before it
    /// there is none.
    private long before(Asked asked, Definition definition, Part part, Facets only, Page page) {
        return page.offset() == 0
                ? 0
                : asking(
                                "select coalesce(sum(amount), 0)::bigint from (select p.amount * term.sign as amount "
                                        + POSTINGS + " order by p.position, p.ordinal limit :offset) earlier",
                                asked,
                                definition,
                                part,
                                only)
                        .param("offset", page.offset())
                        .query(Long.class)
                        .single();
    }

    /// A question about the postings of one half of a figure, with the parameters that all of them have.
    JdbcClient.StatementSpec asking(String sql, Asked asked, Definition definition, Part part, Facets only) {
        var measures = new ArrayList<String>();
        var facets = new ArrayList<String>();
        var signs = new ArrayList<Integer>();
        for (var term : definition.part(part)) {
            for (var facet : term.facets().isEmpty() ? List.of("*") : term.facets()) {
                measures.add(term.measure());
                facets.add(facet);
                signs.add(term.sign());
            }
        }
        return jdbc.sql(sql.formatted(asked.dayColumn()))
                .param("measures", measures.toArray(String[]::new))
                .param("facets", facets.toArray(String[]::new))
                .param("signs", signs.toArray(Integer[]::new))
                .param("practice", asked.practice().id())
                .param("fold", Folds.of(asked))
                .param("asOf", asked.asOf())
                .param("from", asked.window().from())
                .param("to", asked.window().to())
                .param("payer", asked.payer())
                .param("provider", asked.provider())
                .param("everything", only.isAll())
                .param("wholes", Figures.wholes(definition, only).toArray(String[]::new))
                .param("named", only.named().toArray(String[]::new))
                .param("first", only.first())
                .param("last", only.last());
    }
}
