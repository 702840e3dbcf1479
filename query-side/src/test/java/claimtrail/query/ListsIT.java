package claimtrail.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Lists know what they know, can be asked as of any position, and are as long as the figures that they prove.
class ListsIT {

    private static final String MARCH = "practice=BOOK&from=2026-03-01&to=2026-03-30";
    private static final String END = "practice=BOOK&day=2026-04-30";

    private static final TestLog LOG = new TestLog();
    private static final Reader READER = new Reader(LOG, 1);
    private static final Map<String, JsonNode> ANSWERED = new LinkedHashMap<>();
    private static long then;

    private static final List<String> LISTS = List.of(
            "/api/claims?practice=BOOK",
            "/api/claims?practice=BOOK&status=denied&sort=number&limit=1&page=2",
            "/api/claims?practice=BOOK&search=29881&reason=bundled",
            "/api/claims/" + LittleBook.claim("K1") + "?",
            "/api/providers?" + MARCH,
            "/api/providers/" + LittleBook.A + "/performance?" + MARCH + "&grain=month",
            "/api/payers?practice=BOOK",
            "/api/practices?",
            "/api/appeals/worklist?" + "practice=BOOK&day=2026-03-30",
            "/api/imports?practice=BOOK",
            "/api/imports/" + PatternBook.FILE + "?",
            "/api/patterns?" + END,
            "/api/patterns/" + PatternBook.PATTERN + "?" + END,
            "/api/policies?" + END,
            "/api/policies/" + PatternBook.POLICY + "?" + END,
            "/api/codes/29881?" + END,
            "/api/learning/summary?" + END);

    @BeforeAll
    static void tell() {
        LittleBook.open(LOG);
        PatternBook.open(LOG);
        then = LittleBook.tell(LOG, LittleBook.day(3, 20));
        READER.caughtUp();
        for (var list : LISTS) {
            ANSWERED.put(list, known(list + "&asOf=" + then));
        }
        LittleBook.tellAfter(LOG, LittleBook.day(3, 20));
        PatternBook.tellMore(LOG);
        LittleBook.renameProvider(LOG);
        READER.caughtUp();
    }

    @AfterAll
    static void close() {
        READER.close();
        LOG.close();
    }

    /// An answer without how far behind the log we were.
    private static JsonNode known(String path) {
        var answer = READER.ask(path);
        ((ObjectNode) answer.get("meta")).remove("lag");
        return answer;
    }

    @Test
    void every_list_asked_as_of_then_answers_what_it_answered_then() {
        for (var list : LISTS) {
            assertThat(known(list + "&asOf=" + then)).as(list).isEqualTo(ANSWERED.get(list));
        }
    }

    @Test
    void every_list_shows_something_else_now() {
        for (var list : LISTS) {
            if (!list.startsWith("/api/payers") && !list.startsWith("/api/practices")) {
                var now = (ObjectNode) known(list);
                now.remove("meta");
                var before = ((ObjectNode) Objects.requireNonNull(ANSWERED.get(list), list)).deepCopy();
                before.remove("meta");
                assertThat(now.toString().replaceAll("asOf=\\d+", ""))
                        .as(list)
                        .isNotEqualTo(before.toString().replaceAll("asOf=\\d+", ""));
            }
        }
    }

    @Test
    void every_list_says_what_it_knows_and_how_late_it_is() {
        for (var list : LISTS) {
            var meta = READER.ask(list + "&asOf=" + then).get("meta");
            assertThat(meta.get("asOf").asLong()).as(list).isEqualTo(then);
            assertThat(meta.get("knownAt").asString()).as(list).endsWith("Z");
            assertThat(meta.get("fold").asString()).as(list).isEqualTo("claim/1");
            assertThat(meta.get("lag").get("events").asLong()).as(list).isZero();
        }
    }

    @Test
    void an_instant_means_the_last_position_that_was_known_at_it() {
        var knownAt = READER.ask("/api/claims?practice=BOOK&asOf=" + then)
                .get("meta")
                .get("knownAt")
                .asString();
        var meta = READER.ask("/api/claims?practice=BOOK&asOf=" + knownAt).get("meta");
        assertThat(meta.get("knownAt").asString()).isEqualTo(knownAt);
        assertThat(meta.get("asOf").asLong()).isGreaterThanOrEqualTo(then);
    }

    @Test
    void who_has_an_answer_is_not_sent_it_again_until_more_is_known_or_something_else_is_asked() {
        for (var list : LISTS) {
            var tag = READER.get(list).headers().firstValue("ETag").orElseThrow(() -> new AssertionError(list));
            assertThat(READER.get(list, tag).statusCode()).as(list).isEqualTo(304);
            assertThat(READER.get(list + "&asOf=" + then, tag).statusCode())
                    .as(list)
                    .isEqualTo(200);
        }
    }

    @Test
    void what_a_list_does_not_know_is_refused_with_a_code() {
        for (var list : LISTS) {
            for (var wrong : List.of("&colour=red", "&asOf=999999", "&asOf=yesterday")) {
                var answer = READER.get(list + wrong);
                assertThat(answer.statusCode()).as(list + wrong).isEqualTo(400);
                assertThat(answer.body()).as(list + wrong).contains("\"code\":\"PARAMETER_");
            }
        }
        for (var wrong : List.of(
                "/api/claims?practice=BOOK&sort=colour",
                "/api/claims?practice=BOOK&pattern=PTN",
                "/api/claims?practice=BOOK&reason=a%20b",
                "/api/claims?practice=BOOK&dateRange=0",
                "/api/claims?practice=BOOK&days=3&dateRange=3",
                "/api/claims?practice=BOOK&limit=501",
                "/api/patterns?practice=BOOK&tier=huge",
                "/api/patterns?practice=BOOK&sort=colour",
                "/api/policies?practice=BOOK&mode=strict",
                "/api/audit/explain?practice=BOOK&metric=pattern.rate&pattern=x",
                "/api/audit/explain?practice=BOOK&metric=pattern.rate&code=1&policy=" + PatternBook.POLICY)) {
            var answer = READER.get(wrong);
            assertThat(answer.statusCode()).as(wrong).isEqualTo(400);
            assertThat(answer.body()).as(wrong).contains("\"code\":\"PARAMETER_INVALID\"");
        }
        for (var missing : List.of("patterns", "policies", "claims", "imports")) {
            assertThat(READER.get("/api/" + missing + "/" + LittleBook.PRACTICE
                                    + (missing.startsWith("p") ? "?practice=BOOK" : ""))
                            .statusCode())
                    .as(missing)
                    .isEqualTo(404);
        }
        assertThat(READER.get("/api/codes/00000?practice=BOOK").statusCode()).isEqualTo(404);
    }

    @Test
    void a_claim_is_not_known_before_its_first_fact() {
        assertThat(READER.get("/api/claims/" + LittleBook.claim("K1") + "?asOf=1")
                        .statusCode())
                .isEqualTo(404);
        assertThat(READER.ask("/api/claims?practice=BOOK&asOf=1").get("claims")).isEmpty();
    }

    @Test
    void a_list_is_as_long_as_the_figure_that_it_proves_now_and_then() {
        for (var asOf : List.of("", "&asOf=" + then)) {
            var march = READER.ask("/api/metrics/dashboard?" + MARCH + asOf);
            for (var pair : List.of(
                    "claims.submitted submitted submitted",
                    "claims.decided decided decided",
                    "claims.denied denied decided",
                    "claims.approved approved decided")) {
                var words = pair.split(" ", -1);
                assertThat(total("/api/claims?" + MARCH + "&status=" + words[1] + "&dateField=" + words[2] + asOf))
                        .as(pair + asOf)
                        .isEqualTo(figure(march, words[0]));
                for (var provider : List.of(LittleBook.A, LittleBook.B)) {
                    assertThat(total("/api/claims?" + MARCH + "&status=" + words[1] + "&dateField=" + words[2]
                                    + "&provider=" + provider + asOf))
                            .as(pair + provider + asOf)
                            .isEqualTo(figure(
                                    READER.ask("/api/metrics/dashboard?" + MARCH + "&provider=" + provider + asOf),
                                    words[0]));
                }
            }
            var open = READER.ask("/api/appeals/worklist?practice=BOOK&day=2026-04-30" + asOf)
                    .get("totals");
            var april = READER.ask("/api/metrics/dashboard?" + END + asOf);
            assertThat(open.get("denials").asLong()).as(asOf).isEqualTo(figure(april, "denied.open.count"));
            assertThat(open.get("cents").asLong()).as(asOf).isEqualTo(figure(april, "denied.open"));
            var patterns = READER.ask("/api/patterns?" + END + asOf);
            assertThat(total("/api/claims?practice=BOOK&status=denied&pattern=" + PatternBook.PATTERN + asOf))
                    .as(asOf)
                    .isEqualTo(pattern(patterns, "PTN-1")
                            .get("score")
                            .get("frequency")
                            .asLong());
        }
    }

    private static long total(String path) {
        return READER.ask(path).get("pagination").get("total").asLong();
    }

    private static long figure(JsonNode dashboard, String id) {
        for (var metric : dashboard.get("metrics")) {
            if (metric.get("id").asString().equals(id)) {
                return metric.get("numerator").asLong();
            }
        }
        throw new AssertionError(id);
    }

    @Test
    void claims_are_found_by_each_filter() {
        assertThat(numbers("status=denied&sort=number")).containsExactly("K1", "K2", "K4", "K5");
        assertThat(numbers("status=appealed&sort=number")).containsExactly("K1", "K5");
        assertThat(numbers("reason=authorization")).containsExactly("K2");
        assertThat(numbers("pattern=" + PatternBook.PATTERN + "&sort=number")).containsExactly("K1", "K4");
        assertThat(numbers("policy=" + PatternBook.POLICY + "&sort=number")).containsExactly("K1", "K2", "K3", "K4");
        assertThat(numbers("run=none")).isEmpty();
        assertThat(numbers("search=k1")).containsExactly("K1");
        assertThat(numbers("search=99213")).containsExactly("K1");
        assertThat(numbers("provider=" + LittleBook.B + "&sort=-charge")).containsExactly("K5", "K3", "K4");
        assertThat(numbers("payer=" + LittleBook.PAYER)).hasSize(5);
        assertThat(numbers("payer=" + LittleBook.PRACTICE)).isEmpty();
        assertThat(numbers("dateField=decided&from=2026-04-01&to=2026-04-30")).containsExactly("K4");
        assertThat(numbers("dateRange=30&day=2026-03-30&sort=submitted")).containsExactly("K1", "K2", "K3", "K4");
    }

    private static List<String> numbers(String filter) {
        return READER.ask("/api/claims?practice=BOOK&" + filter)
                .get("claims")
                .valueStream()
                .map(claim -> claim.get("number").asString())
                .toList();
    }

    @Test
    void pages_of_claims_hold_each_claim_once_also_where_all_tie() {
        for (var sort : List.of("-recovered", "open", "-submitted", "charge", "denied", "number", "decided")) {
            var path = "/api/claims?practice=BOOK&limit=2" + (sort.contains("recovered") ? "" : "&sort=" + sort);
            var seen = new java.util.ArrayList<String>();
            for (int page = 1; page <= 3; page++) {
                READER.ask(path + "&page=" + page)
                        .get("claims")
                        .forEach(claim -> seen.add(claim.get("number").asString()));
            }
            assertThat(seen).as(sort).containsExactlyInAnyOrder("K1", "K2", "K3", "K4", "K5");
        }
    }

    @Test
    void a_pattern_weighs_what_its_two_denials_come_to() {
        var pattern = pattern(READER.ask("/api/patterns?" + END), "PTN-1");
        var score = pattern.get("score");
        assertThat(score.get("frequency").asLong()).isEqualTo(2);
        assertThat(score.get("impactCents").asLong()).isEqualTo(25000);
        assertThat(score.get("trend").asString()).isEqualTo("stable");
        assertThat(score.get("velocity").asDouble()).isEqualTo(0.6);
        assertThat(score.get("confidence").asInt()).isEqualTo(46);
        assertThat(score.get("recency").asLong()).isEqualTo(25);
        assertThat(pattern.get("tier").asString()).isEqualTo("low");
        assertThat(pattern.get("averageDeniedCents").asLong()).isEqualTo(12500);
        assertThat(rate(pattern.get("rate"))).isEqualTo("66.67 = 2/3");
        assertThat(rate(pattern.get("appealRate"))).isEqualTo("50.0 = 1/2");
        assertThat(rate(pattern.get("overturnRate"))).isEqualTo("100.0 = 1/1");
        assertThat(pattern.get("atRiskCents").asLong()).isZero();
        assertThat(pattern.get("recoveryStatus").asString()).isEqualTo("recoverable");
        assertThat(pattern.get("learningProgress").asInt()).isEqualTo(9);
        assertThat(pattern.get("sessions").asInt()).isEqualTo(1);
        assertThat(pattern.get("correctionsApplied").asInt()).isEqualTo(1);
        assertThat(pattern.get("correctionsReported").asInt()).isEqualTo(2);
        assertThat(pattern.get("asserted").get("frequency").asString()).isEqualTo("18");
        var atDenial = READER.ask("/api/patterns?practice=BOOK&day=2026-03-20");
        assertThat(pattern(atDenial, "PTN-1").get("atRiskCents").asLong()).isEqualTo(15000);
        assertThat(pattern(atDenial, "PTN-1").get("recoverableCents").asLong()).isEqualTo(15000);
    }

    @Test
    void a_pattern_that_denied_nothing_has_counts_of_zero_and_rates_that_are_not_known() {
        var quiet = pattern(READER.ask("/api/patterns?" + END), "PTN-2");
        assertThat(quiet.get("score").get("frequency").asLong()).isZero();
        assertThat(quiet.get("score").get("recency").isNull()).isTrue();
        assertThat(quiet.get("averageDeniedCents").isNull()).isTrue();
        assertThat(quiet.get("rate").get("value").isNull()).isTrue();
    }

    @Test
    void patterns_are_filtered_sorted_and_paged() {
        assertThat(patterns("search=knee")).containsExactly("PTN-1");
        assertThat(patterns("search=29881")).containsExactly("PTN-1");
        assertThat(patterns("category=Bundling&tier=low&status=active&sort=title"))
                .containsExactly("PTN-1", "PTN-2");
        assertThat(patterns("sort=-title&limit=1")).containsExactly("PTN-2");
        assertThat(patterns("status=archived")).isEmpty();
        assertThat(patterns("day=2026-01-14")).as("not known before its day").isEmpty();
    }

    private static List<String> patterns(String filter) {
        return READER.ask("/api/patterns?" + (filter.startsWith("day=") ? "practice=BOOK" : END) + "&" + filter)
                .get("patterns")
                .valueStream()
                .map(it -> it.get("number").asString())
                .toList();
    }

    @Test
    void a_pattern_tells_its_guidance_days_and_statuses() {
        var detail = READER.ask("/api/patterns/" + PatternBook.PATTERN + "?" + END);
        assertThat(detail.get("guidance").get("suggestedAction").asString()).isEqualTo("Bill once");
        assertThat(detail.get("statuses")).hasSize(1);
        assertThat(detail.get("series")
                        .valueStream()
                        .mapToLong(day -> day.get("denied").asLong())
                        .sum())
                .isEqualTo(2);
    }

    @Test
    void a_policy_hits_three_claims_and_denies_one() {
        var policy = READER.ask("/api/policies?" + END).get("policies").get(0);
        var metrics = policy.get("metrics");
        assertThat(policy.get("version").asInt()).isEqualTo(2);
        assertThat(metrics.get("hits").get("numerator").asLong()).isEqualTo(3);
        assertThat(rate(metrics.get("hitRate"))).isEqualTo("60.0 = 3/5");
        assertThat(rate(metrics.get("violationRate"))).isEqualTo("66.67 = 2/3");
        assertThat(rate(metrics.get("denialRate"))).isEqualTo("33.33 = 1/3");
        assertThat(rate(metrics.get("appealRate"))).isEqualTo("100.0 = 1/1");
        assertThat(rate(metrics.get("overturnRate"))).isEqualTo("100.0 = 1/1");
        assertThat(metrics.get("impactCents").get("numerator").asLong()).isEqualTo(15000);
        assertThat(policy.get("providers").asLong()).isEqualTo(1);
        assertThat(policy.get("patterns").asLong()).isEqualTo(2);
        assertThat(policy.get("asserted").get("hits").get("numerator").asLong()).isEqualTo(1);
        assertThat(policy.get("asserted").get("figures").get("hitRate").asString())
                .isEqualTo("12");
        assertThat(READER.ask("/api/policies/" + PatternBook.POLICY + "?" + END).get("versions"))
                .hasSize(2);
    }

    @Test
    void the_days_of_a_policy_add_up_to_its_figures_on_both_bases() {
        for (var basis : List.of("event", "submission")) {
            var policy = READER.ask("/api/policies/" + PatternBook.POLICY + "?" + END + "&basis=" + basis);
            var metrics = policy.get("policy").get("metrics");
            for (var pair : List.of("hits hits", "decided decided", "denied denied", "deniedCents impactCents")) {
                var words = pair.split(" ", -1);
                var sum = 0L;
                for (var day : policy.get("series")) {
                    sum += day.get(words[0]).asLong();
                }
                assertThat(sum)
                        .as(basis + " " + pair)
                        .isEqualTo(metrics.get(words[1]).get("numerator").asLong())
                        .isPositive();
            }
        }
    }

    @Test
    void two_versions_of_a_policy_are_compared_field_by_field_and_one_is_shown_as_of_a_day() {
        var changes = READER.ask(
                        "/api/policies/" + PatternBook.POLICY + "/changes?practice=BOOK&day=2026-04-30&left=1&right=2")
                .get("changes");

        assertThat(changes).hasSize(2);
        assertThat(changes.get(0).get("field").asString()).isEqualTo("/effectiveFrom");
        assertThat(changes.get(1).get("field").asString()).isEqualTo("/name");
        assertThat(changes.get(1).get("before").asString()).isEqualTo("Knee services");
        assertThat(changes.get(1).get("after").asString()).isEqualTo("Knee services, revised");
        var path = "/api/policies/" + PatternBook.POLICY + "?" + END + "&on=";
        assertThat(READER.ask(path + "2026-03-31").get("inForce").asInt()).isEqualTo(1);
        assertThat(READER.ask(path + "2026-04-01").get("inForce").asInt()).isEqualTo(2);
        assertThat(READER.ask(path + "2025-12-31").path("inForce").isNumber()).isFalse();
        assertThat(READER.get("/api/policies/" + PatternBook.POLICY + "/changes?" + END + "&left=1&right=3")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void a_denied_line_says_which_policy_which_condition_and_how_to_fix_it() {
        var hits = READER.ask("/api/claims/" + LittleBook.claim("K1") + "?").get("policies");

        assertThat(hits).hasSize(1);
        var hit = hits.get(0);
        assertThat(hit.get("number").asString()).isEqualTo("POL-1");
        assertThat(hit.get("line").asInt()).isEqualTo(1);
        assertThat(hit.get("result").asString()).isEqualTo("VIOLATED");
        assertThat(hit.get("denies").asBoolean()).isTrue();
        assertThat(hit.get("demands").get(0).get("condition").asString()).isEqualTo("modifiers");
        assertThat(hit.get("demands").get(0).get("holds").asString()).isEqualTo("no");
        assertThat(hit.get("fix").asString()).isEqualTo("Name the knee");
        var k2 = READER.ask("/api/claims/" + LittleBook.claim("K2") + "?").get("policies");
        assertThat(k2.get(0).get("asserted").asBoolean()).isTrue();
        assertThat(k2.get(0).get("denies").asBoolean()).isFalse();
        var page = READER.get("/claims/" + LittleBook.claim("K1")).body();
        assertThat(page).contains("denied by it", "not met", "Name the knee");
    }

    @Test
    void practice_is_summed_and_pooled() {
        var summary = READER.ask("/api/learning/summary?" + END);
        assertThat(summary.get("sessions").get("numerator").asLong()).isEqualTo(1);
        assertThat(summary.get("abandoned").asLong()).isEqualTo(1);
        assertThat(rate(summary.get("accuracy"))).isEqualTo("80.0 = 8/10");
        assertThat(summary.get("minutes").asDouble()).isEqualTo(10.0);
        assertThat(summary.get("costCents").asLong()).isEqualTo(833);
        assertThat(summary.get("streakDays").asLong()).isZero();
        var effect = summary.get("patterns").get(0).get("effect");
        assertThat(effect.get("before").get("numerator").asLong()
                        + "/"
                        + effect.get("before").get("denominator").asLong())
                .isEqualTo("1/2");
        assertThat(effect.get("after").get("numerator").asLong()
                        + "/"
                        + effect.get("after").get("denominator").asLong())
                .isEqualTo("1/1");
        assertThat(effect.get("enough").asBoolean()).isFalse();
        assertThat(effect.get("before").get("value").isNull()).isTrue();
        assertThat(effect.get("after").get("value").isNull()).isTrue();
        assertThat(summary.at("/returns/state").asString()).isEqualTo("IN_PROGRESS");
        assertThat(summary.at("/returns/leftOut/0/why").asString()).isEqualTo("NO_BASELINE");
        assertThat(READER.ask("/api/learning/summary?practice=BOOK&day=2026-03-20")
                        .get("streakDays")
                        .asLong())
                .isEqualTo(1);
    }

    @Test
    void a_code_has_its_card_and_its_own_history() {
        var code = READER.ask("/api/codes/29881?" + END);
        assertThat(code.get("card").get("version").asInt()).isEqualTo(2);
        assertThat(code.get("claims").get("numerator").asLong()).isEqualTo(5);
        assertThat(rate(code.get("ownRate"))).isEqualTo("20.0 = 1/5");
        assertThat(code.get("months")
                        .valueStream()
                        .mapToLong(month -> month.get("claims").asLong())
                        .sum())
                .isEqualTo(5);
        assertThat(code.get("reasons")).isNotEmpty();
        assertThat(code.get("asserted").get("usage").asString()).isEqualTo("40");
    }

    @Test
    void every_number_about_a_subject_is_the_sum_of_the_postings_shown_for_it_now_and_then() {
        var explained = 0;
        for (var asOf : List.of("", "&asOf=" + then)) {
            for (var path : List.of(
                    "/api/patterns?" + END,
                    "/api/patterns?" + END + "&basis=submission",
                    "/api/policies?" + END,
                    "/api/policies?" + END + "&basis=submission",
                    "/api/policies?" + END + "&provider=" + LittleBook.A,
                    "/api/codes/29881?" + END,
                    "/api/learning/summary?" + END)) {
                explained += explain(READER.ask(path + asOf));
            }
        }
        assertThat(explained).isGreaterThan(200);
    }

    private static int explain(JsonNode node) {
        var explained = 0;
        var link = node.isObject() ? node.get("explain") : null;
        if (link != null && link.isString() && node.has("numerator")) {
            readds(link.asString() + "&part=numerator", node.get("numerator").asLong());
            explained++;
            if (!node.get("denominator").isNull()) {
                readds(
                        link.asString() + "&part=denominator",
                        node.get("denominator").asLong());
                explained++;
            }
        } else if (link != null && link.isObject()) {
            for (var each : link.properties()) {
                var why = READER.ask(each.getValue().asString());
                assertThat(why.get("readds").asBoolean())
                        .as(each.getValue().asString())
                        .isTrue();
                explained++;
            }
        }
        if (link != null && node.has("score")) {
            readds(
                    link.get("frequency").asString(),
                    node.get("score").get("frequency").asLong());
            readds(
                    link.get("impactCents").asString(),
                    node.get("score").get("impactCents").asLong());
            readds(link.get("atRiskCents").asString(), node.get("atRiskCents").asLong());
            readds(link.get("sessions").asString(), node.get("sessions").asLong());
            readds(
                    link.get("lastDays").asString(),
                    node.get("lastDays").get("denied").asLong());
            readds(
                    link.get("daysBefore").asString() + "&part=denominator",
                    node.get("daysBefore").get("decided").asLong());
        }
        for (var child : node) {
            explained += explain(child);
        }
        return explained;
    }

    private static void readds(String link, long amount) {
        var why = READER.ask(link);
        assertThat(why.get("readds").asBoolean()).as(link).isTrue();
        assertThat(why.get("sum").asLong()).as(link).isEqualTo(amount);
    }

    private static JsonNode pattern(JsonNode answer, String number) {
        return answer.get("patterns")
                .valueStream()
                .filter(it -> it.get("number").asString().equals(number))
                .findFirst()
                .orElseThrow(() -> new AssertionError(number));
    }

    private static String rate(JsonNode it) {
        return it.get("value").asDouble() + " = " + it.get("numerator").asLong() + "/"
                + it.get("denominator").asLong();
    }

    @Test
    void every_column_of_the_days_of_subjects_is_the_sum_of_its_postings_on_both_bases() {
        for (var basis : List.of("EVENT event_day", "SUBMISSION cohort_day")) {
            var words = basis.split(" ", -1);
            for (var table : List.of("pattern", "policy")) {
                assertThat(LOG.jdbc()
                                .sql("""
                                        select count(*) from (
                                            select fold, %1$s_id::text as subject, provider, payer, day,
                                                   sum(c.value::bigint) as amount
                                              from read_model.%1$s_daily_metrics t, jsonb_each_text(to_jsonb(t)) c
                                             where basis = '%2$s' and c.key ~ ('_(claims|lines|cents|decided|started'
                                                   || '|completed|seconds|correct|total|points|applied|reported)$')
                                             group by 1, 2, 3, 4, 5 having sum(c.value::bigint) <> 0) r
                                          full join (
                                            select fold, replace(facet, 'asserted:', '') as subject, provider, payer,
                                                   %3$s as day, sum(amount) as amount
                                              from read_model.metric_posting
                                             where (measure like '%1$s.%%' or ('%1$s' = 'pattern'
                                                   and split_part(measure, '.', 1)
                                                       in ('practice', 'corrections', 'progress')))
                                             group by 1, 2, 3, 4, 5 having sum(amount) <> 0) p
                                         using (fold, subject, provider, payer, day)
                                         where r.amount is distinct from p.amount
                                        """.formatted(table, words[0], words[1]))
                                .query(Long.class)
                                .single())
                        .as(table + basis)
                        .isZero();
            }
        }
        assertThat(LOG.jdbc()
                        .sql("select sum(denied_claims) from read_model.pattern_daily_metrics where basis = 'EVENT'")
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void every_page_of_subjects_is_shown_and_leads_to_its_evidence() {
        for (var page : List.of(
                "/patterns?" + END,
                "/patterns/" + PatternBook.PATTERN + "?" + END,
                "/policies?" + END,
                "/policies/" + PatternBook.POLICY + "?" + END,
                "/providers?" + END,
                "/learning?" + END,
                "/codes?" + END,
                "/codes/29881?" + END)) {
            var answer = READER.get(page);
            assertThat(answer.statusCode()).as(page + answer.body()).isEqualTo(200);
            assertThat(answer.body()).as(page).contains("/why?metric=").doesNotContain("th:text");
        }
        assertThat(READER.get("/patterns/" + LittleBook.PRACTICE + "?" + END).statusCode())
                .isEqualTo(404);
    }
}
