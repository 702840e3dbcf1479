package claimtrail.command.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The first 512 bytes tell the kind of a file, whatever it was called.
class FileKindTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "ISA*00*~GS*HC*~ST*837*1~ X12_837",
                "ISA|00|~GS|HP|~ST|835|1~ X12_835",
                "ISA*00*~GS*HN*~ST*277*1~ X12_277CA",
                "st*835*1~ X12_835",
                "ISA*00*~GS*HP*A*B X12_835",
                "ISA*00*~GS*FA*~ST*999*1~ NOT_RECOGNISED",
                "[{\"type\":1}] JSON_ARRAY",
                "{\"resourceType\":\"Claim\"} JSON_OBJECT",
                "{\"type\":\"claim\",\"a\":[1 NDJSON",
                "{\"a\":\"}\",\"b\":[1 JSON_OBJECT",
                "CLAIM_NO|CPT|CHARGE CSV",
                "a,b,c CSV",
                "hello NOT_RECOGNISED",
                "ISABEL|ROE CSV"
            })
    void a_file_is_known_by_its_first_bytes(String text, FileKind kind) {
        assertThat(sniff(text)).isEqualTo(kind);
    }

    @Test
    void objects_on_lines_of_their_own_are_many() {
        assertThat(sniff("{\"a\":1}\n{\"a\":2}\n")).isEqualTo(FileKind.NDJSON);
        assertThat(sniff("{\n \"a\":1}\n{\"a\":2}\n")).isEqualTo(FileKind.JSON_OBJECT);
    }

    @Test
    void rows_of_a_table_have_as_many_columns() {
        assertThat(sniff("id,name\n1,\"Roe, Ann\"\n2,Poe\n")).isEqualTo(FileKind.CSV);
        assertThat(sniff("Dear all, hello\nthis is no table\nbye\n")).isEqualTo(FileKind.NOT_RECOGNISED);
    }

    @Test
    void a_mark_and_blank_lines_before_the_content_do_not_matter() {
        assertThat(sniff("\u00EF\u00BB\u00BF\r\n\n ST*837*1~")).isEqualTo(FileKind.X12_837);
        assertThat(sniff("\u00EF\u00BB\u00BF[1]")).isEqualTo(FileKind.JSON_ARRAY);
    }

    @Test
    void nothing_and_bytes_that_are_no_text_are_not_recognised() {
        assertThat(sniff("")).isEqualTo(FileKind.NOT_RECOGNISED);
        byte[] wide = "ISA*00*".getBytes(StandardCharsets.UTF_16LE);
        assertThat(FileKind.sniff(wide, wide.length)).isEqualTo(FileKind.NOT_RECOGNISED);
    }

    private static FileKind sniff(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        return FileKind.sniff(bytes, bytes.length);
    }
}
