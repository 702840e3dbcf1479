package claimtrail.query.number;

import claimtrail.metric.Basis;
import claimtrail.query.feed.Editions;
import claimtrail.query.web.Asked;
import claimtrail.query.web.Window;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/// The cells of a practice as they were at any position: of a few stretches that are kept, and of the
/// postings since. They know neither payers nor providers.
@Component
final class KeptTotals {

    /// Codes are the facets of these: nearly as many cells as postings, and one room only asks for them.
    private static final String NOT_KEPT = "code.";

    /// Cells have the columns `fold`, `practice`, `basis`, `measure`, `day`, `facet` and `amount`.
    private static final String POSTED = """
        select p.fold, p.practice, d.basis, p.measure, d.day, p.facet, p.amount, d.happened as first_day,
               d.happened as last_day
          from read_model.metric_posting p
         cross join lateral (values ('EVENT', p.event_day, p.event_day),
                                    ('SUBMISSION', p.cohort_day, p.cohort_day),
                                    ('EVER', date '1900-01-01', p.event_day)) as d (basis, day, happened)
         where p.fold = :fold and p.position > :from and p.position <= :to and p.measure not like 'code.%'
        """;

    private static final String PARTS = """
        select k.fold, k.practice, k.basis, k.measure, c.day, c.facet, c.amount, k.first_day, k.last_day
          from read_model.kept_total k
          left join lateral unnest(k.days, k.facets, k.amounts) as c (day, facet, amount) on true
         where k.fold = :fold and k.level = :level - 1 and k.stretch between :from and :to
        """;

    private final JdbcClient jdbc;
    private final Editions editions;
    private final KeptSettings settings;

    KeptTotals(JdbcClient jdbc, Editions editions, KeptSettings settings) {
        this.jdbc = jdbc;
        this.editions = editions;
        this.settings = settings;
    }

    /// Whether the cells of some measures are kept.
    static boolean have(Collection<String> measures) {
        return measures.stream().noneMatch(measure -> measure.startsWith(NOT_KEPT));
    }

    /// The cells on a basis as a source of rows, with the columns `measure`, `day`, `facet` and `amount`.
    /// A question that reads them goes through [#asking], and has `fold`, `practice`, `measures` and `to`
    /// beside. What was posted after the last whole stretch comes from the ledger.
    static String cells(Asked asked) {
        return cells(asked, "k.basis = '" + asked.basis().name() + "' and k.first_day <= :to and k.last_day >= :since");
    }

    /// The same by the day of the event, without the day where it does not matter: of a stretch that ends
    /// before the last day asked about all days are one cell.
    static String stock(Asked asked) {
        return cells(
                asked,
                "(k.basis = 'EVER' and k.last_day <= :to"
                        + " or k.basis = 'EVENT' and k.first_day <= :to and k.last_day > :to)");
    }

    private static String cells(Asked asked, String rows) {
        return """
            (select k.measure, c.day, c.facet, c.amount
               from unnest(:levels::smallint[], :stretches::bigint[]) as s (level, stretch)
               join read_model.kept_total k on k.level = s.level and k.stretch = s.stretch
              cross join lateral unnest(k.days, k.facets, k.amounts) as c (day, facet, amount)
              where k.fold = any(:fold) and k.practice = :practice and k.measure = any(:measures)
                and %2$s and c.day between :since and :to
              union all
             select measure, %1$s as day, facet, amount
               from read_model.metric_posting
              where fold = any(:fold) and position > :kept and position <= :asOf and practice = :practice
                and measure = any(:measures) and %1$s between :since and :to)
            """.formatted(asked.dayColumn(), rows);
    }

    /// A question about the cells at its position.
    ///
    /// @param since the first day of them
    StatementSpec asking(StatementSpec question, Asked asked, LocalDate since) {
        var reach = reach(Folds.of(asked), asked.asOf());
        return question.param("since", since)
                .param("kept", reach.kept())
                .param("asOf", asked.asOf())
                .param("levels", levels(reach))
                .param("stretches", numbers(reach));
    }

    private static Integer[] levels(Reach reach) {
        return reach.stretches().stream().map(Stretch::level).toArray(Integer[]::new);
    }

    private static Long[] numbers(Reach reach) {
        return reach.stretches().stream().map(Stretch::no).toArray(Long[]::new);
    }

    /// The first and last day on which some measures were posted, as known at a position; empty where they
    /// were not.
    Optional<Window> daysOf(Set<String> measures, UUID practice, Basis basis, long asOf) {
        var reach = reach(Folds.standard(), asOf);
        return jdbc.sql("""
            select min(first_day) as first_day, max(last_day) as last_day
              from (select k.first_day, k.last_day
                      from read_model.kept_total k
                      join unnest(:levels::smallint[], :stretches::bigint[]) as s (level, stretch)
                        on s.level = k.level and s.stretch = k.stretch
                     where k.fold = any(:fold) and k.practice = :practice and k.basis = :basis
                       and k.measure = any(:measures)
                     union all
                    select min(%1$s), max(%1$s)
                      from read_model.metric_posting
                     where fold = any(:fold) and position > :kept and position <= :asOf
                       and practice = :practice and measure = any(:measures)) days
            """.formatted(Asked.dayColumn(basis)))
                .param("fold", Folds.standard())
                .param("practice", practice)
                .param("basis", basis.name())
                .param("measures", measures.toArray(String[]::new))
                .param("levels", levels(reach))
                .param("stretches", numbers(reach))
                .param("kept", reach.kept())
                .param("asOf", asOf)
                .query((row, _) -> {
                    var first = row.getObject("first_day", LocalDate.class);
                    return first == null
                            ? Optional.<Window>empty()
                            : Optional.of(new Window(first, row.getObject("last_day", LocalDate.class)));
                })
                .single();
    }

    /// What is kept up to a position.
    ///
    /// @param kept the last position in it
    record Reach(long kept, List<Stretch> stretches) {}

    Reach reach(String[] folds, long asOf) {
        var least = jdbc.sql("""
            select coalesce(min(coalesce(u.position, 0)), 0)
              from unnest(:folds::text[]) as f (fold)
              left join read_model.kept_until u
                on u.fold = f.fold and u.size = :size and u.fan = :fan and u.edition = :edition
            """)
                .param("folds", folds)
                .param("edition", editions.now().number())
                .param("size", settings.size())
                .param("fan", settings.fan())
                .query(Long.class)
                .single();
        var shortest = Math.min(least, asOf) / settings.size();
        return new Reach(shortest * settings.size(), Stretch.upTo(shortest, settings.fan()));
    }

    /// Adds up the next stretch of a fold, and every longer one that it completes. To be called in a
    /// transaction.
    ///
    /// @param safe everything up to here is posted
    /// @return whether there was one
    boolean keep(String fold, long safe) {
        jdbc.sql("""
            insert into read_model.kept_until (fold, position, size, fan, edition)
            values (:fold, 0, :size, :fan, :edition)
            on conflict on constraint kept_until_pk do nothing
            """).params(settled(fold)).update();
        var until = jdbc.sql("""
            select position from read_model.kept_until
             where fold = :fold and size = :size and fan = :fan and edition = :edition for update skip locked
            """).params(settled(fold)).query(Long.class).optional();
        if (until.isEmpty() || until.get() + settings.size() > safe) {
            return false;
        }
        var stretch = new Stretch(0, until.get() / settings.size());
        add(fold, stretch, POSTED, until.get(), until.get() + settings.size());
        while (stretch.completesNext(settings.fan())) {
            stretch = stretch.next(settings.fan());
            add(fold, stretch, PARTS, stretch.no() * settings.fan(), (stretch.no() + 1) * settings.fan() - 1);
        }
        jdbc.sql("update read_model.kept_until set position = position + size where fold = :fold")
                .param("fold", fold)
                .update();
        return true;
    }

    private void add(String fold, Stretch stretch, String parts, long from, long to) {
        jdbc.sql("""
            insert into read_model.kept_total (fold, practice, basis, level, stretch, measure, first_day, last_day, days,
                   facets, amounts)
            select fold, practice, basis, :level, :stretch, measure, min(first_day), max(last_day),
                   coalesce(array_agg(day order by day, facet) filter (where amount <> 0), '{}'),
                   coalesce(array_agg(facet order by day, facet) filter (where amount <> 0), '{}'),
                   coalesce(array_agg(amount order by day, facet) filter (where amount <> 0), '{}')
              from (select fold, practice, basis, measure, day, facet, sum(amount)::bigint as amount,
                           min(first_day) as first_day, max(last_day) as last_day
                      from (%s) part group by fold, practice, basis, measure, day, facet) cell
             group by fold, practice, basis, measure
            """.formatted(parts))
                .param("fold", fold)
                .param("level", stretch.level())
                .param("stretch", stretch.no())
                .param("from", from)
                .param("to", to)
                .update();
    }

    /// Forgets what was kept in stretches of another size, or of a ledger in whose place another was put. To be
    /// called in a transaction.
    void settle(String fold) {
        var other = jdbc.sql("""
            delete from read_model.kept_until
             where fold = :fold and (size <> :size or fan <> :fan or edition <> :edition)
            """).params(settled(fold)).update();
        if (other > 0) {
            jdbc.sql("delete from read_model.kept_total where fold = :fold")
                    .param("fold", fold)
                    .update();
        }
    }

    private Map<String, ?> settled(String fold) {
        return Map.of(
                "fold", fold,
                "size", settings.size(),
                "fan", settings.fan(),
                "edition", editions.now().number());
    }
}
