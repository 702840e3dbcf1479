package claimtrail.query;

import static org.assertj.core.api.Assertions.assertThat;

import claimtrail.query.replay.ReadModel;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Any read model is rebuilt beside the live one, compared with it cell by cell, and put in its place or
/// thrown away.
class ReplayIT {

    private static final String REPLAYS = "/api/audit/replays";
    private static final String YEAR = "practice=BOOK&from=2026-01-01&to=2026-12-31";
    private static final String DASHBOARD = "/api/metrics/dashboard?" + YEAR;
    private static final JsonMapper JSON = JsonMapper.shared();

    private static final TestLog LOG = new TestLog();
    private static final Reader READER = new Reader(LOG, 2);

    @BeforeAll
    static void tell() {
        ManyLives.open(LOG);
        for (var part : ManyLives.of(11)) {
            ManyLives.tell(LOG, part);
        }
        LittleBook.tell(LOG);
        PatternBook.open(LOG);
        PatternBook.tellMore(LOG);
        READER.caughtUp();
    }

    @AfterAll
    static void close() {
        READER.close();
        LOG.close();
    }

    /// Whatever a test left is thrown away.
    @AfterEach
    void clean() {
        for (var replay : READER.ask(REPLAYS).get("replays")) {
            var id = replay.get("id").asLong();
            if (!isOver(id)) {
                READER.await(
                        "replay " + id + " can be thrown away",
                        () -> act(id, "cancel").statusCode() == 202);
                READER.await("replay " + id + " is over", () -> isOver(id));
            }
        }
        assertThat(schemas()).containsOnly("read_model");
    }

    @Test
    void every_table_is_rebuilt_with_its_read_model_or_is_none() {
        var known = new TreeSet<>(ReadModel.KEPT);
        for (var model : ReadModel.values()) {
            model.tables()
                    .forEach(table -> assertThat(known.add(table)).as(table).isTrue());
        }

        assertThat(LOG.jdbc()
                        .sql(
                                "select relname from pg_class where relnamespace = 'read_model'::regnamespace and relkind = 'r'")
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrderElementsOf(known);
    }

    @ParameterizedTest(name = "{0} threads")
    @ValueSource(ints = {1, 2, 5})
    void all_of_it_counted_again_is_what_is_live_cell_by_cell_and_posting_by_posting(int threads) {
        var replay = compared(start("{\"threads\":" + threads + "}"));

        assertThat(replay.get("replay").get("differences").asLong())
                .as(replay.toPrettyString())
                .isZero();
        assertThat(replay.get("replay").get("comparedRows").asLong()).isGreaterThan(2000);
        assertThat(replay.get("replay").get("done"))
                .isEqualTo(replay.get("replay").get("total"));
        assertThat(count("read_model_replay.metric_posting")).isEqualTo(count("read_model.metric_posting"));
    }

    @Test
    void what_arrives_meanwhile_is_counted_on_both_sides_and_the_switch_changes_no_answer() {
        var id = start("{}");
        LittleBook.denied(LOG, "DURING", LocalDate.of(2026, 4, 1), 4400, "16");
        compared(id);
        LittleBook.denied(LOG, "BETWEEN", LocalDate.of(2026, 4, 2), 5500, "97");
        READER.caughtUp();
        var shown = READER.ask(DASHBOARD);
        var before = names();

        switched(id, "");

        var now = READER.ask(DASHBOARD);
        assertThat(now.get("metrics")).isEqualTo(shown.get("metrics"));
        assertThat(names())
                .as("tables, keys, indexes, views and triggers are called as before")
                .isEqualTo(before);
        LittleBook.denied(LOG, "AFTER", LocalDate.of(2026, 4, 3), 6600, "29");
        READER.caughtUp();
        assertThat(denied()).isEqualTo(denied(shown) + 1);
        assertThat(compared(start("{}")).get("replay").get("differences").asLong())
                .as("what was counted after the switch is counted on the right tables")
                .isZero();
    }

    @Test
    void somebody_who_changed_a_posting_is_found_out_and_the_switch_repairs_it() {
        var right = READER.ask(DASHBOARD);
        LOG.jdbc().sql("""
                        alter table read_model.metric_posting disable trigger all;
                        update read_model.metric_posting set amount = amount + 100
                         where (fold, position, ordinal) = (select fold, position, ordinal from read_model.metric_posting
                                                             where measure = 'denied.cents' order by position limit 1);
                        update read_model.practice_daily_metrics set denied_claims = denied_claims + 1
                         where (fold, practice, basis, day, payer) = (select fold, practice, basis, day, payer
                                 from read_model.practice_daily_metrics where basis = 'EVENT' order by day limit 1);
                        update read_model.claim set reason_class = 'TEA'
                         where claim_id = (select claim_id from read_model.claim order by claim_id limit 1);
                        alter table read_model.metric_posting enable trigger all""").update();
        var asked = "/api/metrics/dashboard?practice=BOOK&from=2026-01-01&to=2026-12-30";
        assertThat(denied(READER.ask(asked))).as("what is shown is wrong").isEqualTo(denied(right) + 1);

        var id = start("{}");
        var found = compared(id);

        assertThat(found.get("replay").get("differences").asLong()).isEqualTo(3);
        var places = new ArrayList<String>();
        found.get("differences")
                .forEach(it -> places.add(
                        it.get("place").asString() + ' ' + it.get("field").asString()));
        assertThat(places)
                .containsExactlyInAnyOrder(
                        "metric_posting amount", "practice_daily_metrics denied_claims", "claim reason_class");
        assertThat(found.get("differences").toString()).contains("\"stored\":\"TEA\"");

        var refused = act(id, "switch");
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("REPLAY_DIFFERS", "3 rows");

        switched(id, "?acknowledged=true");

        assertThat(READER.ask(DASHBOARD).get("metrics")).isEqualTo(right.get("metrics"));
        assertThat(denied(READER.ask(asked)))
                .as("what was answered wrongly is forgotten")
                .isEqualTo(denied(right));
        assertThat(LOG.jdbc()
                        .sql("select count(*) from read_model.claim where reason_class = 'TEA'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void one_read_model_alone_is_rebuilt_and_the_others_stay() {
        var postings = oid("metric_posting");
        var claims = oid("claim");
        var id = start("{\"models\":[\"claims\",\"registry\"]}");
        LittleBook.denied(LOG, "ALONE", LocalDate.of(2026, 4, 4), 1200, "16");
        READER.caughtUp();
        var replay = compared(id);

        assertThat(replay.get("replay").get("differences").asLong())
                .as(replay.toPrettyString())
                .isZero();
        switched(id, "");

        assertThat(oid("metric_posting")).isEqualTo(postings);
        assertThat(oid("claim")).isNotEqualTo(claims);
        assertThat(compared(start("{}")).get("replay").get("differences").asLong())
                .isZero();
    }

    @Test
    void a_replay_can_be_paused_resumed_and_thrown_away_without_a_trace() {
        var id = start("{}");
        READER.await("it is paused", () -> act(id, "pause").statusCode() == 202 || is(id, "COMPARED"));
        if (is(id, "PAUSED")) {
            assertThat(act(id, "switch").body()).contains("REPLAY_NOT_COMPARED");
            assertThat(act(id, "resume").statusCode()).isEqualTo(202);
        }
        compared(id);
        var second = READER.post(REPLAYS, "application/json", "{}");
        assertThat(second.statusCode()).isEqualTo(409);
        assertThat(second.body()).contains("REPLAY_IN_PROGRESS");
        assertThat(act(id, "pause").body()).contains("REPLAY_NOT_LOADING");

        assertThat(act(id, "cancel").statusCode()).isEqualTo(202);
        READER.await("it is gone", () -> is(id, "CANCELLED"));

        assertThat(schemas()).containsOnly("read_model");
        assertThat(act(id, "cancel").body()).contains("REPLAY_OVER");
        assertThat(READER.post(REPLAYS + "/999/pause", "application/json").statusCode())
                .isEqualTo(404);
    }

    @Test
    void what_makes_no_sense_is_refused_with_what_would() {
        assertThat(READER.post(REPLAYS, "application/json", "{\"models\":[\"tea\"]}")
                        .body())
                .contains("PARAMETER_INVALID", "models", "numbers, claims");
        assertThat(READER.post(REPLAYS, "application/json", "{\"folds\":[\"claim/2\"]}")
                        .body())
                .contains("PARAMETER_INVALID", "folds", "always with claim/1");
        assertThat(READER.post(REPLAYS, "application/json", "{\"threads\":99}").body())
                .contains("PARAMETER_INVALID", "threads", "1 to 8");
        assertThat(READER.post(
                                REPLAYS,
                                "application/json",
                                "{\"models\":[\"claims\"],\"folds\":[\"claim/1\",\"claim/2\"]}")
                        .body())
                .contains("folds", "numbers");
    }

    @Test
    void another_version_of_the_rule_counts_beside_and_the_difference_lists_the_claims() {
        LittleBook.denied(LOG, "DX1", LocalDate.of(2026, 4, 6), 7700, "11");
        LittleBook.denied(LOG, "DX2", LocalDate.of(2026, 4, 7), 3300, "11");
        READER.caughtUp();
        var standard = READER.ask(DASHBOARD);
        var id = start("{\"models\":[\"numbers\"],\"folds\":[\"claim/1\",\"claim/2\"]}");
        var replay = compared(id);

        assertThat(replay.get("replay").get("differences").asLong())
                .as("what is live is counted in it as well, and is the same")
                .isZero();
        assertThat(READER.get(DASHBOARD + "&fold=claim/2").statusCode())
                .as("not before the switch")
                .isEqualTo(400);
        var found = READER.ask(REPLAYS + "/" + id + "/claims");
        assertThat(numbers(found)).containsExactly("DX1", "DX2");
        switched(id, "");

        assertThat(READER.ask(DASHBOARD).get("metrics")).isEqualTo(standard.get("metrics"));
        var other = READER.ask("/api/metrics/denied.opened?" + YEAR + "&by=reason&fold=claim/2");
        assertThat(other.get("meta").get("rule").asString()).isEqualTo("denial/2");
        assertThat(part(other, "NECESSITY") - part(reasons(), "NECESSITY")).isEqualTo(2);
        assertThat(part(reasons(), "CODE_MISMATCH") - part(other, "CODE_MISMATCH"))
                .isEqualTo(2);
        assertThat(READER.ask(other.get("metric").get("explain").asString())
                        .get("readds")
                        .asBoolean())
                .isTrue();

        LittleBook.denied(LOG, "DX3", LocalDate.of(2026, 4, 8), 100, "11");
        READER.caughtUp();
        var claims = READER.ask(REPLAYS + "/" + id + "/claims");
        assertThat(numbers(claims)).containsExactly("DX1", "DX2", "DX3");
        var first = claims.get("claims").get(0);
        assertThat(first.get("before").toString()).isEqualTo("[\"CODE_MISMATCH\"]");
        assertThat(first.get("after").toString()).isEqualTo("[\"NECESSITY\"]");
        assertThat(first.get("cents").asLong()).isEqualTo(7700);
        assertThat(READER.ask(REPLAYS + "/" + id + "/claims?limit=2&page=2")
                        .get("claims")
                        .size())
                .isEqualTo(1);

        var back = start("{\"models\":[\"numbers\"],\"folds\":[\"claim/1\"]}");
        compared(back);
        switched(back, "");
        assertThat(READER.get(DASHBOARD + "&fold=claim/2").statusCode())
                .as("no longer kept")
                .isEqualTo(400);
        assertThat(LOG.jdbc()
                        .sql("select distinct fold from read_model.metric_posting where fold like 'claim/%'")
                        .query(String.class)
                        .list())
                .containsExactly("claim/1");
    }

    private static JsonNode reasons() {
        return READER.ask("/api/metrics/denied.opened?" + YEAR + "&by=reason");
    }

    private static long part(JsonNode metric, String reason) {
        for (var part : metric.get("series")) {
            if (part.get("key").asString().equals(reason)) {
                return part.get("numerator").asLong();
            }
        }
        return 0;
    }

    private static List<String> numbers(JsonNode claims) {
        var numbers = new ArrayList<String>();
        claims.get("claims").forEach(it -> numbers.add(it.get("number").asString()));
        return numbers;
    }

    private static long start(String body) {
        var started = READER.post(REPLAYS, "application/json", body);
        assertThat(started.statusCode()).as(started.body()).isEqualTo(202);
        return JSON.readTree(started.body()).get("id").asLong();
    }

    private static JsonNode compared(long id) {
        READER.await("replay " + id + " is compared", () -> is(id, "COMPARED") || is(id, "FAILED"));
        assertThat(one(id).get("state").asString()).as(one(id).toPrettyString()).isEqualTo("COMPARED");
        return READER.ask(REPLAYS + "/" + id);
    }

    private static void switched(long id, String how) {
        var answer = READER.post(REPLAYS + "/" + id + "/switch" + how, "application/json");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        READER.await("replay " + id + " is live", () -> !is(id, "SWITCHING"));
        assertThat(one(id).get("state").asString()).as(one(id).toPrettyString()).isEqualTo("SWITCHED");
        assertThat(schemas()).containsOnly("read_model");
    }

    private static java.net.http.HttpResponse<String> act(long id, String what) {
        return READER.post(REPLAYS + "/" + id + "/" + what, "application/json");
    }

    private static JsonNode one(long id) {
        return Objects.requireNonNull(READER.ask(REPLAYS + "/" + id).get("replay"));
    }

    private static boolean is(long id, String state) {
        return one(id).get("state").asString().equals(state);
    }

    private static boolean isOver(long id) {
        return is(id, "CANCELLED") || is(id, "SWITCHED");
    }

    private static long denied() {
        return denied(READER.ask(DASHBOARD));
    }

    private static long denied(JsonNode dashboard) {
        return dashboard.get("summary").get("deniedClaims").asLong();
    }

    private static long count(String table) {
        return LOG.jdbc().sql("select count(*) from " + table).query(Long.class).single();
    }

    private static long oid(String table) {
        return LOG.jdbc()
                .sql("select to_regclass('read_model." + table + "')::oid::bigint")
                .query(Long.class)
                .single();
    }

    private static List<String> schemas() {
        return LOG.jdbc()
                .sql("select nspname from pg_namespace where nspname like 'read_model%'")
                .query((row, _) -> row.getString(1))
                .list();
    }

    /// Everything in the schema that has a name or a definition.
    private static List<String> names() {
        return LOG.jdbc().sql("""
                        select 'index ' || pg_get_indexdef(indexrelid) from pg_index join pg_class c on c.oid = indexrelid
                         where c.relnamespace = 'read_model'::regnamespace
                        union all
                        select 'constraint ' || conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid)
                          from pg_constraint where connamespace = 'read_model'::regnamespace
                        union all
                        select 'trigger ' || pg_get_triggerdef(t.oid) from pg_trigger t join pg_class c on c.oid = t.tgrelid
                         where c.relnamespace = 'read_model'::regnamespace and not tgisinternal
                        union all
                        select 'view ' || relname || ' ' || pg_get_viewdef(oid) from pg_class
                         where relnamespace = 'read_model'::regnamespace and relkind = 'v'
                        union all
                        select 'column ' || attrelid::regclass || ' ' || attnum || ' ' || attname || ' ' || atttypid::regtype
                               || ' ' || attnotnull
                          from pg_attribute join pg_class c on c.oid = attrelid
                         where c.relnamespace = 'read_model'::regnamespace and c.relkind = 'r' and attnum > 0
                         order by 1
                        """).query((row, _) -> row.getString(1)).list();
    }
}
