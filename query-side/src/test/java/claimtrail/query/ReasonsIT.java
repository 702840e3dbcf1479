package claimtrail.query;

import static org.assertj.core.api.Assertions.assertThat;

import claimtrail.denial.DayOne;
import claimtrail.event.Ids;
import claimtrail.event.Reason;
import claimtrail.event.reference.ReferenceEvent.Effect;
import claimtrail.event.reference.ReferenceEvent.Preventable;
import claimtrail.event.reference.ReferenceEvent.ReasonClassified;
import claimtrail.metric.Cell;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// What a payer's code means on a day, as known at a position; and what codes without a meaning cost.
class ReasonsIT {

    private static final String STRANGE = "ZZ 9&+";
    private static final TestLog LOG = new TestLog();
    private static final Reader READER = new Reader(LOG, 1);
    private static final String MARCH = "practice=BOOK&from=2026-03-01&to=2026-03-30";

    private static long shipped;

    @BeforeAll
    static void tell() {
        LittleBook.open(LOG);
        for (var meaning : DayOne.meanings()) {
            shipped = publish(Cell.NOBODY, meaning);
        }
        LittleBook.denied(LOG, "U1", LittleBook.day(3, 10), 12_300, STRANGE);
        LittleBook.denied(LOG, "U2", LittleBook.day(3, 20), 700, STRANGE);
        LittleBook.denied(LOG, "U3", LittleBook.day(3, 20), 500, "Y7");
        LittleBook.denied(LOG, "U4", LittleBook.day(4, 20), 900, "Y7");
        LittleBook.denied(LOG, "K", LittleBook.day(3, 20), 5_000, "97");
        publish(Cell.NOBODY, meaning("97", null, "BUNDLED", LocalDate.of(2026, 4, 1)));
        publish(LittleBook.PRACTICE, meaning("97", LittleBook.PAYER, "MOD25", LocalDate.of(2026, 2, 1)));
        publish(Cell.NOBODY, meaning("Y7", null, "DATA", LocalDate.of(2026, 3, 25)));
        READER.caughtUp();
    }

    @AfterAll
    static void close() {
        READER.close();
        LOG.close();
    }

    @Test
    void the_whole_table_is_there_with_class_category_preventable_and_usual_fix() {
        var first = READER.ask("/api/reasons?practice=BOOK&asOf=" + shipped + "&limit=500");
        assertThat(first.get("pagination").get("total").asLong())
                .isEqualTo(DayOne.meanings().size());
        var authorization = entries("search=197&asOf=" + shipped).getFirst();
        assertThat(authorization.get("reasonClass").asString()).isEqualTo("AUTHORIZATION");
        assertThat(authorization.get("category").asString()).isEqualTo("authorization");
        assertThat(authorization.get("preventable").asString()).isEqualTo("YES");
        assertThat(authorization.get("usualFix").asString()).startsWith("Attach the number");
        assertThat(READER.ask(authorization.get("event").asString())
                        .at("/event/name")
                        .asString())
                .isEqualTo("reason.classified");
    }

    @Test
    void what_is_in_force_follows_the_day_and_what_was_known_the_position() {
        assertThat(sinces("search=97&day=2026-03-31")).contains("any 1970-01-01", "one payer 2026-02-01");
        assertThat(sinces("search=97&day=2026-04-01")).contains("any 2026-04-01", "one payer 2026-02-01");
        assertThat(sinces("search=97&day=2026-04-01&asOf=" + shipped)).contains("any 1970-01-01");
        assertThat(entries("search=97&practice=EMPTY"))
                .as("another practice's word is not ours")
                .noneMatch(it -> it.get("own").asBoolean());
    }

    @Test
    void codes_that_no_entry_knew_are_counted_with_their_lines_and_money_the_dearest_first() {
        assertThat(unmapped(MARCH)).containsExactly(STRANGE + " 2 2 13000 false", "Y7 1 1 500 true");
        assertThat(unmapped("practice=BOOK&day=2026-04-30&days=30")).containsExactly("Y7 1 1 900 true");
        assertThat(unmapped(MARCH + "&asOf=" + shipped)).isEmpty();
    }

    @Test
    void each_of_these_numbers_is_the_sum_of_its_postings() {
        for (var code : READER.ask("/api/reasons/unmapped?" + MARCH).get("codes")) {
            for (var number : List.of("decisions", "lines", "cents")) {
                var why = READER.ask(code.get(number).get("explain").asString());
                assertThat(why.get("readds").asBoolean()).isTrue();
                assertThat(why.get("sum").asLong())
                        .isEqualTo(code.get(number).get("value").asLong());
            }
        }
    }

    @Test
    void the_page_shows_both_and_leads_to_the_postings() {
        var page = READER.get("/reasons?" + MARCH.replace("from=2026-03-01&to=2026-03-30", "day=2026-03-30"))
                .body();
        assertThat(page)
                .contains("ZZ 9&amp;+", "$130.00", "has a meaning by now", "code=ZZ+9%26%2B", "Attach the number");
        assertThat(READER.get("/why?metric=dq.unmapped.amount&" + MARCH + "&code=ZZ+9%26%2B")
                        .body())
                .contains("✓ yes", "$130.00");
    }

    private static List<JsonNode> entries(String parameters) {
        var practice = parameters.contains("practice=") ? "" : "practice=BOOK&";
        return READER.ask("/api/reasons?" + practice + parameters + "&limit=500")
                .get("reasons")
                .valueStream()
                .toList();
    }

    private static List<String> sinces(String parameters) {
        return entries(parameters).stream()
                .map(it -> (it.get("payer").isNull() ? "any " : "one payer ")
                        + it.get("effectiveFrom").asString())
                .toList();
    }

    private static List<String> unmapped(String parameters) {
        return READER.ask("/api/reasons/unmapped?" + parameters)
                .get("codes")
                .valueStream()
                .map(it -> it.get("code").asString() + " "
                        + it.get("decisions").get("value").asLong() + " "
                        + it.get("lines").get("value").asLong() + " "
                        + it.get("cents").get("value").asLong() + " "
                        + it.get("knownByNow").asBoolean())
                .toList();
    }

    private static long publish(UUID practice, ReasonClassified fact) {
        return LOG.append(practice, Ids.next(), fact);
    }

    private static ReasonClassified meaning(String code, @Nullable UUID payer, String reasonClass, LocalDate from) {
        return new ReasonClassified(
                Reason.carc(code),
                null,
                null,
                payer,
                Effect.DENYING,
                reasonClass,
                "other",
                Preventable.YES,
                from,
                null);
    }
}
