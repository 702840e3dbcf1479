package claimtrail.query.difference;

import claimtrail.metric.Facets;
import claimtrail.query.audit.EventView.SourceView;
import claimtrail.query.audit.Sentence;
import claimtrail.query.feed.LogEntry;
import claimtrail.query.feed.LogReader;
import claimtrail.query.feed.Snapshot;
import claimtrail.query.number.Definition;
import claimtrail.query.number.Definition.Part;
import claimtrail.query.number.Figures;
import claimtrail.query.number.Folds;
import claimtrail.query.number.Term;
import claimtrail.query.web.Page;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Lists the postings that lie between two answers. A figure that is divided has two halves, and a posting may stand in
/// both.
@Component
class Between {

    static final String POSTINGS = """
              from read_model.metric_posting p
              join unnest(:parts::text[], :measures::text[], :facets::text[], :signs::int[])
                   as term (part, measure, facet, sign)
                on term.measure = p.measure and (term.facet = '*' or term.facet = p.facet)
              join event_store.event e on e.position = p.position
             where p.fold = any(:fold) and p.practice = :practice and p.position <= :until
               and p.{day} between :from and :to {since}
               and (:payer::uuid is null or p.payer = :payer)
               and (:provider::uuid is null or p.provider = :provider)
               and (:everything or p.measure = any(:wholes)
                    or ((cardinality(:named::text[]) = 0 or p.facet = any(:named))
                        and (:last = '' or p.facet collate "C" between :firstFacet and :last)))
            """;

    /// A fact that takes off what a decision had added corrects it; what is merely over is taken off as well, but is
    /// posted under other measures.
    static final String UNDOES =
            "bool_or(p.amount < 0 and p.measure similar to '(submitted|decided|denied|code|pattern.denied)%')";

    /// Read together where all of them pass by.
    private static final int TOGETHER = 500;

    private final JdbcClient jdbc;
    private final LogReader log;
    private final Snapshot snapshot;

    Between(JdbcClient jdbc, LogReader log, Snapshot snapshot) {
        this.jdbc = jdbc;
        this.log = log;
        this.snapshot = snapshot;
    }

    private record Posting(
            long position,
            String part,
            String measure,
            String facet,
            LocalDate eventDay,
            LocalDate cohortDay,
            long amount,
            String cause) {}

    static String word(Part part) {
        return part.name().toLowerCase(Locale.ROOT);
    }

    /// How many there are.
    long count(Span span, Definition definition, Facets only) {
        return asking("select count(*) " + POSTINGS, span, definition, only)
                .query(Long.class)
                .single();
    }

    /// One page of them, as they were learnt.
    ///
    /// @param starts the halves of the first answer
    List<Difference.Line> lines(Span span, Definition definition, Facets only, Page page, Map<String, Long> starts) {
        var running = new HashMap<>(starts);
        if (page.offset() > 0) {
            asking(
                            "select part, sum(amount)::bigint as amount from (select term.part, p.amount * term.sign as amount"
                                    + POSTINGS + ORDER + " limit :offset) earlier group by 1",
                            span,
                            definition,
                            only)
                    .param("offset", page.offset())
                    .query(row -> {
                        running.merge(row.getString("part"), row.getLong("amount"), Long::sum);
                    });
        }
        return lines(
                asking(SELECT + POSTINGS + ORDER + " limit :limit offset :offset", span, definition, only)
                        .param("limit", page.limit())
                        .param("offset", page.offset())
                        .query((row, _) -> posting(row))
                        .list(),
                running);
    }

    /// All of them; they pass by and are never in memory together.
    void each(
            Span span, Definition definition, Facets only, Map<String, Long> starts, Consumer<Difference.Line> reader) {
        snapshot.of(() -> {
            var running = new HashMap<>(starts);
            var some = new ArrayList<Posting>();
            asking(SELECT + POSTINGS + ORDER, span, definition, only)
                    .withFetchSize(TOGETHER)
                    .query(row -> {
                        some.add(posting(row));
                        if (some.size() == TOGETHER) {
                            lines(some, running).forEach(reader);
                            some.clear();
                        }
                    });
            lines(some, running).forEach(reader);
            return running;
        });
    }

    private static final String SELECT = """
            select p.position, term.part, p.measure, p.facet, p.event_day, p.cohort_day, p.amount * term.sign as amount,
                   e.name, p.position <= :since as old,
                   min(p.event_day) over fact <= :givenOn::date as late,
            """ + UNDOES + " over fact as undoes ";

    private static final String ORDER =
            " window fact as (partition by p.position) order by p.position, p.ordinal, term.part desc, term.sign desc";

    private static Posting posting(java.sql.ResultSet row) throws java.sql.SQLException {
        return new Posting(
                row.getLong("position"),
                row.getString("part"),
                row.getString("measure"),
                row.getString("facet"),
                row.getObject("event_day", LocalDate.class),
                row.getObject("cohort_day", LocalDate.class),
                row.getLong("amount"),
                row.getBoolean("old")
                        ? Cause.OLD_ENOUGH
                        : Cause.of(row.getString("name"), row.getBoolean("late"), row.getBoolean("undoes")));
    }

    private List<Difference.Line> lines(List<Posting> postings, Map<String, Long> running) {
        var facts = log.at(postings.stream().map(Posting::position).distinct().toList()).stream()
                .collect(Collectors.toMap(entry -> entry.envelope().position(), Function.identity()));
        var lines = new ArrayList<Difference.Line>(postings.size());
        for (var posting : postings) {
            var fact = Objects.requireNonNull(facts.get(posting.position()), "a posting names a fact of the log");
            lines.add(line(posting, fact, running.merge(posting.part(), posting.amount(), Long::sum)));
        }
        return lines;
    }

    private static Difference.Line line(Posting posting, LogEntry fact, long running) {
        var place = fact.envelope();
        return new Difference.Line(
                posting.position(),
                posting.part(),
                posting.measure(),
                posting.facet(),
                posting.amount(),
                running,
                place.eventId(),
                place.name(),
                place.streamType() + "/" + place.streamId(),
                posting.eventDay(),
                posting.cohortDay(),
                place.recordedAt(),
                place.actor().id(),
                SourceView.of(place.source()),
                posting.cause(),
                Sentence.of(fact.read().event()));
    }

    /// The name of one half of a figure.
    static String half(Definition definition, Part part) {
        return definition.id() + " " + word(part);
    }

    /// What the postings in between add to each half of many figures, by the name of the half. Figures of the same days
    /// are asked for together.
    Map<String, Long> sums(List<Definition> definitions, Function<Definition, Span> of) {
        var bySpan = new LinkedHashMap<Span, List<Definition>>();
        definitions.forEach(it ->
                bySpan.computeIfAbsent(of.apply(it), _ -> new ArrayList<>()).add(it));
        var sums = new HashMap<String, Long>();
        bySpan.forEach((span, together) -> {
            var terms = new ArrayList<Named>();
            for (var definition : together) {
                terms.addAll(terms(definition, part -> half(definition, part)));
            }
            asking(
                            "select term.part, sum(p.amount * term.sign)::bigint as amount " + POSTINGS + " group by 1",
                            span,
                            terms,
                            Facets.all())
                    .param("wholes", new String[0])
                    .query(row -> {
                        sums.merge(row.getString("part"), row.getLong("amount"), Long::sum);
                    });
        });
        return sums;
    }

    /// A term under the name of the half that it belongs to.
    private record Named(String half, String measure, String facet, int sign) {}

    private static List<Named> terms(Definition definition, Function<Part, String> half) {
        var terms = new ArrayList<Named>();
        for (var part : Part.values()) {
            for (var term : definition.part(part)) {
                for (var facet : facets(term)) {
                    terms.add(new Named(half.apply(part), term.measure(), facet, term.sign()));
                }
            }
        }
        return terms;
    }

    /// A question about the postings of a span, with the parameters that all of them have.
    JdbcClient.StatementSpec asking(String sql, Span span, Definition definition, Facets only) {
        return asking(sql, span, terms(definition, Between::word), only)
                .param("wholes", Figures.wholes(definition, only).toArray(String[]::new));
    }

    private JdbcClient.StatementSpec asking(String sql, Span span, List<Named> terms, Facets only) {
        var asked = span.second();
        var day = asked.dayColumn();
        var since =
                span.sameDays() ? "and p.position > :since" : "and (p.position > :since or p." + day + " > :counted)";
        return jdbc.sql(sql.replace("{day}", day).replace("{since}", since))
                .param("everything", only.isAll())
                .param("named", only.named().toArray(String[]::new))
                .param("firstFacet", only.first())
                .param("last", only.last())
                .param("parts", terms.stream().map(Named::half).toArray(String[]::new))
                .param("measures", terms.stream().map(Named::measure).toArray(String[]::new))
                .param("facets", terms.stream().map(Named::facet).toArray(String[]::new))
                .param("signs", terms.stream().map(Named::sign).toArray(Integer[]::new))
                .param("practice", asked.practice().id())
                .param("fold", Folds.of(asked))
                .param("since", span.first().asOf())
                .param("until", asked.asOf())
                .param("givenOn", span.givenOn())
                .param("counted", span.counted())
                .param("from", asked.window().from())
                .param("to", asked.window().to())
                .param("payer", asked.payer())
                .param("provider", asked.provider());
    }

    private static List<String> facets(Term term) {
        return term.facets().isEmpty() ? List.of("*") : List.copyOf(term.facets());
    }
}
