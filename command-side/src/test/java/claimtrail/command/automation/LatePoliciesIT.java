package claimtrail.command.automation;

import static org.assertj.core.api.Assertions.assertThat;

import claimtrail.command.RunningSide;
import claimtrail.event.claim.ClaimEvent.ClaimScreened;
import claimtrail.event.claim.ClaimEvent.DenialLinked;
import claimtrail.event.claim.ClaimEvent.LineResult;
import claimtrail.event.claim.ClaimEvent.LinkCause;
import claimtrail.event.claim.ClaimEvent.PolicyMatch;
import claimtrail.event.claim.ClaimEvent.Screening;
import claimtrail.event.claim.ClaimEvent.ScreeningCause;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// A policy published after claims of its time were billed judges them, on a real log: once, and as new facts.
class LatePoliciesIT {

    private static RunningSide side;

    @BeforeAll
    static void start() {
        side = RunningSide.start("--claimtrail.automation.look-every-millis=3600000");
    }

    @AfterAll
    static void stop() {
        side.close();
    }

    @Test
    void claims_of_its_time_are_judged_and_their_denials_linked() {
        var history = new History(side, "LATE-1");
        var denied = history.told(3, "73610", "4");
        history.told(40, "73610", "4"); // after the end
        var takenBack = history.bill(3, UUID.randomUUID(), "73610");
        history.takeBack(takenBack, 5);
        find();
        assertThat(history.each(ClaimScreened.class)).isEmpty();

        var policy = publish("LATE-1", "P", "2026-01-05", "2026-01-20", "\"modifiers\":{\"anyOf\":[\"26\"]}");
        find();

        assertThat(history.each(ClaimScreened.class))
                .containsExactly(new History.Told(
                        denied,
                        new ClaimScreened(
                                1,
                                "screening/1",
                                false,
                                ScreeningCause.RETROACTIVE,
                                List.of(new PolicyMatch(policy, 1, List.of(new LineResult(1, Screening.VIOLATED)))),
                                List.of())));
        assertThat(history.each(DenialLinked.class)).singleElement().satisfies(it -> {
            var linked = (DenialLinked) it.event();
            assertThat(it.stream()).isEqualTo(denied);
            assertThat(linked.cause()).isEqualTo(LinkCause.BACKFILL);
            assertThat(linked.links().getFirst().policies()).containsExactly(policy);
        });
    }

    @Test
    void reading_the_log_again_from_its_beginning_adds_nothing() {
        var history = new History(side, "LATE-2");
        history.told(3, "70450", "4");
        publish("LATE-2", "P", "2026-01-05", "2026-01-20", "\"modifiers\":{\"anyOf\":[\"26\"]}");
        find();
        var facts = facts(history);

        side.database().execute("update event_store.automation_token set position = 0");
        find();

        assertThat(facts).isEqualTo(2);
        assertThat(facts(history)).isEqualTo(facts);
    }

    @Test
    void a_claim_judged_as_it_came_is_not_judged_again() {
        var history = new History(side, "LATE-3");
        publish("LATE-3", "P", "2026-01-05", null, "\"modifiers\":{\"anyOf\":[\"26\"]}");
        history.told(3, "70450", "4");

        find();

        assertThat(history.each(ClaimScreened.class))
                .singleElement()
                .satisfies(
                        it -> assertThat(((ClaimScreened) it.event()).cause()).isEqualTo(ScreeningCause.SUBMISSION));
    }

    @Test
    void of_two_claims_of_one_day_only_the_one_told_later_exceeds_the_limit() {
        var history = new History(side, "LATE-4");
        publish("LATE-4", "P", "2026-01-05", null, "\"frequency\":{\"count\":1,\"per\":\"DAY\"}");
        var patient = UUID.randomUUID();
        var first = history.bill(3, patient, "81001");
        var second = history.bill(3, patient, "81001");
        find();

        assertThat(results(history, first)).containsExactly(Screening.UNDETERMINED, Screening.MET);
        assertThat(results(history, second)).containsExactly(Screening.UNDETERMINED, Screening.VIOLATED);
    }

    @Test
    void an_age_answered_with_the_bill_stays_answered() {
        var history = new History(side, "LATE-5");
        publish("LATE-5", "P", "2026-01-05", null, "\"age\":{\"min\":18},\"frequency\":{\"count\":5,\"per\":\"YEAR\"}");

        var answer = side.post("/api/claims", """
                {"number":"AGE-1","provider":"DR1","payer":"P1","claimType":"PROFESSIONAL","serviceFrom":"2026-01-08",
                 "submittedOn":"2026-01-08","frequency":"1","chargeCents":10000,
                 "patient":{"name":"Young Person","bornOn":"2015-05-05"},
                 "lines":[{"no":1,"code":"81001","chargeCents":10000,"serviceFrom":"2026-01-08"}]}""", "X-Practice", "LATE-5");
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(201);
        find();

        assertThat(results(history, UUID.fromString(answer.id()))).containsExactly(Screening.VIOLATED);
    }

    private static List<Screening> results(History history, UUID claim) {
        return history.each(ClaimScreened.class).stream()
                .filter(it -> it.stream().equals(claim))
                .flatMap(it -> ((ClaimScreened) it.event()).policies().stream())
                .map(it -> it.lines().getFirst().result())
                .toList();
    }

    private static int facts(History history) {
        return history.each(ClaimScreened.class).size()
                + history.each(DenialLinked.class).size();
    }

    private static void find() {
        assertThat(side.bean(PatternFinder.class).catchUp()).isTrue();
    }

    private static UUID publish(String practice, String number, String from, @Nullable String to, String demands) {
        var answer = side.post(
                "/api/policies",
                """
                {"number":"%s","version":1,"name":"A rule","mode":"EDIT","effectiveFrom":"%s",%s
                 "applies":{"codes":["73610","70450","81001"]},"demands":{%s},"carcs":["4"]}""".formatted(number, from, to == null ? "" : "\"effectiveTo\":\"" + to + "\",", demands),
                "X-Practice",
                practice);
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(201);
        return UUID.fromString(answer.id());
    }
}
