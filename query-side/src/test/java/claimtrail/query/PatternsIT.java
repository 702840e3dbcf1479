package claimtrail.query;

import static org.assertj.core.api.Assertions.assertThat;

import claimtrail.denial.pair.Modifier25;
import claimtrail.event.Ids;
import claimtrail.event.claim.ClaimEvent.ClaimScreened;
import claimtrail.event.claim.ClaimEvent.PatternExposure;
import claimtrail.event.claim.ClaimEvent.ScreeningCause;
import claimtrail.event.pattern.PatternEvent.ActionRecorded;
import claimtrail.event.pattern.PatternEvent.ActionType;
import claimtrail.event.pattern.PatternEvent.BaselineFixed;
import claimtrail.event.pattern.PatternEvent.Counts;
import claimtrail.event.pattern.PatternEvent.Origin;
import claimtrail.event.pattern.PatternEvent.PatternDetected;
import claimtrail.event.pattern.PatternEvent.Status;
import claimtrail.event.pattern.PatternEvent.StatusCause;
import claimtrail.event.pattern.PatternEvent.StatusChanged;
import claimtrail.event.pattern.PatternEvent.Window;
import claimtrail.event.reference.ReferenceEvent.SettingChanged;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// A pattern beside its baseline, with the lines it rests on, what speaks against it, why it stands where it does, and
/// what was done about it.
class PatternsIT {

    private static final UUID PAIR = Ids.named("test", "pair pattern");
    private static final String END = "practice=BOOK&day=2026-04-30";
    private static final String PTN_1 = "/api/patterns/" + PatternBook.PATTERN;

    private static final TestLog LOG = new TestLog();
    private static final Reader READER = new Reader(LOG, 1);
    private static long before;
    private static long changed;

    @BeforeAll
    static void tell() {
        LittleBook.open(LOG);
        PatternBook.open(LOG);
        LittleBook.tell(LOG, LittleBook.day(3, 20));
        LittleBook.tellAfter(LOG, LittleBook.day(3, 20));
        PatternBook.tellMore(LOG);
        append(PatternBook.PATTERN, fixed(LittleBook.day(1, 15), 8, 10, true));
        append(
                PAIR,
                new PatternDetected(
                        null,
                        Origin.DETECTED,
                        Modifier25.NAME,
                        Modifier25.SUBJECT,
                        Modifier25.SUBJECT,
                        "modifier",
                        "Visits beside a procedure",
                        List.of("99213"),
                        LittleBook.day(4, 20),
                        "detection/1",
                        null,
                        null,
                        List.of(),
                        1L,
                        null));
        append(PAIR, fixed(LittleBook.day(4, 20), 5, 25, false));
        before = LOG.append(
                LittleBook.PRACTICE,
                LittleBook.claim("K1"),
                new ClaimScreened(
                        1,
                        "screening/1",
                        false,
                        ScreeningCause.BACKFILL,
                        List.of(),
                        List.of(new PatternExposure(PAIR, List.of(1)))));
        READER.caughtUp();
        append(
                PatternBook.PATTERN,
                new StatusChanged(
                        Status.ACTIVE,
                        Status.IMPROVING,
                        LittleBook.day(4, 29),
                        StatusCause.RULE,
                        "status/1",
                        before,
                        new Counts(8, 10),
                        List.of(new Window(LittleBook.day(3, 1), LittleBook.day(4, 29), 2, 3))));
        append(PatternBook.PATTERN, new ActionRecorded(ActionType.STAFF_TRAINING, LittleBook.day(4, 2), null));
        changed = LOG.append(
                null,
                Ids.named("setting", "tier-medium-frequency"),
                new SettingChanged("tier-medium-frequency", "1", "claims", LittleBook.day(4, 10)));
        READER.caughtUp();
    }

    @AfterAll
    static void close() {
        READER.close();
        LOG.close();
    }

    private static BaselineFixed fixed(LocalDate to, int denied, int decided, boolean provisional) {
        return new BaselineFixed(
                to.minusDays(59), to, decided, denied, denied * 10_000L, provisional, "pattern.rate/1", 1);
    }

    private static void append(UUID stream, claimtrail.event.DomainEvent event) {
        LOG.append(LittleBook.PRACTICE, stream, event);
    }

    @Test
    void a_rate_is_compared_with_the_one_of_the_days_when_the_pattern_was_found() {
        var pattern = READER.ask(PTN_1 + "?" + END).get("pattern");
        assertThat(pattern.at("/baseline/rate/value").asDouble()).isEqualTo(80.0);
        assertThat(pattern.at("/baseline/provisional").asBoolean()).isTrue();
        assertThat(READER.ask(pattern.at("/baseline/event").asString()).toString())
                .contains("pattern.baseline-fixed");
        assertThat(pattern.at("/current/numerator").asInt()).isEqualTo(2);
        assertThat(pattern.at("/current/denominator").asInt()).isEqualTo(3);
        assertThat(pattern.at("/improvement/percent").asString()).isEqualTo("16.67");
        assertThat(pattern.at("/improvement/points").asString()).isEqualTo("13.33");
    }

    @Test
    void nothing_is_said_of_an_improvement_while_the_days_overlap_or_without_a_baseline() {
        var pair = READER.ask("/api/patterns/" + PAIR + "?" + END).get("pattern");
        assertThat(pair.get("baseline").isNull()).isFalse();
        assertThat(pair.get("improvement").isNull()).isTrue();
        assertThat(READER.ask(PTN_1 + "?practice=BOOK&day=2026-03-14")
                        .at("/pattern/improvement")
                        .isNull())
                .as("15 January is the 60th day before 15 March's eve")
                .isTrue();
        var quiet = READER.ask("/api/patterns/" + PatternBook.QUIET + "?" + END).get("pattern");
        assertThat(quiet.get("baseline").isNull()).isTrue();
        assertThat(quiet.get("improvement").isNull()).isTrue();
    }

    @Test
    void every_number_of_a_pattern_is_explained_by_postings_that_add_up_to_it() {
        var pattern = READER.ask(PTN_1 + "?" + END).get("pattern");
        var explained = READER.ask(pattern.at("/current/explain").asString());
        assertThat(explained.get("readds").asBoolean()).isTrue();
        assertThat(explained.at("/parts/0/sum").asInt()).isEqualTo(2);
        pattern.get("explain")
                .forEach(link -> assertThat(
                                READER.ask(link.asString()).get("readds").asBoolean())
                        .as(link.asString())
                        .isTrue());
    }

    @Test
    void the_lines_add_up_to_frequency_and_impact_and_name_their_facts() {
        for (var asked : List.of(END, "practice=BOOK&from=2026-04-01&to=2026-04-30")) {
            var score = READER.ask(PTN_1 + "?" + asked).at("/pattern/score");
            var evidence = READER.ask(PTN_1 + "/evidence?" + asked);
            var lines = evidence.get("lines");
            assertThat(lines).isNotEmpty();
            assertThat(sum(lines, "deniedCents"))
                    .isEqualTo(score.get("impactCents").asLong())
                    .isEqualTo(evidence.at("/totals/deniedCents").asLong());
            assertThat(lines.valueStream().map(it -> it.get("claim").asString()).distinct())
                    .hasSize(score.get("frequency").asInt())
                    .hasSize(evidence.at("/totals/claims").asInt());
            for (var line : lines) {
                assertThat(line.get("rule").asString()).isEqualTo("linking/1");
                assertThat(event(line.get("link"))).contains("claim.denial-linked");
                assertThat(event(line.get("decision"))).contains("claim.denied");
            }
            assertThat(READER.ask(evidence.at("/explain/deniedCents").asString())
                            .at("/parts/0/sum")
                            .asLong())
                    .isEqualTo(evidence.at("/totals/deniedCents").asLong());
        }
        var page = READER.ask(PTN_1 + "/evidence?" + END + "&limit=1&page=2");
        assertThat(page.get("lines")).hasSize(1);
        assertThat(page.at("/pagination/total").asInt()).isEqualTo(2);
        assertThat(page.get("counter").isNull()).as("no detector of pairs").isTrue();
        assertThat(READER.get("/api/patterns/" + LittleBook.PRACTICE + "/evidence?" + END)
                        .statusCode())
                .isEqualTo(404);
    }

    private static String event(JsonNode position) {
        return READER.ask("/api/audit/events/" + position.asLong()).toString();
    }

    private static long sum(JsonNode lines, String field) {
        return lines.valueStream().mapToLong(it -> it.get(field).asLong()).sum();
    }

    @Test
    void visits_that_were_decided_without_modifier_25_are_counted_beside_those_with_it() {
        var counter = READER.ask("/api/patterns/" + PAIR + "/evidence?" + END).get("counter");
        assertThat(counter.get("bare").asInt()).isEqualTo(1);
        assertThat(counter.get("bareDenied").asInt())
                .as("denied by another pattern")
                .isZero();
        assertThat(counter.get("payers")).hasSize(1);
        assertThat(counter.at("/payers/0/leftOut").asBoolean()).isFalse();
    }

    @Test
    void a_status_tells_the_counts_that_justify_it_and_where_they_are_counted_again() {
        var statuses = READER.ask(PTN_1 + "?" + END).get("statuses");
        assertThat(statuses).hasSize(2);
        var improving = statuses.get(1);
        assertThat(improving.get("status").asString()).isEqualTo("improving");
        assertThat(improving.get("rule").asString()).isEqualTo("status/1");
        assertThat(improving.get("cause").asString()).isEqualTo("rule");
        var window = improving.get("counted").get(0);
        assertThat(window.get("denied").asInt()).isEqualTo(2);
        var again = READER.ask(window.get("explain").asString());
        assertThat(again.at("/parts/0/sum").asInt()).isEqualTo(2);
        assertThat(improving.at("/counted/1/exposedDecided").asInt()).isEqualTo(10);
        assertThat(READER.ask(PTN_1 + "?" + END + "&asOf=" + before).get("statuses"))
                .hasSize(1);
    }

    @Test
    void what_was_done_is_shown_from_the_fact_on_and_changes_no_status() {
        var action = READER.ask(PTN_1 + "?" + END).get("actions").get(0);
        assertThat(action.get("actionType").asString()).isEqualTo("staff_training");
        assertThat(action.get("takenOn").asString()).isEqualTo("2026-04-02");
        assertThat(READER.ask(action.get("event").asString()).toString()).contains("pattern.action-recorded");
        assertThat(READER.ask(PTN_1 + "?" + END + "&asOf=" + before).get("actions"))
                .isEmpty();
    }

    @Test
    void a_tier_follows_what_is_set_for_its_day_as_known_then() {
        assertThat(tier("&day=2026-04-30")).isEqualTo("medium");
        assertThat(tier("&day=2026-04-10")).isEqualTo("medium");
        assertThat(tier("&day=2026-04-09")).as("the day before it holds").isEqualTo("low");
        assertThat(tier("&day=2026-04-30&asOf=" + (changed - 1)))
                .as("before anybody knew")
                .isEqualTo("low");
        assertThat(READER.ask("/api/patterns?practice=BOOK&day=2026-04-30&tier=medium")
                        .get("patterns"))
                .hasSize(1);
    }

    private static String tier(String when) {
        return READER.ask(PTN_1 + "?practice=BOOK" + when).at("/pattern/tier").asString();
    }

    @Test
    void patterns_are_sorted_by_their_improvement_and_left_out_where_a_payer_has_none() {
        var first = READER.ask("/api/patterns?" + END + "&sort=-improvement").at("/patterns/0/number");
        assertThat(first.asString()).isEqualTo("PTN-1");
        assertThat(READER.ask("/api/patterns?" + END + "&payer=" + LittleBook.PAYER)
                        .get("patterns"))
                .hasSize(2);
        assertThat(READER.ask("/api/patterns?" + END + "&payer=" + LittleBook.PRACTICE)
                        .get("patterns"))
                .isEmpty();
    }

    @Test
    void every_figure_re_adds_from_its_postings_those_of_rules_by_what_they_are_made_of() {
        var estimates = Set.of("appeals.avoided", "admin.savings"); // explained by the appeals filed
        var explained = new TreeSet<String>();
        for (var definition : READER.ask("/api/metrics/definitions").get("definitions")) {
            var id = definition.get("id").asString();
            if (estimates.contains(id)) {
                continue;
            }
            for (var part : definition.get("denominator").isEmpty()
                    ? List.of("numerator")
                    : List.of("numerator", "denominator")) {
                var why = READER.ask("/api/audit/explain?practice=BOOK&from=2026-01-01&to=2026-06-30&metric=" + id
                        + "&part=" + part + "&basis="
                        + definition.get("bases").get(0).asString());
                assertThat(why.get("readds").asBoolean())
                        .as("%s %s: %s", id, part, why)
                        .isTrue();
                if (definition.get("madeOf").isString()) {
                    assertThat(why.get("figure").isNull()).as(id).isTrue();
                }
            }
            explained.add(id);
        }
        assertThat(explained)
                .contains(
                        "pattern.velocity",
                        "learning.progress",
                        "policy.hit.lines",
                        "provider.rank",
                        "code.own.rate",
                        "roi.estimate",
                        "avoided.estimate");
        assertThat(READER.get("/api/metrics/pattern.velocity?practice=BOOK").statusCode())
                .isEqualTo(400);
    }

    @Test
    void the_page_shows_baseline_evidence_status_and_actions() {
        var page = READER.get("/patterns/" + PatternBook.PATTERN + "?" + END).body();
        assertThat(page)
                .contains("When it was found", "provisional", "16.67 %", "13.33 points", "2 denied lines of")
                .contains("status/1", "Counted again: 2 of 3", "What was done")
                .containsIgnoringCase("staff training".toLowerCase(Locale.ROOT));
        assertThat(READER.get("/patterns/" + PAIR + "?" + END).body()).contains("What speaks against it");
    }
}
