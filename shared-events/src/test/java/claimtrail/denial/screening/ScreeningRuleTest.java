package claimtrail.denial.screening;

import static claimtrail.denial.bill.Encounter.DAY;
import static claimtrail.denial.bill.Encounter.DOCTOR;
import static claimtrail.denial.bill.Encounter.claim;
import static claimtrail.denial.bill.Encounter.nearby;
import static claimtrail.denial.screening.Policies.POLICY;
import static org.assertj.core.api.Assertions.assertThat;

import claimtrail.denial.bill.BilledClaim;
import claimtrail.denial.bill.CodeSet;
import claimtrail.denial.bill.NearbyLine;
import claimtrail.denial.pair.Modifier25;
import claimtrail.denial.pair.PairBook;
import claimtrail.event.claim.ClaimEvent.LineResult;
import claimtrail.event.claim.ClaimEvent.PatternExposure;
import claimtrail.event.claim.ClaimEvent.PolicyMatch;
import claimtrail.event.claim.ClaimEvent.Screening;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Rule `screening/1`: a table for every condition of a policy, and for what exposes a claim to a pattern.
class ScreeningRuleTest {

    @ParameterizedTest(name = "{0} applies to line {2} of {1}")
    @CsvSource(nullValues = "-", delimiter = '|', textBlock = """
            # applies                | lines           | lines it applies to
            codes=99213              | 99213 20610     | 1
            codes=99202-99215        | 99213 99215     | 1 2
            codes=992*               | 99213 20610     | 1
            codes=10004-69990        | 99213 20610     | 2
            codes=G0438-G0439        | g0439           | 1
            codes=9921-99215         | 99213           | -
            -                        | 99213 20610     | 1 2
            codes=99214              | 99213           | -
            codes=99213 beside=20610 | 99213 20610     | 1
            codes=99213 beside=20610 | 99213 20610@3   | -
            codes=99213 beside=20610 | 99213           | -
            modsAny=25,59            | 99213-25 20610  | 1
            modsAll=25,59            | 99213-25-59     | 1
            modsAll=25,59            | 99213-25        | -
            modsNone=25              | 99213-25 20610  | 2
            dx=E11                   | 99213           | 1
            dx=E11.9                 | 99213           | 1
            dx=E12                   | 99213           | -
            place=11,22              | 99213           | 1
            place=22                 | 99213           | -
            type=PROFESSIONAL        | 99213           | 1
            type=INSTITUTIONAL       | 99213           | -
            payer=ours               | 99213           | 1
            payer=others             | 99213           | -
            authorised=false         | 99213           | 1
            authorised=true          | 99213           | -
            within=10                | 99213           | 1
            within=9                 | 99213           | -
            """)
    void a_policy_applies_where_all_conditions_fit(@Nullable String applies, String lines, @Nullable String expected) {
        assertThat(hits(screen(claim(lines), Beside.lines(List.of()), applies == null ? "" : applies, "")))
                .isEqualTo(expected == null ? "" : expected);
    }

    @ParameterizedTest(name = "{0} on {1}: {2}")
    @CsvSource(nullValues = "-", delimiter = '|', textBlock = """
            # demands          | lines          | result of line 1
            -                  | 99213          | MET
            modsAny=25         | 99213-25       | MET
            modsAny=25         | 99213          | VIOLATED
            modsNone=25        | 99213-25       | VIOLATED
            dx=E11             | 99213          | MET
            dx=Z00             | 99213          | VIOLATED
            place=11           | 99213          | MET
            place=21           | 99213          | VIOLATED
            beside=20610       | 99213 20610    | MET
            beside=20610       | 99213          | UNDETERMINED
            age=18             | 99213          | UNDETERMINED
            authorised=true    | 99213          | VIOLATED
            within=10          | 99213          | MET
            within=9           | 99213          | VIOLATED
            most=1/DAY         | 99213          | UNDETERMINED
            most=1/DAY         | 99213*2        | VIOLATED
            unchecked=sentence | 99213          | UNDETERMINED
            modsAny=25 unchecked=sentence | 99213 | VIOLATED
            modsAny=25 age=18  | 99213          | VIOLATED
            modsAny=25 age=18  | 99213-25       | UNDETERMINED
            """)
    void what_a_policy_demands_is_met_violated_or_not_known(
            @Nullable String demands, String lines, Screening expected) {
        var found = screen(claim(lines), Beside.nothing(), "codes=99213", demands == null ? "" : demands);

        assertThat(found.getFirst().lines().getFirst()).isEqualTo(new LineResult(1, expected));
    }

    @ParameterizedTest(name = "{0} after one on the {1}th: {2}")
    @CsvSource({
        "1/DAY,      2, VIOLATED",
        "1/DAY,      1, MET",
        "1/WEEK,     2, VIOLATED",
        "1/WEEK,     1, MET",
        "1/MONTH,    1, VIOLATED",
        "2/MONTH,    1, MET",
        "1/YEAR,     1, VIOLATED",
        "1/LIFETIME, 1, VIOLATED",
        "1/2,        1, VIOLATED",
        "1/1,        1, MET",
        "1/DAY,      3, MET"
    })
    void a_frequency_counts_the_earlier_lines_up_to_this_one(String most, int dayOfMarch, Screening expected) {
        var earlier = List.of(nearby("99213", LocalDate.of(2026, 3, dayOfMarch), DOCTOR));

        var found = screen(claim("99213"), Beside.lines(earlier), "codes=99213", "most=" + most);

        assertThat(found.getFirst().lines()).containsExactly(new LineResult(1, expected));
    }

    @Test
    void of_two_claims_of_one_day_the_one_told_later_is_the_one_too_many() {
        var other = nearby("99213", DAY, DOCTOR);
        var later = new NearbyLine(other.claim(), 1, other.code(), DAY, other.provider(), other.group(), 1, false);

        assertThat(screen(claim("99213"), Beside.lines(List.of(later)), "codes=99213", "most=1/DAY")
                        .getFirst()
                        .lines())
                .containsExactly(new LineResult(1, Screening.MET));
        assertThat(screen(claim("99213"), Beside.lines(List.of(other)), "codes=99213", "most=1/DAY")
                        .getFirst()
                        .lines())
                .containsExactly(new LineResult(1, Screening.VIOLATED));
    }

    @ParameterizedTest
    @CsvSource({"2008-03-02, MET", "2008-03-03, VIOLATED", "2027-01-01, UNDETERMINED", ", UNDETERMINED"})
    void age_is_in_whole_years_on_the_service_day(@Nullable LocalDate bornOn, Screening expected) {
        var found = screen(claim("99213"), Beside.born(bornOn), "codes=99213", "age=18");

        assertThat(found.getFirst().lines()).containsExactly(new LineResult(1, expected));
    }

    @Test
    void a_version_without_an_end_holds_until_the_next_begins_whatever_its_number() {
        var first = Policies.version(POLICY, 1, DAY.minusDays(9), null, "codes=99213", "", List.of(), null);
        var third = Policies.version(POLICY, 3, DAY.plusDays(1), null, "codes=99213", "", List.of(), null);
        var late = Policies.version(POLICY, 2, DAY.minusDays(20), DAY.minusDays(9), "codes=99213", "", List.of(), null);
        var index = new PolicyIndex(List.of(late, third, first));

        assertThat(versions(claim("99213@2"), index)).containsExactly(1);
        assertThat(versions(claim("99213@3"), index)).containsExactly(3);
        assertThat(versions(
                        claim("99213@3"), new PolicyIndex(List.of(index.all().getFirst()))))
                .isEmpty();
    }

    @Test
    void the_second_of_two_lines_is_the_one_too_many() {
        var found = screen(claim("99213 99213"), Beside.lines(List.of()), "codes=99213", "most=1/DAY");

        assertThat(found.getFirst().lines())
                .containsExactly(new LineResult(1, Screening.MET), new LineResult(2, Screening.VIOLATED));
    }

    @ParameterizedTest
    @CsvSource({"YES, MET", "NO, VIOLATED", "UNKNOWN, UNDETERMINED"})
    void age_is_what_the_vault_answers(Truth answer, Screening expected) {
        var found = screen(claim("99213"), new Beside(Optional.empty(), (_, _) -> answer), "codes=99213", "age=18");

        assertThat(found.getFirst().lines()).containsExactly(new LineResult(1, expected));
    }

    @Test
    void a_condition_that_nobody_can_judge_is_no_hit() {
        assertThat(screen(claim("99213"), Beside.nothing(), "codes=99213 beside=20610", ""))
                .isEmpty();
        assertThat(screen(claim("99213"), Beside.nothing(), "age=18", "")).isEmpty();
    }

    @Test
    void the_version_in_force_on_the_service_day_judges() {
        var first = Policies.version(POLICY, 1, DAY.minusDays(9), DAY, "codes=99213", "", List.of(), null);
        var second = Policies.version(POLICY, 2, DAY, DAY.plusDays(1), "codes=99213", "", List.of(), null);
        var index = new PolicyIndex(List.of(second, first));

        assertThat(versions(claim("99213@1"), index)).containsExactly(1);
        assertThat(versions(claim("99213@2"), index)).containsExactly(2);
        assertThat(versions(claim("99213@3"), index)).isEmpty();
    }

    @Test
    void a_retired_policy_ends_on_its_day() {
        var published =
                Policies.policy(POLICY, "codes=99213", "", List.of(), null).published();
        var index = new PolicyIndex(List.of(new PolicyVersion(POLICY, published, DAY, Set.of())));

        assertThat(versions(claim("99213@1"), index)).containsExactly(1);
        assertThat(versions(claim("99213@2"), index)).isEmpty();
    }

    @Test
    void the_order_of_publication_changes_nothing() {
        var policies = new ArrayList<PolicyVersion>();
        for (var i = 0; i < 20; i++) {
            policies.add(Policies.policy(
                    new UUID(0, 50 + i), i % 2 == 0 ? "codes=99213" : "codes=992*", "", List.of(), null));
        }
        var forwards = rules(new PolicyIndex(policies), List.of());
        var backwards = rules(new PolicyIndex(policies.reversed()), List.of());

        var found = ScreeningRule.screen(claim("99213 99214"), Beside.nothing(), forwards);

        assertThat(found).isEqualTo(ScreeningRule.screen(claim("99213 99214"), Beside.nothing(), backwards));
        assertThat(found.policies()).hasSize(20);
    }

    @Test
    void a_pattern_exposes_by_its_detector_or_its_codes_or_everything() {
        var pairs = new KnownPattern(
                new UUID(0, 71), Modifier25.NAME, Modifier25.SUBJECT, "MOD25", CodeSet.of(List.of("99213")));
        var classes = new KnownPattern(
                new UUID(0, 72), LinkingRule.REASON_CLASS, "BUNDLED", "BUNDLED", CodeSet.of(List.of("36415")));
        var declared = new KnownPattern(new UUID(0, 73), null, null, "TIMELY", CodeSet.of(List.of()));
        var rules = rules(PolicyIndex.empty(), List.of(declared, pairs, classes));

        assertThat(exposed(claim("99213-25 20610"), rules, List.of()))
                .containsExactly(
                        new PatternExposure(pairs.pattern(), List.of(1)),
                        new PatternExposure(declared.pattern(), List.of(1, 2)));
        assertThat(exposed(claim("99213 36415"), rules, List.of()))
                .containsExactly(
                        new PatternExposure(classes.pattern(), List.of(2)),
                        new PatternExposure(declared.pattern(), List.of(1, 2)));
        assertThat(exposed(claim("99213"), rules, List.of(nearby("20610", DAY, DOCTOR))))
                .contains(new PatternExposure(pairs.pattern(), List.of(1)));
    }

    private static List<PatternExposure> exposed(BilledClaim claim, Rules rules, List<NearbyLine> nearby) {
        return ScreeningRule.screen(claim, Beside.lines(nearby), rules).patterns();
    }

    private static List<Integer> versions(BilledClaim claim, PolicyIndex index) {
        return ScreeningRule.screen(claim, Beside.nothing(), rules(index, List.of())).policies().stream()
                .map(PolicyMatch::policyVersion)
                .toList();
    }

    private static List<PolicyMatch> screen(BilledClaim claim, Beside beside, String applies, String demands) {
        var index = new PolicyIndex(List.of(Policies.policy(POLICY, applies, demands, List.of(), null)));
        return ScreeningRule.screen(claim, beside, rules(index, List.of())).policies();
    }

    private static String hits(List<PolicyMatch> matches) {
        return matches.isEmpty()
                ? ""
                : matches.getFirst().lines().stream()
                        .map(it -> Integer.toString(it.no()))
                        .reduce((a, b) -> a + " " + b)
                        .orElse("");
    }

    private static Rules rules(PolicyIndex index, List<KnownPattern> patterns) {
        return new Rules(index, patterns, PairBook.dayOne(), _ -> "");
    }
}
