package claimtrail.denial.pair;

import static claimtrail.denial.bill.Encounter.COLLEAGUE;
import static claimtrail.denial.bill.Encounter.DAY;
import static claimtrail.denial.bill.Encounter.DOCTOR;
import static claimtrail.denial.bill.Encounter.PAYER;
import static claimtrail.denial.bill.Encounter.claim;
import static claimtrail.denial.bill.Encounter.decision;
import static claimtrail.denial.bill.Encounter.nearby;
import static org.assertj.core.api.Assertions.assertThat;

import claimtrail.denial.ReasonTable;
import claimtrail.denial.bill.BilledClaim;
import claimtrail.denial.bill.CodeSet;
import claimtrail.denial.bill.NearbyLine;
import claimtrail.denial.pair.PairBook.PairPolicy;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A missing modifier 25 is read from the pair of lines (rule `modifier-25/1`).
class Modifier25Test {

    @ParameterizedTest(name = "{0}, loaded {1}, answered {2}: exposed {3}, grade {4}")
    @CsvSource(nullValues = "-", delimiter = '|', textBlock = """
            # lines            | loaded        | answer              | exposed | grade
            99213 20610        | -             | 97 N20; paid        | true    | A
            99213 20610        | edit 20610    | 236; paid           | true    | B
            99213 11102        | -             | 97; paid            | true    | C
            99213 11102        | global 11102  | 97; paid            | true    | B
            99213 36415        | -             | 97; paid            | false   | -
            99213 36415        | -             | 97 N20; paid        | false   | -
            99213 36415        | policy 36415  | 97; paid            | true    | B
            99213 36415        | edit 36415    | 97; paid            | true    | B
            99213 36415        | global 36415  | 97; paid            | true    | B
            99213 71046        | -             | 97; paid            | false   | -
            99213 93000        | -             | 97; paid            | false   | -
            99213-25 20610     | -             | 97; paid            | true    | -
            99213-24 20610     | -             | 97 N20; paid        | true    | -
            99213-57 20610     | -             | 97 N20; paid        | true    | -
            99213 20610        | -             | paid; 97            | true    | -
            99213 20610        | -             | 97 N20; 97 N20      | true    | -
            99214 20610        | -             | 150/60; paid        | true    | -
            99213 20610        | -             | 97/60 M15; paid     | true    | A
            99213              | -             | 4                   | false   | -
            99213 20610        | -             | 4; paid             | true    | A
            99213 20610        | -             | 0004; paid          | true    | A
            99213 20610        | -             | 231 N519; paid      | true    | A
            99213 20610        | -             | 197; paid           | true    | -
            99213 20610@3      | -             | 97 N20; paid        | false   | -
            G0439 20610        | -             | 97 M80; paid        | true    | A
            99221 20610        | -             | 97 N20; paid        | false   | -
            99213 99214        | -             | 97 N20; paid        | false   | -
            99213 20610 11102  | -             | 97; 97; paid        | true    | C
            """)
    void a_visit_and_what_stands_beside_it(
            String lines, @Nullable String loaded, String answer, boolean exposed, PairEvidence.@Nullable Grade grade) {
        var claim = claim(lines);
        var book = book(loaded);

        assertThat(!Modifier25.pairs(claim, List.of(), book).isEmpty()).isEqualTo(exposed);
        assertThat(grade(claim, List.of(), answer, book)).isEqualTo(grade);
    }

    @Test
    void a_procedure_on_another_claim_of_the_day_and_clinician_counts_and_is_named() {
        var other = nearby("20610", DAY, DOCTOR);

        var evidence = Modifier25.evidence(
                claim("99213"), List.of(other), decision("4", ReasonTable.dayOne()), PairBook.dayOne());

        assertThat(evidence).singleElement().satisfies(it -> {
            assertThat(it.grade()).isEqualTo(PairEvidence.Grade.A);
            assertThat(it.pair().other()).isEqualTo(other.claim());
        });
    }

    @Test
    void another_clinician_counts_only_in_the_same_group_and_specialty() {
        var other = List.of(nearby("20610", DAY, COLLEAGUE));
        var same = new PairBook(
                List.of(), List.of(), List.of(), Map.of(DOCTOR, "orthopaedics", COLLEAGUE, "orthopaedics")::get);
        var different = new PairBook(
                List.of(), List.of(), List.of(), Map.of(DOCTOR, "orthopaedics", COLLEAGUE, "dermatology")::get);

        assertThat(Modifier25.pairs(claim("99213"), other, same)).hasSize(1);
        assertThat(Modifier25.pairs(claim("99213"), other, different)).isEmpty();
        assertThat(Modifier25.pairs(claim("99213"), other, PairBook.dayOne())).isEmpty();
        assertThat(Modifier25.pairs(claim("99213"), List.of(nearby("20610", DAY.plusDays(1), DOCTOR)), same))
                .isEmpty();
    }

    @Test
    void an_edit_that_no_modifier_lifts_makes_no_pair_and_one_that_ended_neither() {
        var never = new PairEdit("99213", "36415", false, LocalDate.EPOCH, null);
        var ended = new PairEdit("99213", "36415", true, LocalDate.EPOCH, DAY);

        for (var edit : List.of(never, ended)) {
            var book = new PairBook(List.of(), List.of(edit), List.of(), Map.<UUID, String>of()::get);
            assertThat(Modifier25.pairs(claim("99213 36415"), List.of(), book)).isEmpty();
        }
    }

    @Test
    void paid_visits_speak_for_the_modifier_or_against_the_advice() {
        assertThat(counter("99213-25 20610")).isEqualTo(CounterEvidence.Kind.FIX_WORKS);
        assertThat(counter("99213 20610")).isEqualTo(CounterEvidence.Kind.NOT_ASKED);
        assertThat(counter("99213-24 20610")).isNull();
        assertThat(counter("99213 36415")).isNull();
    }

    private static CounterEvidence.@Nullable Kind counter(String lines) {
        var claim = claim(lines);
        var paid = decision("paid; paid", ReasonTable.dayOne());
        return Modifier25.counterEvidence(claim, List.of(), paid.lines(), PairBook.dayOne()).stream()
                .map(CounterEvidence::kind)
                .findFirst()
                .orElse(null);
    }

    private static PairEvidence.@Nullable Grade grade(
            BilledClaim claim, List<NearbyLine> nearby, String answer, PairBook book) {
        return Modifier25.evidence(claim, nearby, decision(answer, ReasonTable.dayOne()), book).stream()
                .map(PairEvidence::grade)
                .findFirst()
                .orElse(null);
    }

    private static PairBook book(@Nullable String loaded) {
        if (loaded == null) {
            return PairBook.dayOne();
        }
        var words = loaded.split(" ", -1);
        return switch (words[0]) {
            case "edit" ->
                new PairBook(
                        List.of(),
                        List.of(new PairEdit("99213", words[1], true, LocalDate.EPOCH, null)),
                        List.of(),
                        Map.<UUID, String>of()::get);
            case "global" ->
                new PairBook(
                        List.of(),
                        List.of(),
                        List.of(new GlobalDays(words[1], "000", LocalDate.EPOCH, null)),
                        Map.<UUID, String>of()::get);
            case "policy" ->
                new PairBook(
                        List.of(new PairPolicy(
                                CodeSet.of(List.of("99202-99215")),
                                CodeSet.of(List.of(words[1])),
                                (payer, _) -> payer.equals(PAYER))),
                        List.of(),
                        List.of(),
                        Map.<UUID, String>of()::get);
            default -> throw new IllegalArgumentException(loaded);
        };
    }
}
