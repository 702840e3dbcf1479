package claimtrail.metric;

import static claimtrail.denial.Bill.on;
import static org.assertj.core.api.Assertions.assertThat;

import claimtrail.denial.Bill;
import claimtrail.event.DomainEvent;
import claimtrail.metric.claim.ClaimFold;
import claimtrail.proof.Replay;
import java.time.LocalDate;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Five claims of two providers, with every figure that the metric catalogue gives for them.
class LittleBookTest {

    private static final Bill K1 = Bill.of("K1", Bill.PROVIDER_A, 15_000, 10_000);
    private static final Bill K2 = Bill.of("K2", Bill.PROVIDER_A, 20_000);
    private static final Bill K3 = Bill.of("K3", Bill.PROVIDER_B, 30_000);
    private static final Bill K4 = Bill.of("K4", Bill.PROVIDER_B, 10_000);
    private static final Bill K5 = Bill.of("K5", Bill.PROVIDER_B, 40_000);

    /// What was known at the end of a day: facts are told on the day they happen.
    private static Tally knownOn(LocalDate day) {
        var log = new Log();
        new Story("K5", day, log)
                .tell("02-26", K5.submitted("02-26"))
                .tell("03-08", K5.answered("03-08", "0 CO-29:40000"))
                .tell("03-20", K5.appealed(1, "03-20", 1))
                .tell("04-10", K5.upheld(1, "04-10", 1));
        new Story("K1", day, log)
                .tell("03-02", K1.submitted("03-02"))
                .tell("03-12", K1.answered("03-12", "0 CO-97:15000", "8000 CO-45:2000"))
                .tell("03-17", K1.appealed(1, "03-17", 1))
                .tell("03-27", K1.overturned(1, "03-27", 1, 15_000, null))
                .tell("04-02", K1.answer().on("04-02").lines("12000 CO-45:3000").fact());
        new Story("K2", day, log)
                .tell("03-03", K2.submitted("03-03"))
                .tell("03-13", K2.answered("03-13", "0 CO-197:20000"))
                .tell("03-25", K2.writtenOff("03-25", 1, 20_000));
        new Story("K3", day, log)
                .tell("03-04", K3.submitted("03-04"))
                .tell("03-18", K3.answered("03-18", "24000 CO-45:6000"));
        new Story("K4", day, log)
                .tell("03-20", K4.submitted("03-20"))
                .tell("04-05", K4.answered("04-05", "0 CO-16:10000"))
                .tell("04-08", K4.replaced(2, "04-08"))
                .tell(
                        "04-18",
                        K4.answer()
                                .on("04-18")
                                .version(2)
                                .lines("8000 CO-45:2000")
                                .fact());
        return Replay.of(new ClaimFold(), log.facts());
    }

    private record Story(String claim, LocalDate known, Log log) {
        Story tell(String day, DomainEvent fact) {
            if (!on(day).isAfter(known)) {
                log.add(claim, fact);
            }
            return this;
        }
    }

    @ParameterizedTest(name = "{0} {1} {2}..{3} known {4}: {5}/{6} = {7}")
    @CsvSource(nullValues = "-", textBlock = """
            # id,                      basis,      from,  to,    known, numerator, denominator, value
            claims.submitted,          EVENT,      03-01, 03-30, 04-30, 4,     -,      4
            claims.decided,            EVENT,      03-01, 03-30, 04-30, 4,     -,      4
            claims.denied,             EVENT,      03-01, 03-30, 04-30, 3,     -,      3
            claims.approved,           EVENT,      03-01, 03-30, 04-30, 1,     -,      1
            claims.pending,            SUBMISSION, 03-01, 03-30, 03-30, 1,     -,      1
            claims.pending,            SUBMISSION, 03-01, 03-30, 04-30, 0,     -,      0
            idr.claims,                EVENT,      03-01, 03-30, 04-30, 3,     4,      75.00
            fpr,                       EVENT,      03-01, 03-30, 04-30, 1,     4,      25.00
            idr.lines,                 EVENT,      03-01, 03-30, 04-30, 3,     5,      60.00
            idr.dollars,               EVENT,      03-01, 03-30, 04-30, 75000, 115000, 65.22
            idr.dollars.gross,         EVENT,      03-01, 03-30, 04-30, 85000, 115000, 73.91
            denial.rate.submitted,     SUBMISSION, 03-01, 03-30, 03-30, 2,     4,      50.00
            denial.rate.submitted,     SUBMISSION, 03-01, 03-30, 04-30, 3,     4,      75.00
            approval.rate.submitted,   SUBMISSION, 03-01, 03-30, 03-30, 1,     4,      25.00
            pending.rate,              SUBMISSION, 03-01, 03-30, 03-30, 1,     4,      25.00
            billed.amount,             EVENT,      03-01, 03-30, 04-30, 85000, -,      85000
            paid.amount,               EVENT,      03-01, 03-30, 04-30, 32000, -,      32000
            collection.rate,           SUBMISSION, 03-01, 03-30, 03-30, 32000, 85000,  37.65
            denied.amount,             EVENT,      03-01, 03-30, 04-30, 75000, -,      75000
            average.denied,            EVENT,      03-01, 03-30, 04-30, 75000, 3,      25000
            rejection.rate,            SUBMISSION, 03-01, 03-30, 04-30, 0,     4,      0.00
            denied.opened,             EVENT,      03-01, 03-30, 04-30, 3,     -,      3
            denied.opened.amount,      EVENT,      03-01, 03-30, 04-30, 75000, -,      75000
            denied.open,               EVENT,      03-01, 03-30, 04-30, 55000, -,      55000
            denied.open.count,         EVENT,      03-01, 03-30, 03-30, 2,     -,      2
            denied.open,               EVENT,      04-01, 04-30, 04-30, 40000, -,      40000
            denied.awaited,            EVENT,      03-01, 03-30, 04-30, 15000, -,      15000
            denied.awaited.count,      EVENT,      03-01, 03-30, 03-30, 1,     -,      1
            denied.awaited,            EVENT,      03-01, 03-26, 04-30, 0,     -,      0
            denied.awaited,            EVENT,      04-01, 04-30, 04-30, 0,     -,      0
            aging.denials,             EVENT,      03-01, 03-30, 04-30, 2,     -,      2
            aging.denials.amount,      EVENT,      03-01, 03-30, 04-30, 55000, -,      55000
            aging.deadlines,           EVENT,      03-01, 03-30, 04-30, 2,     -,      2
            aging.deadlines.amount,    EVENT,      03-01, 03-30, 04-30, 55000, -,      55000
            recovered.amount,          EVENT,      03-01, 03-30, 04-30, 0,     -,      0
            recovered.amount,          EVENT,      04-01, 04-30, 04-30, 20000, -,      20000
            writeoff.rate,             EVENT,      03-01, 03-30, 04-30, 20000, 115000, 17.39
            appeals.filed,             EVENT,      03-01, 03-30, 04-30, 2,     -,      2
            appeals.decided,           EVENT,      03-01, 03-30, 04-30, 1,     -,      1
            appeal.rate.submitted,     SUBMISSION, 03-01, 03-30, 03-30, 1,     2,      50.00
            appeal.rate,               EVENT,      03-01, 03-30, 04-30, 2,     3,      66.67
            overturn.denials,          EVENT,      03-01, 03-30, 03-30, 0,     3,      0.00
            overturn.denials,          EVENT,      03-01, 03-30, 04-30, 1,     3,      33.33
            overturn.appeals,          EVENT,      03-01, 03-30, 04-30, 1,     1,      100.00
            overturn.appeals,          EVENT,      04-01, 04-30, 04-30, 0,     1,      0.00
            overturn.appeals,          EVENT,      05-01, 05-30, 05-30, 0,     0,      -
            overturned.amount,         EVENT,      03-01, 03-30, 04-30, 15000, -,      15000
            """)
    void figures(
            String id,
            Basis basis,
            String from,
            String to,
            String known,
            long numerator,
            @Nullable Long denominator,
            @Nullable String value) {
        var figure = figure(id, basis, from, to, knownOn(on(known)));

        assertThat(figure.numerator()).isEqualTo(numerator);
        assertThat(figure.denominator()).isEqualTo(denominator);
        assertThat(figure.value() == null ? null : figure.value().toPlainString())
                .isEqualTo(value);
    }

    @ParameterizedTest(name = "{0} {1}..{2}: {3}")
    @CsvSource({
        "wait.decision,   03-01, 03-30, 10:3 14:1",
        "wait.appeal,     03-01, 03-30, 12:1 5:1",
        "wait.outcome,    03-01, 03-30, 10:1",
        "wait.outcome,    04-01, 04-30, 21:1",
        "wait.resolution, 03-01, 03-30, 12:1",
        "wait.resolution, 04-01, 04-30, 13:1 21:1",
        "recovered.cents, 04-01, 04-30, APPEAL:12000 CORRECTION:8000",
        "episode.opened,  03-01, 03-30, AUTHORIZATION:1 BUNDLED:1 TIMELY:1",
        "denied.claims,   03-01, 03-30, FULL:2 PARTIAL:1",
        "episode.standing, 02-01, 03-30, 2026-03-08:1 2026-03-12:1 2026-03-13:0",
        "episode.standing, 02-01, 04-30, 2026-03-08:1 2026-03-12:0 2026-03-13:0 2026-04-05:0",
        "episode.appealed, 03-01, 03-30, WITHIN_90:2",
        "episode.paid,    03-01, 04-30, APPEAL:1 CORRECTION:1",
    })
    void by_facet(String measure, String from, String to, String expected) {
        var facets = new TreeMap<String, Long>();
        knownOn(on("04-30")).amounts().forEach((cell, amount) -> {
            if (cell.measure().id().equals(measure)
                    && !cell.eventDay().isBefore(on(from))
                    && !cell.eventDay().isAfter(on(to))) {
                facets.merge(cell.facet(), amount, Long::sum);
            }
        });

        assertThat(facets.toString().replaceAll("[{},]", "").replace('=', ':')).isEqualTo(expected);
    }

    @Test
    void every_definition_has_a_text_and_a_standard_basis_and_only_known_facets() {
        assertThat(MetricCatalogue.all()).hasSizeGreaterThan(28).allSatisfy(it -> {
            assertThat(it.text()).endsWith(".").doesNotContain("\n");
            assertThat(it.bases()).isNotEmpty();
            assertThat(it.unit()).isNotBlank();
        });
    }

    @Test
    void each_provider_has_its_own_cells() {
        var known = knownOn(on("04-30"));

        assertThat(sum(known, Measure.DENIED_CLAIMS, Bill.PROVIDER_A)).isEqualTo(2);
        assertThat(sum(known, Measure.DENIED_CLAIMS, Bill.PROVIDER_B)).isEqualTo(2);
    }

    private static long sum(Tally tally, Measure measure, UUID provider) {
        return tally.sum(cell -> cell.measure() == measure && cell.provider().equals(provider));
    }

    static Definition.Figure figure(String id, Basis basis, String from, String to, Tally tally) {
        var definition = MetricCatalogue.find(id).orElseThrow();
        assertThat(definition.bases()).contains(basis);
        return definition.figure(part -> tally.sum(cell -> {
            var day = basis.dayOf(cell);
            return part.holds(cell)
                    && !day.isAfter(on(to))
                    && (definition.window() == Definition.Window.STOCK || !day.isBefore(on(from)));
        }));
    }
}
