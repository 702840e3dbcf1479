package claimtrail.denial;

import static org.assertj.core.api.Assertions.assertThat;

import claimtrail.event.Reason;
import claimtrail.event.reference.ReferenceEvent.Effect;
import claimtrail.event.reference.ReferenceEvent.ReasonClassified;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A reason is read by payer, then remark, then group, then by its code alone, on the day of the decision.
class ReasonTableTest {

    private static final UUID PAYER = new UUID(0, 1);
    private static final UUID OTHER = new UUID(0, 2);
    private static final LocalDate DAY = LocalDate.of(2026, 3, 12);

    @ParameterizedTest(name = "{0} with [{1}]: {2} {3}")
    @CsvSource(textBlock = """
            16,  '',          DENYING,    DATA
            16,  M127,        DENYING,    DOCUMENTATION
            16,  M51 N706,    DENYING,    DOCUMENTATION
            8,   N570,        DENYING,    ENROLLMENT
            150, '',          DENYING,    LEVEL_REDUCED
            150, N115,        DENYING,    NECESSITY
            197, '',          DENYING,    AUTHORIZATION
            B7,  '',          DENYING,    ENROLLMENT
            29,  '',          DENYING,    TIMELY
            45,  '',          NEUTRAL,    ''
            105, '',          NEUTRAL,    ''
            A2,  '',          NEUTRAL,    ''
            66,  '',          COST_SHARE, ''
            999, '',          DENYING,    UNCLASSIFIED
            """)
    void day_one(String code, String remarks, Effect effect, String reasonClass) {
        var sent = Arrays.stream(remarks.split(" ")).map(Reason::rarc).toList();
        var meaning = ReasonTable.dayOne().meaning(Reason.carc(code), "CO", sent, PAYER, DAY);

        assertThat(meaning.effect()).isEqualTo(effect);
        assertThat(meaning.reasonClass() == null ? "" : meaning.reasonClass()).isEqualTo(reasonClass);
    }

    @Test
    void every_denying_meaning_of_day_one_has_a_class_with_a_category_and_no_neutral_one_has() {
        assertThat(DayOne.classes()).hasSize(20);
        assertThat(DayOne.meanings()).allSatisfy(it -> {
            if (it.effect() == Effect.DENYING) {
                assertThat(it.reasonClass()).isNotNull();
                assertThat(it.category()).isNotNull();
            } else {
                assertThat(it.reasonClass()).isNull();
            }
        });
    }

    @Test
    void no_code_of_day_one_stands_in_two_rows_that_contradict_each_other() {
        assertThat(DayOne.meanings())
                .extracting(it -> it.reason() + " " + it.remark())
                .doesNotHaveDuplicates();
    }

    @Test
    void a_payers_own_meaning_wins_over_the_remark_and_holds_for_that_payer_only() {
        var table = ReasonTable.dayOne()
                .with(List.of(
                        classified("24", null, PAYER, "OTHER_PAYER", 1), classified("16", null, PAYER, "MOD25", 1)));

        assertThat(name(table, "24", PAYER, DAY)).isEqualTo("OTHER_PAYER");
        assertThat(name(table, "24", OTHER, DAY)).isNull();
        assertThat(table.meaning(Reason.carc("16"), "CO", List.of(Reason.rarc("M127")), PAYER, DAY)
                        .reasonClass())
                .isEqualTo("MOD25");
    }

    @Test
    void a_meaning_holds_from_its_day_until_the_day_before_the_next() {
        var table = ReasonTable.dayOne().with(List.of(classified("96", null, null, "NECESSITY", 12)));

        assertThat(name(table, "96", PAYER, LocalDate.of(2026, 3, 11))).isEqualTo("NOT_COVERED");
        assertThat(name(table, "96", PAYER, LocalDate.of(2026, 3, 12))).isEqualTo("NECESSITY");
    }

    private static @Nullable String name(ReasonTable table, String code, UUID payer, LocalDate day) {
        return table.meaning(Reason.carc(code), "CO", List.of(), payer, day).reasonClass();
    }

    private static ReasonClassified classified(
            String code, @Nullable String remark, @Nullable UUID payer, String reasonClass, int marchDay) {
        return new ReasonClassified(
                Reason.carc(code),
                remark,
                null,
                payer,
                Effect.DENYING,
                reasonClass,
                null,
                null,
                LocalDate.of(2026, 3, marchDay),
                null);
    }
}
