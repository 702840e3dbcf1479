package claimtrail.query.estimate;

import claimtrail.metric.Basis;
import claimtrail.query.estimate.AvoidedView.Named;
import claimtrail.query.estimate.Baselines.Known;
import claimtrail.query.number.Measured;
import claimtrail.query.number.SubjectDays;
import claimtrail.query.web.Asked;
import claimtrail.query.web.Window;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// Patterns that deny a provider less often than in the days of their baselines: `provider.improved.patterns`.
@Component
public class Improvements {

    /// With fewer decided claims on either side a rate says nothing.
    private static final long LEAST_DECIDED = 10;

    /// Of the rate of the baseline, at most so many percent are left: it fell by 20 % or more.
    private static final long LEFT_PERCENT = 80;

    private static final String COUNTS = """
        with d as %s
        select d.provider, d.subject,
               coalesce(sum(d.denied_claims) filter (where d.day between b.from_on and b.to_on), 0)::bigint
                   as denied_before,
               coalesce(sum(d.decided_claims) filter (where d.day between b.from_on and b.to_on), 0)::bigint
                   as decided_before,
               coalesce(sum(d.denied_claims) filter (where d.day >= :from), 0)::bigint as denied_now,
               coalesce(sum(d.decided_claims) filter (where d.day >= :from), 0)::bigint as decided_now
          from d join unnest(:patterns::uuid[], :begins::text[]::date[], :ends::text[]::date[]) as b (pattern, from_on, to_on)
            on b.pattern = d.subject
         where d.provider <> :nobody
         group by 1, 2 order by 1, 2
        """;

    private final Baselines baselines;
    private final SubjectDays days;

    Improvements(Baselines baselines, SubjectDays days) {
        this.baselines = baselines;
        this.days = days;
    }

    /// One pattern at one provider.
    ///
    /// @param before rate at this provider in the days of the pattern's baseline
    /// @param now rate at this provider in the window
    public record Improved(Named pattern, Measured before, Measured now) {}

    /// By provider; only patterns with a lasting baseline that is over before the window begins.
    public Map<UUID, List<Improved>> of(Asked question) {
        var asked = question.on(Basis.EVENT);
        var known = baselines.of(asked).stream()
                .filter(it -> it.baseline() != null
                        && !it.baseline().provisional()
                        && it.baseline().to().isBefore(asked.window().from()))
                .collect(Collectors.toMap(it -> it.pattern().id(), Function.identity()));
        var improved = new HashMap<UUID, List<Improved>>();
        if (known.isEmpty()) {
            return improved;
        }
        var all = List.copyOf(known.values());
        var since = all.stream()
                .map(it -> window(it).from())
                .min(LocalDate::compareTo)
                .orElseThrow();
        days.ofPatternsByProvider(COUNTS, asked, Set.of("pattern.denied", "pattern.decided"), since)
                .param("patterns", all.stream().map(it -> it.pattern().id()).toArray(UUID[]::new))
                .param("begins", days(all, Window::from))
                .param("ends", days(all, Window::to))
                .query(row -> {
                    var deniedBefore = row.getLong("denied_before");
                    var decidedBefore = row.getLong("decided_before");
                    var deniedNow = row.getLong("denied_now");
                    var decidedNow = row.getLong("decided_now");
                    if (fell(deniedBefore, decidedBefore, deniedNow, decidedNow)) {
                        var provider = row.getObject("provider", UUID.class);
                        var it = Objects.requireNonNull(known.get(row.getObject("subject", UUID.class)));
                        var at = asked.of(provider);
                        var subject = "pattern=" + it.pattern().id();
                        improved.computeIfAbsent(provider, _ -> new ArrayList<>())
                                .add(new Improved(
                                        it.pattern(),
                                        Measured.percent(
                                                deniedBefore,
                                                decidedBefore,
                                                Measured.explain("pattern.rate", at.about(window(it)), subject)),
                                        Measured.percent(
                                                deniedNow, decidedNow, Measured.explain("pattern.rate", at, subject))));
                    }
                });
        return improved;
    }

    private static String[] days(List<Known> known, Function<Window, LocalDate> end) {
        return known.stream().map(it -> end.apply(window(it)).toString()).toArray(String[]::new);
    }

    private static Window window(Known it) {
        var baseline = Objects.requireNonNull(it.baseline());
        return new Window(baseline.from(), baseline.to());
    }

    /// Rates are compared as fractions, not as they are shown.
    static boolean fell(long deniedBefore, long decidedBefore, long deniedNow, long decidedNow) {
        return decidedBefore >= LEAST_DECIDED
                && decidedNow >= LEAST_DECIDED
                && deniedBefore > 0
                && deniedNow * decidedBefore * 100 <= deniedBefore * decidedNow * LEFT_PERCENT;
    }
}
