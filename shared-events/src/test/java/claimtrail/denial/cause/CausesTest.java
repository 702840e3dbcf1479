package claimtrail.denial.cause;

import static claimtrail.denial.bill.Encounter.answer;
import static claimtrail.denial.bill.Encounter.claim;
import static org.assertj.core.api.Assertions.assertThat;

import claimtrail.denial.DenialRule;
import claimtrail.denial.ReasonTable;
import claimtrail.denial.pair.PairBook;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A diagnosis that has longer codes is not specific enough; which has, somebody must have published.
class CausesTest {

    private static final LocalDate DECIDED = LocalDate.of(2026, 3, 20);
    private static final DiagnosisBook BOOK = DiagnosisBook.of(List.of("E11.9", "M25.561"));

    @ParameterizedTest(name = "{0} answered {1}: {2}")
    @CsvSource({
        "E11,   11 M64,  DX_SPECIFICITY",
        "e11,   16 M76,  DX_SPECIFICITY",
        "M25.5, 146 M64, DX_SPECIFICITY",
        "M255,  167 M76, DX_SPECIFICITY",
        "E119,  11 M64,  CODE_MISMATCH",
        "E12,   11 M64,  CODE_MISMATCH",
        "E11,   11 N20,  CODE_MISMATCH",
        "E11,   11,      CODE_MISMATCH",
        "E11,   97 M64,  BUNDLED"
    })
    void a_short_diagnosis(String diagnosis, String answer, String reasonClass) {
        var answered = answer(answer);
        var claim = claim("99213", List.of(diagnosis));

        var named = new Causes(ReasonTable.dayOne(), PairBook.dayOne(), BOOK)
                .named(DenialRule.read(answered, ReasonTable.dayOne(), DECIDED), answered, claim, List.of(), DECIDED);

        assertThat(named.lines().getFirst().finding().reasonClass()).isEqualTo(reasonClass);
        assertThat(named.deniedCents()).isEqualTo(10_000);
    }
}
