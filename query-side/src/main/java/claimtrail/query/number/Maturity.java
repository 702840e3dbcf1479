package claimtrail.query.number;

import claimtrail.query.web.Asked;
import claimtrail.query.web.Window;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The day from which we look at what became of denials: today as it was when the position was learnt; for a practice
/// fed by runs the latest business day known there. It follows from the position, so an answer never changes.
@Component
final class Maturity {

    private final JdbcClient jdbc;

    Maturity(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Those days of the window on which a denial is too young.
    Window after(Asked asked, LocalDate matureTo) {
        return new Window(
                later(asked.window().from(), matureTo.plusDays(1)),
                asked.window().to());
    }

    /// That day; [claimtrail.metric.Definition#EVER] where nothing is known.
    LocalDate day(Asked asked) {
        var knownAt = asked.knownAt();
        if (!asked.practice().simulated() && knownAt != null) {
            return LocalDate.ofInstant(knownAt, ZoneId.of(asked.practice().timeZone()));
        }
        return jdbc.sql("""
                        select max(last.event_day)
                          from unnest(:measures::text[]) as m (measure)
                         cross join lateral (
                               select event_day from read_model.metric_posting
                                where fold = :fold and practice = :practice and measure = m.measure
                                  and position <= :asOf
                                order by event_day desc limit 1) last
                        """)
                .param("measures", Column.measures().toArray(String[]::new))
                .param("fold", asked.fold())
                .param("practice", asked.practice().id())
                .param("asOf", asked.asOf())
                .query((row, _) -> Optional.ofNullable(row.getObject(1, LocalDate.class)))
                .single()
                .orElse(Window.EVER);
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
