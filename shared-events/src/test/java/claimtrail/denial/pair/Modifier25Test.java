package claimtrail.denial.pair;

import static claimtrail.denial.bill.Encounter.COLLEAGUE;
import static claimtrail.denial.bill.Encounter.DAY;
import static claimtrail.denial.bill.Encounter.DOCTOR;
import static claimtrail.denial.bill.Encounter.PAYER;
import static claimtrail.denial.bill.Encounter.answer;
import static claimtrail.denial.bill.Encounter.claim;
import static claimtrail.denial.bill.Encounter.nearby;
import static org.assertj.core.api.Assertions.assertThat;

import claimtrail.denial.DenialReading;
import claimtrail.denial.DenialRule;
import claimtrail.denial.ReasonTable;
import claimtrail.denial.bill.BilledClaim;
import claimtrail.denial.bill.CodeSet;
import claimtrail.denial.bill.NearbyLine;
import claimtrail.denial.cause.Causes;
import claimtrail.denial.cause.DiagnosisBook;
import claimtrail.denial.pair.PairBook.PairPolicy;
import claimtrail.event.Reason;
import claimtrail.event.reference.ReferenceEvent.Effect;
import claimtrail.event.reference.ReferenceEvent.ReasonClassified;
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

    private static final LocalDate DECIDED = LocalDate.of(2026, 3, 20);

    @ParameterizedTest(name = "{0}, loaded {1}, answered {2}: exposed {3}, grade {4}, class {5}")
    @CsvSource(nullValues = "-", delimiter = '|', textBlock = """
            # lines            | loaded        | answer              | exposed | grade | class of the visit
            99213 20610        | -             | 97 N20; paid        | true    | A     | MOD25
            99213 20610        | edit 20610    | 236; paid           | true    | B     | MOD25
            99213 11102        | -             | 97; paid            | true    | C     | MOD25
            99213 11102        | global 11102  | 97; paid            | true    | B     | MOD25
            99213 36415        | -             | 97; paid            | false   | -     | BUNDLED
            99213 36415        | -             | 97 N20; paid        | false   | -     | BUNDLED
            99213 36415        | policy 36415  | 97; paid            | true    | B     | MOD25
            99213 36415        | edit 36415    | 97; paid            | true    | B     | MOD25
            99213 36415        | global 36415  | 97; paid            | true    | B     | MOD25
            99213 71046        | -             | 97; paid            | false   | -     | BUNDLED
            99213 93000        | -             | 97; paid            | false   | -     | BUNDLED
            99213-25 20610     | -             | 97; paid            | true    | -     | BUNDLED
            99213-24 20610     | -             | 97 N20; paid        | true    | -     | BUNDLED
            99213-57 20610     | -             | 97 N20; paid        | true    | -     | BUNDLED
            99213 20610        | -             | paid; 97            | true    | -     | -
            99213 20610        | -             | 97 N20; 97 N20      | true    | -     | BUNDLED
            99214 20610        | -             | 150/60; paid        | true    | -     | LEVEL_REDUCED
            99213 20610        | -             | 97/60 M15; paid     | true    | A     | MOD25
            99213              | -             | 4                   | false   | -     | MODIFIER_OTHER
            99213 20610        | -             | 4; paid             | true    | A     | MOD25
            99213 20610        | -             | 0004; paid          | true    | A     | MOD25
            99213 20610        | -             | 231 N519; paid      | true    | A     | MOD25
            99213 20610        | -             | 197; paid           | true    | -     | AUTHORIZATION
            99213 20610@3      | -             | 97 N20; paid        | false   | -     | BUNDLED
            G0439 20610        | -             | 97 M80; paid        | true    | A     | MOD25
            99221 20610        | -             | 97 N20; paid        | false   | -     | BUNDLED
            99213 99214        | -             | 97 N20; paid        | false   | -     | BUNDLED
            99213 20610 11102  | -             | 97; 97; paid        | true    | C     | MOD25
            """)
    void a_visit_and_what_stands_beside_it(
            String lines,
            @Nullable String loaded,
            String answer,
            boolean exposed,
            PairEvidence.@Nullable Grade grade,
            @Nullable String reasonClass) {
        var claim = claim(lines);
        var book = book(loaded);

        assertThat(!Modifier25.pairs(claim, List.of(), book).isEmpty()).isEqualTo(exposed);
        assertThat(grade(claim, List.of(), answer, book)).isEqualTo(grade);
        assertThat(read(claim, List.of(), answer, book, ReasonTable.dayOne())
                        .lines()
                        .getFirst()
                        .finding()
                        .reasonClass())
                .isEqualTo(reasonClass);
    }

    @Test
    void a_procedure_on_another_claim_of_the_day_and_clinician_counts_and_is_named() {
        var other = nearby("20610", DAY, DOCTOR);

        var evidence = Modifier25.evidence(
                claim("99213"),
                List.of(other),
                read(claim("99213"), List.of(), "4", PairBook.dayOne(), ReasonTable.dayOne())
                        .lines(),
                List.of(),
                PairBook.dayOne());

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
    void what_was_published_for_the_payer_goes_before_the_pair() {
        var table = ReasonTable.dayOne()
                .with(List.of(new ReasonClassified(
                        Reason.carc("97"),
                        null,
                        null,
                        PAYER,
                        Effect.DENYING,
                        "DOCUMENTATION",
                        "documentation",
                        null,
                        LocalDate.EPOCH,
                        null)));

        assertThat(read(claim("99213 20610"), List.of(), "97 N20; paid", PairBook.dayOne(), table)
                        .lines()
                        .getFirst()
                        .finding()
                        .reasonClass())
                .isEqualTo("DOCUMENTATION");
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
        var paid = DenialRule.read(answer("paid; paid"), ReasonTable.dayOne(), DECIDED);
        return Modifier25.counterEvidence(claim, List.of(), paid.lines(), PairBook.dayOne()).stream()
                .map(CounterEvidence::kind)
                .findFirst()
                .orElse(null);
    }

    private static PairEvidence.@Nullable Grade grade(
            BilledClaim claim, List<NearbyLine> nearby, String answer, PairBook book) {
        var lines =
                DenialRule.read(answer(answer), ReasonTable.dayOne(), DECIDED).lines();
        return Modifier25.evidence(claim, nearby, lines, List.of(), book).stream()
                .map(PairEvidence::grade)
                .findFirst()
                .orElse(null);
    }

    private static DenialReading read(
            BilledClaim claim, List<NearbyLine> nearby, String answer, PairBook book, ReasonTable table) {
        var answered = answer(answer);
        return new Causes(table, book, DiagnosisBook.empty())
                .named(DenialRule.read(answered, table, DECIDED), answered, claim, nearby, DECIDED);
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
