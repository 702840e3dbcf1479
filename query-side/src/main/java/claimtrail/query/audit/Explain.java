package claimtrail.query.audit;

import claimtrail.metric.Basis;
import claimtrail.query.audit.EventView.SourceView;
import claimtrail.query.audit.Explanation.Effect;
import claimtrail.query.audit.Explanation.Line;
import claimtrail.query.audit.Explanation.PartSum;
import claimtrail.query.feed.LogEntry;
import claimtrail.query.feed.LogReader;
import claimtrail.query.number.Categories;
import claimtrail.query.number.Definition;
import claimtrail.query.number.Definition.Part;
import claimtrail.query.number.Figures;
import claimtrail.query.number.Folds;
import claimtrail.query.number.Term;
import claimtrail.query.web.Asked;
import claimtrail.query.web.Page;
import claimtrail.query.web.Parameters;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Lists the postings of a figure, and compares what they add up to with what is shown.
@Component
public class Explain {

    private static final String POSTINGS = """
            from read_model.metric_posting p
            join unnest(:measures::text[], :facets::text[], :signs::int[]) as term (measure, facet, sign)
              on term.measure = p.measure and (term.facet = '*' or term.facet = p.facet)
            where p.fold = any(:fold) and p.practice = :practice and p.position <= :asOf
              and p.%s between :from and :to
              and (:payer::uuid is null or p.payer = :payer)
              and (:provider::uuid is null or p.provider = :provider)
              and (cardinality(:reasons::text[]) = 0 or p.facet = any(:reasons))
            """;

    private final JdbcClient jdbc;
    private final LogReader log;
    private final Figures figures;
    private final Metas metas;

    Explain(JdbcClient jdbc, LogReader log, Figures figures, Metas metas) {
        this.jdbc = jdbc;
        this.log = log;
        this.figures = figures;
        this.metas = metas;
    }

    /// Why the figure is what it is.
    ///
    /// @param reasons only postings of these classes; empty = all
    public Explanation why(Asked question, Definition definition, Part part, Set<String> reasons, Page page) {
        var asked = definition.stock()
                ? question.on(Basis.EVENT).about(question.window().sinceEver())
                : question;
        var value = figures.value(question, definition, reasons);
        var shown = part == Part.NUMERATOR ? value.numerator() : Objects.requireNonNullElse(value.denominator(), 0L);
        var parts = parts(asked, definition, part, reasons);
        var sum = parts.stream().mapToLong(PartSum::sum).sum();
        var count = parts.stream().mapToLong(PartSum::postings).sum();
        return new Explanation(
                definition.id(),
                definition.version(),
                definition.shown(),
                definition.text(),
                definition.unit().name().toLowerCase(Locale.ROOT),
                part.name().toLowerCase(Locale.ROOT),
                value.value(),
                shown,
                sum,
                parts,
                lines(asked, definition, part, reasons, page),
                sum == shown,
                page.of(count),
                metas.of(question));
    }

    /// The classes asked for: one, or all of a category; empty = not asked.
    public static Set<String> reasons(Parameters given) {
        var reason = given.text("reason");
        var category = given.text("category");
        if (reason.isPresent() && category.isPresent()) {
            throw Parameters.invalid("category", "Either a reason or a category.");
        }
        if (category.isPresent()) {
            var classes = Categories.classes(category.get());
            if (classes.isEmpty()) {
                throw Parameters.invalid("category", "There is no such category.");
            }
            return classes;
        }
        return reason.map(Set::of).orElse(Set.of());
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

    private List<PartSum> parts(Asked asked, Definition definition, Part part, Set<String> reasons) {
        return asking(
                        "select p.measure, term.sign, sum(p.amount * term.sign)::bigint as sum, count(*) as postings "
                                + POSTINGS + " group by 1, 2 order by 2 desc, 1",
                        asked,
                        definition.part(part),
                        reasons)
                .query((row, _) -> new PartSum(
                        row.getString("measure"), row.getInt("sign"), row.getLong("sum"), row.getLong("postings")))
                .list();
    }

    private List<Line> lines(Asked asked, Definition definition, Part part, Set<String> reasons, Page page) {
        record Posting(
                long position,
                int ordinal,
                String measure,
                String facet,
                LocalDate eventDay,
                LocalDate cohortDay,
                long amount,
                long running) {}
        var postings = asking(
                        "select p.position, p.ordinal, p.measure, p.facet, p.event_day, p.cohort_day,"
                                + " p.amount * term.sign as amount,"
                                + " (sum(p.amount * term.sign) over (order by p.position, p.ordinal))::bigint as running "
                                + POSTINGS + " order by p.position, p.ordinal limit :limit offset :offset",
                        asked,
                        definition.part(part),
                        reasons)
                .param("limit", page.limit())
                .param("offset", page.offset())
                .query((row, _) -> new Posting(
                        row.getLong("position"),
                        row.getInt("ordinal"),
                        row.getString("measure"),
                        row.getString("facet"),
                        row.getObject("event_day", LocalDate.class),
                        row.getObject("cohort_day", LocalDate.class),
                        row.getLong("amount"),
                        row.getLong("running")))
                .list();
        var facts = log.at(postings.stream().map(Posting::position).distinct().toList()).stream()
                .collect(Collectors.toMap(entry -> entry.envelope().position(), Function.identity()));
        var lines = new ArrayList<Line>(postings.size());
        var numbers = numbers(facts);
        for (var posting : postings) {
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
                    posting.running(),
                    place.recordedAt(),
                    place.actor().id(),
                    SourceView.of(place.source()),
                    (number == null ? "" : number + ": ")
                            + Sentence.of(fact.read().event())));
        }
        return lines;
    }

    private Map<UUID, String> numbers(Map<Long, LogEntry> facts) {
        return jdbc
                .sql("select claim_id, number from read_model.claim where claim_id = any(?) and number is not null")
                .param(facts.values().stream()
                        .map(entry -> entry.envelope().streamId())
                        .distinct()
                        .toArray(UUID[]::new))
                .query((row, _) -> Map.entry(row.getObject("claim_id", UUID.class), row.getString("number")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private JdbcClient.StatementSpec asking(String sql, Asked asked, List<Term> terms, Set<String> reasons) {
        var measures = new ArrayList<String>();
        var facets = new ArrayList<String>();
        var signs = new ArrayList<Integer>();
        for (var term : terms) {
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
                .param("fold", Folds.shown())
                .param("asOf", asked.asOf())
                .param("from", asked.window().from())
                .param("to", asked.window().to())
                .param("payer", asked.payer())
                .param("provider", asked.provider())
                .param("reasons", reasons.toArray(String[]::new));
    }
}
