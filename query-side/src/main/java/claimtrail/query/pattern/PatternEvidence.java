package claimtrail.query.pattern;

import claimtrail.denial.FirstDecision;
import claimtrail.denial.bill.BilledClaim;
import claimtrail.denial.pair.Modifier25;
import claimtrail.event.Recorded;
import claimtrail.event.claim.ClaimEvent;
import claimtrail.event.claim.ClaimEvent.ClaimSubmitted;
import claimtrail.event.claim.ClaimEvent.DenialLinked;
import claimtrail.event.claim.Finding.Result;
import claimtrail.event.claim.PayerDecision;
import claimtrail.metric.Basis;
import claimtrail.query.claim.ClaimLife;
import claimtrail.query.claim.ClaimsThen;
import claimtrail.query.feed.Remembered;
import claimtrail.query.feed.Row;
import claimtrail.query.feed.Snapshot;
import claimtrail.query.number.Folds;
import claimtrail.query.number.Measured;
import claimtrail.query.pattern.EvidenceView.Line;
import claimtrail.query.pattern.EvidenceView.Totals;
import claimtrail.query.web.Asked;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Reads the lines behind the numbers of a pattern. The ledger says which claims count; their facts say which lines.
@Component
public class PatternEvidence {

    /// Lives read from the log at once.
    private static final int LIVES = 1_000;

    private final JdbcClient jdbc;
    private final Patterns patterns;
    private final ClaimsThen claims;
    private final Snapshot snapshot;
    private final Remembered remembered;

    PatternEvidence(JdbcClient jdbc, Patterns patterns, ClaimsThen claims, Snapshot snapshot, Remembered remembered) {
        this.jdbc = jdbc;
        this.patterns = patterns;
        this.claims = claims;
        this.snapshot = snapshot;
        this.remembered = remembered;
    }

    private record Question(UUID pattern, Asked asked) {}

    /// By the days on which claims were decided, whatever the basis asked for; empty where the pattern was not known.
    public Optional<EvidenceView> find(UUID pattern, Asked question) {
        var asked = question.on(Basis.EVENT);
        return snapshot.of(() -> patterns.told(pattern, asked)
                .map(it -> remembered.of(
                        new Question(pattern, asked),
                        EvidenceView.class,
                        () -> view(pattern, Modifier25.NAME.equals(it.detector()), asked))));
    }

    private EvidenceView view(UUID pattern, boolean pair, Asked asked) {
        var lines = new ArrayList<Line>();
        each("pattern.denied", pattern, asked, life -> lines.addAll(lines(life, pattern)));
        lines.sort(Comparator.comparing(Line::decidedOn)
                .reversed()
                .thenComparing(Line::claim)
                .thenComparingInt(Line::line));
        CounterCount counter = null;
        if (pair) {
            var count = new CounterCount(pattern);
            each("pattern.decided", pattern, asked, count::add);
            counter = count;
        }
        var subject = "pattern=" + pattern;
        return new EvidenceView(
                new Totals(
                        lines.stream().map(Line::claim).distinct().count(),
                        lines.size(),
                        lines.stream().mapToLong(Line::deniedCents).sum()),
                lines,
                counter == null ? null : counter.result(),
                Measured.explain("pattern.frequency", asked, subject),
                Measured.explain("pattern.impact", asked, subject));
    }

    /// The claims that a measure counts in the window.
    private void each(String measure, UUID pattern, Asked asked, Consumer<ClaimLife> reader) {
        var ids = jdbc.sql("""
                        select e.stream_id from read_model.metric_posting p
                          join event_store.event e on e.position = p.position
                         where p.fold = any(:fold) and p.practice = :practice and p.measure = :measure
                           and p.facet = :facet and p.event_day between :from and :to and p.position <= :asOf
                           and (:payer::uuid is null or p.payer = :payer)
                           and (:provider::uuid is null or p.provider = :provider)
                         group by e.stream_id having sum(p.amount) <> 0 order by e.stream_id
                        """)
                .param("fold", Folds.of(asked))
                .param("practice", asked.practice().id())
                .param("measure", measure)
                .param("facet", pattern.toString())
                .param("from", asked.window().from())
                .param("to", asked.window().to())
                .param("asOf", asked.asOf())
                .param("payer", asked.payer())
                .param("provider", asked.provider())
                .query((row, _) -> Row.id(row))
                .list();
        for (int from = 0; from < ids.size(); from += LIVES) {
            claims.lives(ids.subList(from, Math.min(ids.size(), from + LIVES)), asked.asOf())
                    .forEach(reader);
        }
    }

    /// The denied lines of a claim's first decision that belong to a pattern.
    static List<Line> lines(ClaimLife life, UUID pattern) {
        var first = life.reading().firstDecision();
        var lines = new ArrayList<Line>();
        if (first != null) {
            for (var part : first.parts()) {
                var ties = ties(life, part, pattern);
                for (var answered : part.lines()) {
                    var tie = ties.get(answered.no());
                    if (tie != null && answered.finding().result() != Result.CLEAR) {
                        var cents = part.amountsKnown() ? answered.finding().deniedCents() : 0;
                        lines.add(line(life, first, part, answered.no(), cents, tie));
                    }
                }
            }
        }
        return lines;
    }

    private record Tie(DenialLinked fact, long position) {}

    private static Map<Integer, Tie> ties(ClaimLife life, PayerDecision part, UUID pattern) {
        var ties = new HashMap<Integer, Tie>();
        for (Recorded<ClaimEvent> fact : life.facts()) {
            if (fact.event() instanceof DenialLinked it && it.decisionKey().equals(part.key())) {
                for (var link : it.links()) {
                    if (link.patterns().contains(pattern)) {
                        ties.putIfAbsent(
                                link.line(), new Tie(it, fact.envelope().position()));
                    }
                }
            }
        }
        return ties;
    }

    private static Line line(ClaimLife life, FirstDecision first, PayerDecision part, int no, long cents, Tie tie) {
        var billed = billed(life, part.claimVersion(), no);
        return new Line(
                life.claim(),
                number(life),
                no,
                billed == null ? null : billed.code(),
                billed == null ? List.of() : billed.modifiers(),
                first.payer(),
                first.on(),
                cents,
                tie.fact().rule(),
                tie.fact().asserted(),
                life.positionOf(part.key()),
                tie.position());
    }

    static claimtrail.event.claim.@Nullable Line billed(ClaimLife life, int version, int no) {
        var bill = BilledClaim.of(life.facts().stream().map(Recorded::event).toList(), version);
        return bill == null
                ? null
                : bill.lines().stream().filter(it -> it.no() == no).findFirst().orElse(null);
    }

    private static @Nullable String number(ClaimLife life) {
        for (var fact : life.facts()) {
            if (fact.event() instanceof ClaimSubmitted it) {
                return it.number().value();
            }
        }
        return null;
    }
}
