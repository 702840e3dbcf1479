package claimtrail.query;

import static claimtrail.query.LittleBook.answer;
import static claimtrail.query.LittleBook.appealed;
import static claimtrail.query.LittleBook.day;
import static claimtrail.query.LittleBook.overturned;
import static claimtrail.query.LittleBook.submitted;
import static org.assertj.core.api.Assertions.assertThat;

import claimtrail.query.LittleBook.Said;
import claimtrail.query.LittleBook.Told;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Denials of which letter and money do not say the same are listed: won and not paid, paid and not told.
class UnconfirmedIT {

    private static final String LIST = "/api/appeals/unconfirmed?practice=BOOK&day=";

    @Test
    void money_may_take_45_days_after_the_letter_and_money_without_a_letter_is_listed_at_once() {
        try (var log = new TestLog();
                var reader = new Reader(log, 1)) {
            LittleBook.open(log);
            tell(
                    log,
                    submitted("U1", LittleBook.A, LittleBook.PAYER, day(3, 2), 15000),
                    answer("U1", LittleBook.PAYER, 1, day(3, 8), new Said(1, 15000, 0, "97")),
                    appealed("U1", day(3, 9)),
                    overturned("U1", day(3, 12), 15000));
            tell(
                    log,
                    submitted("U2", LittleBook.A, LittleBook.PAYER, day(3, 2), 20000),
                    answer("U2", LittleBook.PAYER, 1, day(3, 8), new Said(1, 20000, 0, "97")),
                    appealed("U2", day(3, 10)));
            var before = tell(log, answer("U2", LittleBook.PAYER, 1, day(3, 20), new Said(1, 20000, 18000, null))) - 1;
            reader.caughtUp();

            assertThat(lines(reader.ask(LIST + "2026-04-25"))).containsExactly("OUTCOME 2026-03-20 36 0");
            assertThat(lines(reader.ask(LIST + "2026-04-26")))
                    .containsExactly("PAYMENT 2026-03-12 45 15000", "OUTCOME 2026-03-20 37 0");
            assertThat(lines(reader.ask(LIST + "2026-04-26&missing=payment"))).hasSize(1);
            assertThat(lines(reader.ask(LIST + "2026-04-26&asOf=" + before)))
                    .containsExactly("PAYMENT 2026-03-12 45 15000");

            tell(log, answer("U1", LittleBook.PAYER, 1, day(5, 2), new Said(1, 15000, 15000, null)));
            reader.caughtUp();
            assertThat(lines(reader.ask(LIST + "2026-05-30&missing=payment"))).isEmpty();
        }
    }

    private static long tell(TestLog log, Told... facts) {
        var last = 0L;
        for (var fact : List.of(facts)) {
            last = log.append(LittleBook.PRACTICE, LittleBook.claim(fact.claim()), fact.event());
        }
        return last;
    }

    private static List<String> lines(JsonNode answer) {
        return answer.get("denials")
                .valueStream()
                .map(it -> String.join(
                        " ",
                        it.get("missing").asString(),
                        it.get("wonOn").asString(),
                        it.get("daysSince").asString(),
                        it.get("awaitedCents").asString()))
                .toList();
    }
}
