package claimtrail.query.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A spreadsheet runs what looks like a formula. A table must not bring one, and its numbers must stay numbers.
class CsvTest {

    @ParameterizedTest(name = "{0} is written as {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "=1+1|'=1+1",
                "+1 (555) 0100|'+1 (555) 0100",
                "-2+3|'-2+3",
                "@SUM(A1)|'@SUM(A1)",
                "\t=1|'\t=1",
                "-150|-150",
                "-1.78|-1.78",
                "K1 denied|K1 denied",
                "2026-03-12|2026-03-12"
            })
    void a_cell_is_harmless(String cell, String written) {
        assertThat(Csv.harmless(cell)).isEqualTo(written);
    }
}
