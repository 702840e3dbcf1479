package claimtrail.denial.screening;

import static claimtrail.denial.bill.Encounter.claim;
import static org.assertj.core.api.Assertions.assertThat;

import claimtrail.denial.DayOne;
import claimtrail.denial.ReasonClass;
import claimtrail.denial.ReasonTable;
import claimtrail.denial.bill.CodeSet;
import claimtrail.denial.bill.Encounter;
import claimtrail.denial.pair.Modifier25;
import claimtrail.denial.pair.PairBook;
import claimtrail.event.Reason;
import claimtrail.event.claim.ClaimEvent.ClaimScreened;
import claimtrail.event.claim.ClaimEvent.DenialLink;
import claimtrail.event.claim.ClaimEvent.LineResult;
import claimtrail.event.claim.ClaimEvent.PolicyMatch;
import claimtrail.event.claim.ClaimEvent.Screening;
import claimtrail.event.claim.ClaimEvent.ScreeningCause;
import claimtrail.event.claim.DecisionLine;
import claimtrail.event.claim.Finding;
import claimtrail.event.claim.PayerDecision;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Rule `linking/1`: what a denied line belongs to.
class LinkingRuleTest {

    private static final Map<String, String> CATEGORIES =
            DayOne.classes().values().stream().collect(Collectors.toMap(ReasonClass::name, ReasonClass::category));
    private static final UUID PAIRS = new UUID(0, 71);
    private static final UUID BUNDLED = new UUID(0, 72);
    private static final UUID MOD25 = new UUID(0, 73);
    private static final UUID LOW = new UUID(0, 51);
    private static final UUID HIGH = new UUID(0, 52);

    private static final KnownPattern BY_PAIR =
            new KnownPattern(PAIRS, Modifier25.NAME, Modifier25.SUBJECT, "MOD25", CodeSet.of(List.of("99213")));
    private static final KnownPattern BY_CLASS =
            new KnownPattern(BUNDLED, LinkingRule.REASON_CLASS, "BUNDLED", "BUNDLED", CodeSet.of(List.of("99213")));

    @Test
    void a_pair_names_its_pattern_alone_and_every_other_line_its_reason_class() {
        var links = link("99213 20610", "97 N20; paid", List.of(BY_PAIR, BY_CLASS));
        var bundled = link("99213 36415", "97; paid", List.of(BY_PAIR, BY_CLASS));

        assertThat(links).containsExactly(new DenialLink(1, List.of(PAIRS), List.of(), 10_000));
        assertThat(bundled).containsExactly(new DenialLink(1, List.of(BUNDLED), List.of(), 10_000));
    }

    @Test
    void a_pair_beside_a_larger_other_reason_belongs_to_both() {
        var adjusted = decision("97 N20; paid");
        var line = adjusted.lines().getFirst();
        var other = new Finding(
                line.finding().result(),
                10_000,
                Reason.carc("197"),
                "AUTHORIZATION",
                line.finding().liability());
        var authorisation = new KnownPattern(
                BUNDLED, LinkingRule.REASON_CLASS, "AUTHORIZATION", "AUTHORIZATION", CodeSet.of(List.of()));

        var links = LinkingRule.link(
                with(
                        adjusted,
                        new DecisionLine(
                                1, 10_000, 0, null, null, null, line.adjustments(), line.remarks(), other, null)),
                claim("99213 20610"),
                Beside.nothing(),
                List.of(),
                rules(List.of(BY_PAIR, authorisation)));

        assertThat(links).containsExactly(new DenialLink(1, List.of(PAIRS, BUNDLED), List.of(), 10_000));
    }

    @Test
    void a_pattern_that_was_declared_stands_for_its_reason_class() {
        var declared = new KnownPattern(MOD25, null, null, "MOD25", CodeSet.of(List.of("99214")));

        assertThat(link("99213 20610", "97 N20; paid", List.of(declared)))
                .containsExactly(new DenialLink(1, List.of(MOD25), List.of(), 10_000));
        assertThat(link("99213", "97", List.of(declared))).isEmpty();
    }

    @ParameterizedTest(name = "{0}, {1}, expecting {2} about {3}: blamed {4}")
    @CsvSource(nullValues = "-", textBlock = """
            # demands,    result,       CARCs, topic,            blamed
            modsAny=25,   VIOLATED,     97,    -,                true
            modsAny=25,   VIOLATED,     CO-97, -,                true
            modsAny=25,   VIOLATED,     197,   -,                false
            modsAny=25,   MET,          97,    -,                false
            modsAny=25,   UNDETERMINED, 97,    -,                false
            -,            MET,          97,    -,                true
            unchecked=x,  UNDETERMINED, 97,    -,                true
            modsAny=25,   VIOLATED,     -,     code-mismatch,    true
            modsAny=25,   VIOLATED,     -,     Code Mismatch,    true
            modsAny=25,   VIOLATED,     -,     timing,           false
            modsAny=25,   VIOLATED,     -,     -,                false
            """)
    void a_policy_is_blamed_when_violated_and_the_reason_is_one_it_lets_expect(
            @Nullable String demands,
            Screening result,
            @Nullable String carcs,
            @Nullable String topic,
            boolean blamed) {
        var policy = Policies.policy(
                LOW, "codes=99213", demands == null ? "" : demands, carcs == null ? List.of() : List.of(carcs), topic);

        var links = LinkingRule.link(
                decision("97"),
                claim("99213"),
                Beside.nothing(),
                List.of(screened(1, false, LOW, result)),
                rules(new PolicyIndex(List.of(policy))));

        assertThat(!links.isEmpty()).isEqualTo(blamed);
    }

    @Test
    void of_several_policies_the_lowest_comes_first_and_all_are_kept() {
        var index = new PolicyIndex(List.of(
                Policies.policy(HIGH, "codes=99213", "", List.of("97"), null),
                Policies.policy(LOW, "codes=99213", "", List.of("97"), null)));
        var screenings = List.of(screened(1, false, HIGH, Screening.MET), screened(1, false, LOW, Screening.MET));

        var links = LinkingRule.link(decision("97"), claim("99213"), Beside.nothing(), screenings, rules(index));

        assertThat(links).containsExactly(new DenialLink(1, List.of(), List.of(LOW, HIGH), 10_000));
    }

    @Test
    void what_a_source_asserts_was_not_tested_and_another_version_was_not_answered() {
        var index = new PolicyIndex(List.of(Policies.policy(LOW, "codes=99213", "modsAny=25", List.of("97"), null)));

        assertThat(LinkingRule.link(
                        decision("97"),
                        claim("99213"),
                        Beside.nothing(),
                        List.of(screened(1, true, LOW, Screening.UNDETERMINED)),
                        rules(index)))
                .hasSize(1);
        assertThat(LinkingRule.link(
                        decision("97"),
                        claim("99213"),
                        Beside.nothing(),
                        List.of(screened(2, false, LOW, Screening.VIOLATED)),
                        rules(index)))
                .isEmpty();
    }

    private static List<DenialLink> link(String lines, String answer, List<KnownPattern> patterns) {
        return LinkingRule.link(decision(answer), claim(lines), Beside.nothing(), List.of(), rules(patterns));
    }

    private static ClaimScreened screened(int version, boolean asserted, UUID policy, Screening result) {
        return new ClaimScreened(
                version,
                ScreeningRule.NAME,
                asserted,
                ScreeningCause.SUBMISSION,
                List.of(new PolicyMatch(policy, 1, List.of(new LineResult(1, result)))),
                List.of());
    }

    private static PayerDecision decision(String answer) {
        return Encounter.decision(answer, ReasonTable.dayOne());
    }

    private static PayerDecision with(PayerDecision decision, DecisionLine line) {
        return Encounter.decision(List.of(line, decision.lines().getLast()));
    }

    private static Rules rules(List<KnownPattern> patterns) {
        return new Rules(PolicyIndex.empty(), patterns, PairBook.dayOne(), name -> CATEGORIES.getOrDefault(name, ""));
    }

    private static Rules rules(PolicyIndex index) {
        return new Rules(index, List.of(), PairBook.dayOne(), name -> CATEGORIES.getOrDefault(name, ""));
    }
}
