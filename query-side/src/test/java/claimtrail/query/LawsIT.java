package claimtrail.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import claimtrail.event.Actor;
import claimtrail.event.DomainEvent;
import claimtrail.event.Envelope;
import claimtrail.event.Recorded;
import claimtrail.event.Source;
import claimtrail.event.json.EventJson;
import claimtrail.metric.Posting;
import claimtrail.metric.claim.ClaimFold;
import claimtrail.proof.Replay;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// What holds for the figures of any log, read by two segments in three parts of which each holds much that is late.
class LawsIT {

    private static final String ALL_DAYS = "practice=BOOK&from=2026-01-01&to=2026-12-31";
    private static final List<String> BASES = List.of("event", "submission");
    private static final long SEED = 7;

    private static final TestLog LOG = new TestLog();
    private static final Reader READER = new Reader(LOG, 2);

    /// What was shown at the head, by basis and position, when that was the head.
    private static final Map<Long, Map<String, JsonNode>> SHOWN = new LinkedHashMap<>();

    @BeforeAll
    static void tell() {
        ManyLives.open(LOG);
        for (var part : ManyLives.of(SEED)) {
            var head = ManyLives.tell(LOG, part);
            READER.caughtUp();
            var shown = new LinkedHashMap<String, JsonNode>();
            for (var basis : BASES) {
                shown.put(basis, dashboard(basis, ""));
            }
            SHOWN.put(head, shown);
        }
    }

    @AfterAll
    static void close() {
        READER.close();
        LOG.close();
    }

    private static JsonNode dashboard(String basis, String more) {
        return READER.ask("/api/metrics/dashboard?" + ALL_DAYS + "&basis=" + basis + more);
    }

    @Test
    void an_old_position_asked_today_answers_what_was_shown_there() {
        assertThat(SHOWN).hasSize(3);
        SHOWN.forEach((position, shown) -> shown.forEach((basis, then) -> {
            var now = dashboard(basis, "&asOf=" + position);
            assertThat(now.get("metrics")).as(basis + position).isEqualTo(then.get("metrics"));
            assertThat(now.get("aging")).isEqualTo(then.get("aging"));
            assertThat(now.get("summary")).isEqualTo(then.get("summary"));
        }));
    }

    @Test
    void the_postings_between_two_positions_are_the_difference_of_their_figures() {
        var positions = List.copyOf(SHOWN.keySet());
        var moved = 0;
        for (var basis : BASES) {
            for (int to = 1; to < positions.size(); to++) {
                for (var figure : shown(positions.get(to), basis).get("metrics")) {
                    var postings = postings(figure);
                    for (var from : positions.subList(0, to)) {
                        var difference = postings.tailMap(from, false).values().stream()
                                .mapToLong(Long::longValue)
                                .sum();
                        assertThat(numerator(from, basis, figure) + difference)
                                .as("%s %s", basis, figure.get("id").asString())
                                .isEqualTo(figure.get("numerator").asLong());
                        moved += difference == 0 ? 0 : 1;
                    }
                }
            }
        }
        assertThat(moved).isGreaterThan(100);
    }

    /// What the postings that explain a figure add, by the position of their fact.
    private static NavigableMap<Long, Long> postings(JsonNode figure) {
        var postings = new TreeMap<Long, Long>();
        for (int page = 1; ; page++) {
            var why = READER.ask(figure.get("explain").asString() + "&limit=500&page=" + page);
            for (var posting : why.get("postings")) {
                postings.merge(
                        posting.get("position").asLong(), posting.get("amount").asLong(), Long::sum);
            }
            if (page >= why.get("pagination").get("pages").asLong()) {
                return postings;
            }
        }
    }

    private static long numerator(long position, String basis, JsonNode figure) {
        return figure(shown(position, basis), figure.get("id").asString())
                .get("numerator")
                .asLong();
    }

    private static JsonNode shown(long position, String basis) {
        return Objects.requireNonNull(
                Objects.requireNonNull(SHOWN.get(position)).get(basis));
    }

    @Test
    void every_posting_is_what_the_fold_posts_for_the_fact_that_it_names() {
        var postings = new ArrayList<String>();
        var replay = new Replay<>(new ClaimFold(), posting -> postings.add(line(posting)));
        facts().forEach(replay::read);

        assertThat(LOG.jdbc().sql("""
                                select concat_ws(' ', position, ordinal, event_id, measure, practice, payer, provider, facet,
                                       event_day, cohort_day, amount)
                                  from read_model.metric_posting where fold = 'claim/1' order by position, ordinal
                                """).query(String.class).list())
                .hasSizeGreaterThan(1000)
                .isEqualTo(postings);
    }

    private static String line(Posting posting) {
        var cell = posting.cell();
        return String.join(
                " ",
                List.of(
                                posting.position(),
                                posting.ordinal(),
                                posting.eventId(),
                                cell.measure().id(),
                                cell.practice(),
                                cell.payer(),
                                cell.provider(),
                                cell.facet(),
                                cell.eventDay(),
                                cell.cohortDay(),
                                posting.amount())
                        .stream()
                        .map(String::valueOf)
                        .toList());
    }

    private static List<Recorded<DomainEvent>> facts() {
        return LOG.jdbc()
                .sql("select * from event_store.event where stream_type = 'claim' order by position")
                .query((row, _) -> {
                    DomainEvent event =
                            EventJson.read(row.getString("name"), row.getInt("version"), row.getBytes("payload"));
                    return new Recorded<>(
                            new Envelope(
                                    row.getLong("position"),
                                    row.getObject("event_id", UUID.class),
                                    row.getString("stream_type"),
                                    row.getObject("stream_id", UUID.class),
                                    row.getLong("sequence"),
                                    row.getString("name"),
                                    row.getInt("version"),
                                    row.getTimestamp("recorded_at").toInstant(),
                                    row.getObject("practice", UUID.class),
                                    new Actor(Actor.Kind.IMPORT, "importer"),
                                    null,
                                    row.getObject("correlation", UUID.class),
                                    new Source.Api("test")),
                            event);
                })
                .list();
    }

    @Test
    void providers_add_up_to_the_practice_in_every_column_of_every_day_and_basis() {
        for (var column : columns()) {
            assertThat(number("""
                            select count(*) from (
                                select practice, payer, basis, day, %1$s as amount
                                  from read_model.practice_daily_metrics) whole
                              full join (
                                select practice, payer, basis, period_start as day, sum(%1$s)::bigint as amount
                                  from read_model.provider_performance where grain = 'DAY' group by 1, 2, 3, 4) parts
                             using (practice, payer, basis, day)
                             where whole.amount is distinct from parts.amount
                            """.formatted(column))).as(column).isZero();
        }
    }

    @Test
    void a_month_is_the_sum_of_its_days_and_a_quarter_of_its_months() {
        for (var column : columns()) {
            for (var pair : List.of("month DAY MONTH", "quarter MONTH QUARTER")) {
                var words = pair.split(" ", -1);
                assertThat(number("""
                                select count(*) from (
                                    select practice, provider, payer, basis, period_start, %1$s as amount
                                      from read_model.provider_performance where grain = '%4$s') whole
                                  full join (
                                    select practice, provider, payer, basis,
                                           date_trunc('%2$s', period_start)::date as period_start,
                                           sum(%1$s)::bigint as amount
                                      from read_model.provider_performance where grain = '%3$s'
                                     group by 1, 2, 3, 4, 5) parts
                                 using (practice, provider, payer, basis, period_start)
                                 where whole.amount is distinct from parts.amount
                                """.formatted(column, words[0], words[1], words[2])))
                        .as(column + pair)
                        .isZero();
            }
        }
        assertThat(number("select count(*) from read_model.provider_performance where grain = 'QUARTER'"))
                .isPositive();
    }

    @Test
    void over_all_days_both_bases_come_to_the_same() {
        for (var column : columns()) {
            assertThat(number("""
                            select sum(case basis when 'EVENT' then %1$s else -%1$s end)::bigint
                              from read_model.practice_daily_metrics
                            """.formatted(column))).as(column).isZero();
        }
        for (var figure : dashboard("event", "").get("metrics")) {
            var other = dashboard("submission", "")
                    .get("metrics")
                    .valueStream()
                    .filter(it -> it.get("id").equals(figure.get("id")))
                    .findFirst();
            other.ifPresent(it -> assertThat(it.get("numerator")).isEqualTo(figure.get("numerator")));
        }
    }

    /// The columns of the daily tables that are sums.
    private static List<String> columns() {
        var columns = LOG.jdbc().sql("""
                        select column_name from information_schema.columns
                         where table_schema = 'read_model' and table_name = 'practice_daily_metrics'
                           and data_type = 'bigint' and column_name <> 'last_position'
                        """).query((row, _) -> row.getString(1)).list();
        assertThat(columns).hasSize(25);
        return columns;
    }

    @Test
    void the_figures_of_all_providers_and_of_all_payers_add_up_to_those_of_the_practice() {
        for (var basis : BASES) {
            var whole = dashboard(basis, "");
            for (var parts : List.of(
                    List.of("&provider=" + LittleBook.A, "&provider=" + LittleBook.B),
                    List.of("&payer=" + LittleBook.PAYER, "&payer=" + ManyLives.SECOND_PAYER))) {
                var one = dashboard(basis, parts.getFirst());
                var other = dashboard(basis, parts.getLast());
                for (var figure : whole.get("metrics")) {
                    var id = figure.get("id").asString();
                    for (var half : List.of("numerator", "denominator")) {
                        assertThat(figure(one, id).get(half).asLong(0)
                                        + figure(other, id).get(half).asLong(0))
                                .as("%s %s %s", basis, id, half)
                                .isEqualTo(figure.get(half).asLong(0));
                    }
                }
            }
        }
    }

    @Test
    void the_shares_of_every_mix_add_to_100() {
        for (var id : List.of("denial.mix", "denial.mix.amount")) {
            for (var by : List.of("reason", "category", "payer", "provider", "day", "month")) {
                for (var basis : BASES) {
                    var parts = READER.ask("/api/metrics/" + id + "?" + ALL_DAYS + "&basis=" + basis + "&by=" + by)
                            .get("series");
                    assertThat(parts.size()).isGreaterThan(1);
                    var sum = 0L;
                    var rounded = 0.0;
                    for (var part : parts) {
                        sum += part.get("numerator").asLong();
                        rounded += part.get("value").asDouble();
                    }
                    assertThat(sum).isEqualTo(parts.get(0).get("denominator").asLong());
                    assertThat(rounded).isCloseTo(100, within(0.01 * parts.size()));
                }
            }
        }
    }

    @Test
    void what_is_open_by_age_and_by_last_day_is_what_the_work_list_holds_and_what_was_opened_less_closed() {
        var board = dashboard("event", "");
        var list = READER.ask("/api/appeals/worklist?practice=BOOK").get("totals");
        assertThat(list.get("denials").asLong()).isPositive();
        for (var rows : List.of("byAge", "byDeadline")) {
            var denials = 0L;
            var cents = 0L;
            for (var row : board.get("aging").get(rows)) {
                denials += row.get("denials").get("numerator").asLong();
                cents += row.get("dollars").get("numerator").asLong();
            }
            assertThat(denials).isEqualTo(list.get("denials").asLong());
            assertThat(denials)
                    .isEqualTo(
                            figure(board, "denied.open.count").get("numerator").asLong());
            assertThat(cents).isEqualTo(list.get("cents").asLong());
            assertThat(cents)
                    .isEqualTo(figure(board, "denied.open").get("numerator").asLong());
        }
    }

    @Test
    void of_each_cohort_the_appealed_are_denied_the_denied_decided_and_the_decided_submitted() {
        for (int month = 1; month <= 6; month++) {
            var cohort = READER.ask("/api/metrics/dashboard?practice=BOOK&basis=submission&from=2026-0" + month
                    + "-01&to=2026-0" + month + "-28");
            var submitted = count(cohort, "claims.submitted");
            var decided = count(cohort, "claims.decided");
            var denied = count(cohort, "claims.denied");
            assertThat(denied).isBetween(0L, decided);
            assertThat(decided).isBetween(0L, submitted);
            assertThat(count(cohort, "appeal.rate.submitted")).isBetween(0L, denied);
            assertThat(denied + count(cohort, "claims.approved") + count(cohort, "claims.pending"))
                    .as("nobody withdraws here")
                    .isEqualTo(submitted);
            var rates = figure(cohort, "fpr").get("value");
            if (!rates.isNull()) {
                assertThat(rates.decimalValue()
                                .add(figure(cohort, "idr.claims").get("value").decimalValue()))
                        .isEqualByComparingTo("100");
            }
        }
    }

    private static long count(JsonNode board, String id) {
        return figure(board, id).get("numerator").asLong();
    }

    private static JsonNode figure(JsonNode board, String id) {
        return board.get("metrics")
                .valueStream()
                .filter(it -> it.get("id").asString().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static long number(String sql) {
        return LOG.jdbc().sql(sql).query(Long.class).single();
    }
}
