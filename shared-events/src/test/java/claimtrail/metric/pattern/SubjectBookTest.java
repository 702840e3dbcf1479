package claimtrail.metric.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import claimtrail.denial.Bill;
import claimtrail.event.claim.ClaimEvent;
import claimtrail.event.claim.ClaimEvent.ClaimScreened;
import claimtrail.event.claim.ClaimEvent.DenialLink;
import claimtrail.event.claim.ClaimEvent.DenialLinked;
import claimtrail.event.claim.ClaimEvent.LineResult;
import claimtrail.event.claim.ClaimEvent.LinkCause;
import claimtrail.event.claim.ClaimEvent.PatternExposure;
import claimtrail.event.claim.ClaimEvent.PolicyMatch;
import claimtrail.event.claim.ClaimEvent.Screening;
import claimtrail.event.claim.ClaimEvent.ScreeningCause;
import claimtrail.metric.Log;
import claimtrail.metric.Posting;
import claimtrail.metric.claim.ClaimFold;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// What each fact of a claim posts to the pattern and the policy that it belongs to; late facts and money taken back
/// post what corrects the book, and nothing posted before is touched.
class SubjectBookTest {

    private static final UUID PATTERN = new UUID(5, 1);
    private static final UUID POLICY = new UUID(5, 2);

    private final Bill bill = Bill.of("K1", Bill.PROVIDER_A, 15_000, 10_000);
    private final ClaimEvent denied = bill.answered("03-12", "0 CO-197:15000", "8000 CO-45:2000");

    @Test
    void a_denial_is_counted_and_at_risk_until_it_is_won_and_money_is_recovered_until_it_is_taken_back() {
        var paid = bill.answered("04-02", "12000 CO-45:3000", "8000 CO-45:2000");
        assertThat(book(
                        bill.submitted("03-02"),
                        screened(false),
                        denied,
                        linked(denied),
                        bill.appealed(1, "03-17", 1),
                        bill.overturned(1, "03-27", 1, 15_000, 15_000L),
                        paid,
                        bill.reversed("04-20", paid)))
                .isEqualTo("""
                ClaimSubmitted
                ClaimScreened
                  03-02 pattern.exposed +1
                  03-02 policy.hit +1
                  03-02 policy.hit.lines +1
                  03-02 policy.violated +1
                ClaimDenied
                  03-12 pattern.decided +1
                  03-12 policy.decided +1
                DenialLinked
                  03-12 pattern.at.risk.cents +15000
                  03-12 pattern.denied +1
                  03-12 pattern.denied.cents +15000
                  03-12 pattern.denied.lines +1
                  03-12 policy.denied +1
                  03-12 policy.denied.cents +15000
                AppealFiled
                  03-17 pattern.appealed +1
                  03-17 policy.appealed +1
                DenialOverturned
                  03-27 pattern.appeal.decided +1
                  03-27 pattern.at.risk.cents -15000
                  03-27 pattern.overturned +1
                  03-27 policy.appeal.decided +1
                  03-27 policy.overturned +1
                ClaimApproved
                  04-02 pattern.recovered.cents +12000
                PaymentReversed
                  04-20 pattern.recovered.cents -12000
                """);
    }

    @Test
    void a_link_that_is_told_before_its_denial_waits_for_it() {
        assertThat(book(bill.submitted("03-02"), linked(denied), denied)).isEqualTo("""
                ClaimSubmitted
                DenialLinked
                  03-02 pattern.exposed +1
                  03-02 policy.hit +1
                  03-02 policy.hit.lines +1
                ClaimDenied
                  03-12 pattern.at.risk.cents +15000
                  03-12 pattern.decided +1
                  03-12 pattern.denied +1
                  03-12 pattern.denied.cents +15000
                  03-12 pattern.denied.lines +1
                  03-12 policy.decided +1
                  03-12 policy.denied +1
                  03-12 policy.denied.cents +15000
                """);
    }

    @Test
    void a_denial_by_a_policy_that_no_screening_found_is_one_to_which_it_applies() {
        assertThat(book(bill.submitted("03-02"), denied, linked(denied))).isEqualTo("""
                ClaimSubmitted
                ClaimDenied
                DenialLinked
                  03-12 pattern.at.risk.cents +15000
                  03-12 pattern.decided +1
                  03-12 pattern.denied +1
                  03-12 pattern.denied.cents +15000
                  03-12 pattern.denied.lines +1
                  03-02 pattern.exposed +1
                  03-12 policy.decided +1
                  03-12 policy.denied +1
                  03-12 policy.denied.cents +15000
                  03-02 policy.hit +1
                  03-02 policy.hit.lines +1
                """);
    }

    @Test
    void a_denial_of_the_claim_as_a_whole_hits_the_claim_and_no_line() {
        var whole = bill.answer().on("03-12").whole("0 CO-197:25000").fact();
        assertThat(book(bill.submitted("03-02"), whole, linked(whole, 0, false)))
                .contains("""
                  03-12 policy.decided +1
                  03-12 policy.denied +1
                  03-12 policy.denied.cents +25000
                  03-02 policy.hit +1
                """)
                .doesNotContain("policy.hit.lines");
    }

    @Test
    void an_earlier_answer_that_is_learnt_late_takes_the_denial_back_from_the_book() {
        assertThat(book(
                        bill.submitted("03-02"),
                        screened(false),
                        denied,
                        linked(denied),
                        bill.answered("03-10", "12000 CO-45:3000", "8000 CO-45:2000")))
                .isEqualTo("""
                ClaimSubmitted
                ClaimScreened
                  03-02 pattern.exposed +1
                  03-02 policy.hit +1
                  03-02 policy.hit.lines +1
                  03-02 policy.violated +1
                ClaimDenied
                  03-12 pattern.decided +1
                  03-12 policy.decided +1
                DenialLinked
                  03-12 pattern.at.risk.cents +15000
                  03-12 pattern.denied +1
                  03-12 pattern.denied.cents +15000
                  03-12 pattern.denied.lines +1
                  03-12 policy.denied +1
                  03-12 policy.denied.cents +15000
                ClaimApproved
                  03-10 pattern.decided +1
                  03-12 pattern.decided -1
                  03-12 pattern.denied -1
                  03-12 pattern.denied.cents -15000
                  03-12 pattern.denied.lines -1
                  03-10 policy.decided +1
                  03-12 policy.decided -1
                  03-12 policy.denied -1
                  03-12 policy.denied.cents -15000
                """);
    }

    @Test
    void what_a_source_says_of_a_policy_stands_apart() {
        assertThat(book(bill.submitted("03-02"), screened(true))).isEqualTo("""
                ClaimSubmitted
                ClaimScreened
                  03-02 pattern.exposed +1
                  03-02 asserted policy.hit +1
                  03-02 asserted policy.hit.lines +1
                  03-02 asserted policy.violated +1
                """);
    }

    @Test
    void what_a_source_says_of_a_denial_stands_apart_and_never_among_what_was_tested() {
        assertThat(book(bill.submitted("03-02"), screened(false), denied, linked(denied, 1, true)))
                .contains("""
                ClaimDenied
                  03-12 pattern.decided +1
                  03-12 policy.decided +1
                """)
                .endsWith("""
                  03-12 asserted policy.decided +1
                  03-12 asserted policy.denied +1
                  03-12 asserted policy.denied.cents +15000
                  03-02 asserted policy.hit +1
                  03-02 asserted policy.hit.lines +1
                """);
    }

    private static ClaimScreened screened(boolean asserted) {
        return new ClaimScreened(
                1,
                "screening/1",
                asserted,
                ScreeningCause.SUBMISSION,
                List.of(new PolicyMatch(POLICY, 1, List.of(new LineResult(1, Screening.VIOLATED)))),
                List.of(new PatternExposure(PATTERN, List.of(1))));
    }

    private static DenialLinked linked(ClaimEvent answer) {
        return linked(answer, 1, false);
    }

    private static DenialLinked linked(ClaimEvent answer, int line, boolean asserted) {
        return new DenialLinked(
                Bill.decision(answer).key(),
                "linking/1",
                asserted,
                LinkCause.DECISION,
                List.of(new DenialLink(line, List.of(PATTERN), List.of(POLICY), 15_000)));
    }

    /// Each fact, and below it what it posts: day of the event, whether a source says so, measure, amount.
    private static String book(ClaimEvent... facts) {
        var fold = new ClaimFold();
        var standing = fold.start();
        var lines = new ArrayList<String>();
        for (var fact : new Log().add("K1", facts).facts()) {
            var step = fold.stepAny(standing, fact);
            lines.add(fact.event().getClass().getSimpleName());
            step.postings().stream()
                    .filter(it -> it.cell().facet().contains(PATTERN.toString())
                            || it.cell().facet().contains(POLICY.toString()))
                    .map(it -> "  " + shortly(it))
                    .forEach(lines::add);
            standing = step.standing();
        }
        return String.join("\n", lines) + "\n";
    }

    private static String shortly(Posting posting) {
        var cell = posting.cell();
        return "%s %s%s %+d"
                .formatted(
                        cell.eventDay().toString().substring(5),
                        cell.facet().startsWith("asserted:") ? "asserted " : "",
                        cell.measure().id(),
                        posting.amount());
    }
}
