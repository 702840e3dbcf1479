package claimtrail.command.claim;

import static claimtrail.command.claim.Samples.CLAIM;
import static claimtrail.command.claim.Samples.DENIED_ON;
import static claimtrail.command.claim.Samples.PATTERN;
import static claimtrail.command.claim.Samples.PAYER;
import static claimtrail.command.claim.Samples.POLICY;
import static claimtrail.command.claim.Samples.PRACTICE;
import static claimtrail.command.claim.Samples.RULEBOOK;
import static claimtrail.command.claim.Samples.SUBMITTED_ON;
import static claimtrail.command.claim.Samples.bill;
import static claimtrail.command.claim.Samples.line;
import static claimtrail.command.claim.Samples.submit;
import static org.assertj.core.api.Assertions.assertThat;

import claimtrail.command.Spec;
import claimtrail.command.claim.Answer.AnsweredLine;
import claimtrail.command.claim.ClaimCommand.Inference;
import claimtrail.command.claim.ClaimCommand.RecordDecision;
import claimtrail.command.claim.ClaimCommand.ReplaceClaim;
import claimtrail.command.claim.ClaimCommand.Screened;
import claimtrail.command.claim.ClaimCommand.SubmitClaim;
import claimtrail.denial.bill.CodeSet;
import claimtrail.denial.pair.Modifier25;
import claimtrail.denial.pair.PairBook;
import claimtrail.denial.screening.KnownPattern;
import claimtrail.denial.screening.PolicyIndex;
import claimtrail.denial.screening.PolicyVersion;
import claimtrail.denial.screening.Rules;
import claimtrail.event.ExternalId;
import claimtrail.event.Reason;
import claimtrail.event.claim.Adjustment;
import claimtrail.event.claim.ClaimEvent;
import claimtrail.event.claim.ClaimEvent.ClaimDenied;
import claimtrail.event.claim.ClaimEvent.ClaimScreened;
import claimtrail.event.claim.ClaimEvent.DenialLink;
import claimtrail.event.claim.ClaimEvent.DenialLinked;
import claimtrail.event.claim.ClaimEvent.LineResult;
import claimtrail.event.claim.ClaimEvent.LinkCause;
import claimtrail.event.claim.ClaimEvent.PatternExposure;
import claimtrail.event.claim.ClaimEvent.PolicyMatch;
import claimtrail.event.claim.ClaimEvent.Screening;
import claimtrail.event.claim.ClaimEvent.ScreeningCause;
import claimtrail.event.claim.Line;
import claimtrail.event.claim.Match;
import claimtrail.event.claim.PayerDecision.DayBasis;
import claimtrail.event.policy.Conditions;
import claimtrail.event.policy.Conditions.Modifiers;
import claimtrail.event.policy.PolicyEvent.Mode;
import claimtrail.event.policy.PolicyEvent.PolicyPublished;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// A bill is screened, and a denial linked, in the decision that takes it in; what a source said is not said twice.
class OwnTiesTest {

    private static final Line VISIT = line(1, "99213", 10_000);
    private static final Line INJECTION = line(2, "20610", 15_000);
    private static final PatternExposure EXPOSED = new PatternExposure(PATTERN, List.of(1));
    private static final PolicyMatch VIOLATED =
            new PolicyMatch(POLICY, 1, List.of(new LineResult(1, Screening.VIOLATED)));
    private static final DenialLink LINK = new DenialLink(1, List.of(PATTERN), List.of(POLICY), 10_000);

    private final Spec<Claim, ClaimCommand, ClaimEvent, ClaimRefusal> spec = Samples.under(rulebook());

    @Test
    void a_bill_is_screened_as_it_comes() {
        var events = spec.given()
                .when(submit(bill("1", SUBMITTED_ON, VISIT, INJECTION)))
                .accepted()
                .events();

        assertThat(events.getLast())
                .isEqualTo(new ClaimScreened(
                        1, "screening/1", false, ScreeningCause.SUBMISSION, List.of(VIOLATED), List.of(EXPOSED)));
    }

    @Test
    void without_rules_nothing_is_added() {
        assertThat(Samples.spec().given().when(submit(bill())).accepted().events())
                .hasSize(1);
    }

    @Test
    void a_replacement_is_screened_as_the_version_it_is() {
        var cured = new Line(
                1,
                "99213",
                List.of("25"),
                List.of(),
                null,
                10_000,
                VISIT.serviceFrom(),
                null,
                null,
                null,
                null,
                Line.Split.STATED);

        var events = spec.asked(submit(bill("1", SUBMITTED_ON, VISIT, INJECTION)), denial(null))
                .when(new ReplaceClaim(CLAIM, PRACTICE, bill("7", DENIED_ON, cured, INJECTION), null, null, true, null))
                .accepted()
                .events();

        assertThat(events.getLast())
                .isEqualTo(new ClaimScreened(
                        2,
                        "screening/1",
                        false,
                        ScreeningCause.REPLACEMENT,
                        List.of(new PolicyMatch(POLICY, 1, List.of(new LineResult(1, Screening.MET)))),
                        List.of(EXPOSED)));
    }

    @Test
    void a_denial_keeps_the_class_of_its_code_and_is_linked_by_its_pair_as_it_comes() {
        var events = spec.asked(submit(bill("1", SUBMITTED_ON, VISIT, INJECTION)))
                .when(denial(null))
                .accepted()
                .events();

        assertThat(events.getFirst())
                .isInstanceOfSatisfying(
                        ClaimDenied.class,
                        it -> assertThat(it.decision()
                                        .lines()
                                        .getFirst()
                                        .finding()
                                        .reasonClass())
                                .isEqualTo("BUNDLED"));
        assertThat(events.getLast())
                .isEqualTo(new DenialLinked("key", "linking/1", false, LinkCause.DECISION, List.of(LINK)));
    }

    @Test
    void a_bill_that_comes_after_its_denial_links_it() {
        var inference = new Inference(
                new ExternalId("837", "A-1001"),
                Samples.PROVIDER,
                Samples.PATIENT,
                VISIT.serviceFrom(),
                null,
                null,
                List.of(VISIT, INJECTION));

        var early = spec.asked(denial(inference));
        var events = early.when(submit(bill("1", SUBMITTED_ON, VISIT, INJECTION)))
                .accepted()
                .events();

        assertThat(events.getLast())
                .isEqualTo(new DenialLinked(
                        "key",
                        "linking/1",
                        false,
                        LinkCause.BACKFILL,
                        List.of(new DenialLink(1, List.of(), List.of(POLICY), 10_000))));
    }

    @Test
    void what_a_source_asserts_is_not_said_again() {
        var said = new Screened("portal", true, List.of(), List.of(EXPOSED));
        var submit = submit(bill("1", SUBMITTED_ON, VISIT, INJECTION));

        var events = spec.given()
                .when(new SubmitClaim(CLAIM, PRACTICE, submit.bill(), true, List.of(), List.of(), said))
                .accepted()
                .events();

        assertThat(events.getLast())
                .isEqualTo(new ClaimScreened(
                        1, "screening/1", false, ScreeningCause.SUBMISSION, List.of(VIOLATED), List.of()));
    }

    private static RecordDecision denial(@Nullable Inference inference) {
        return new RecordDecision(
                CLAIM,
                PRACTICE,
                new Answer(
                        "key",
                        null,
                        PAYER,
                        1,
                        null,
                        null,
                        "1",
                        DENIED_ON,
                        DayBasis.STATED,
                        null,
                        null,
                        25_000,
                        15_000,
                        null,
                        null,
                        true,
                        List.of(),
                        List.of(),
                        List.of(
                                answered(1, "99213", 10_000, 0, "97", "N20"),
                                answered(2, "20610", 15_000, 15_000, null, null)),
                        null,
                        Match.direct()),
                inference,
                true,
                List.of(),
                List.of(),
                null);
    }

    private static AnsweredLine answered(
            int no, String code, long charge, long paid, @Nullable String carc, @Nullable String remark) {
        return new AnsweredLine(
                no,
                null,
                code,
                List.of(),
                null,
                charge,
                paid,
                null,
                null,
                carc == null ? List.of() : List.of(new Adjustment("CO", Reason.carc(carc), charge - paid, null)),
                remark == null ? List.of() : List.of(Reason.rarc(remark)));
    }

    private static Rulebook rulebook() {
        var applies = conditions(List.of("99213"), List.of("20610"), null);
        var demands = conditions(List.of(), List.of(), new Modifiers(List.of("25"), List.of(), List.of()));
        var policy = new PolicyPublished(
                new ExternalId("test", "P"),
                1,
                "Modifier 25 beside an injection",
                Mode.EDIT,
                LocalDate.of(2026, 1, 1),
                null,
                null,
                null,
                List.of(),
                applies,
                demands,
                List.of("97"),
                List.of(),
                null,
                null,
                null,
                null,
                List.of(),
                List.of(),
                null);
        var rules = new Rules(
                new PolicyIndex(List.of(new PolicyVersion(POLICY, policy, null, Set.of()))),
                List.of(new KnownPattern(
                        PATTERN, Modifier25.NAME, Modifier25.SUBJECT, "MOD25", CodeSet.of(List.of("99213")))),
                PairBook.dayOne(),
                _ -> "modifier-missing");
        return new Rulebook(
                RULEBOOK.reasons(), RULEBOOK.terms(), true, true, RULEBOOK.patterns(), RULEBOOK.policies(), rules);
    }

    private static Conditions conditions(List<String> codes, List<String> companions, @Nullable Modifiers modifiers) {
        return new Conditions(
                List.of(),
                List.of(),
                codes,
                companions,
                List.of(),
                List.of(),
                modifiers,
                null,
                null,
                null,
                null,
                List.of());
    }
}
