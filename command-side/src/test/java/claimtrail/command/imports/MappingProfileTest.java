package claimtrail.command.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import claimtrail.command.Order;
import claimtrail.command.imports.csv.MappingProfile;
import claimtrail.command.imports.csv.ProfileInvalid;
import claimtrail.command.reference.ReferenceCommand.PublishMappingProfile;
import claimtrail.command.reference.ReferenceStreams;
import claimtrail.event.Actor;
import claimtrail.event.Ids;
import claimtrail.event.Source;
import claimtrail.event.claim.ClaimEvent.ClaimDenied;
import claimtrail.event.claim.ClaimEvent.ClaimSubmitted;
import claimtrail.event.claim.Line;
import claimtrail.event.provider.ProviderEvent.ProviderRegistered;
import claimtrail.event.reference.ReferenceEvent.MappingProfilePublished;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A practice says which column of its tables means what; what is wrong with that is told by its pointer.
class MappingProfileTest {

    private static final String EXPORT = """
            {"profile":"pms-export-7","delimiter":"|","quote":"\\"","encoding":"utf-8","header":true,"groupBy":["CLAIM_NO"],
             "claim":{"id":"CLAIM_NO","payer":"INS_ID","charge":{"sumOf":"CHARGE"},"submittedOn":{"col":"SENT","format":"MM/dd/yyyy"}},
             "line":{"code":"CPT","modifiers":["M1","M2"],"charge":"CHARGE","paid":"PAID","serviceDate":{"col":"DOS","format":"MM/dd/yyyy"}},
             "status":{"col":"STATUS","map":{"P":"paid","D":"denied","R":"rejected"},"unknown":"hold"},
             "adjustments":[{"group":"ADJ_GRP","carc":"ADJ_CD","amount":"ADJ_AMT"}],"nulls":["","NULL","~"],"ignore":["BENE_*"]}
            """;

    private static final String HEAD =
            "CLAIM_NO|INS_ID|SENT|CPT|M1|M2|CHARGE|PAID|DOS|STATUS|ADJ_GRP|ADJ_CD|ADJ_AMT|BENE_NAME\n";

    @TempDir
    private Path folder;

    private Imports imports;

    @BeforeEach
    void open() {
        imports = new Imports(folder);
    }

    @Test
    void the_example_of_the_design_reads_rows_of_a_claim_wherever_they_stand() {
        publish(EXPORT, 1, "2026-01-01");

        var report = imports.read(
                HEAD
                        + "C-1|00431|03/02/2026|99213|25|NULL|178.00|0|02/27/2026|D|CO|97|178.00|Canary\n"
                        + "C-2|00431|03/02/2026|99214|~|~|200|150.5|02/27/2026|P|CO|45|49.50|Canary\n"
                        + "C-1|00431|03/02/2026|36415||59|22|0|02/27/2026|D|CO|16|22|Canary\n"
                        + "C-3|00431|03/02/2026|99214|||200|0|02/27/2026|Q||||Canary\n"
                        + "C-4|00431|02/30/2026|99214|||200|0|02/27/2026|P||||Canary\n",
                "pms-export-7");

        assertThat(report.profile()).isEqualTo("pms-export-7@1");
        assertThat(report.stored()).isEqualTo(2);
        assertThat(report.held()).as("an unmapped word is never pending").isEqualTo(1);
        assertThat(report.refused()).as("an unreadable day is never today").isEqualTo(1);
        assertThat(report.codes())
                .containsAllEntriesOf(Map.of("STATUS_UNKNOWN", 1, "DATE_UNREADABLE", 1, "PROVIDER_NOT_STATED", 2))
                .doesNotContainKey("COLUMN_UNMAPPED");
        var submitted = imports.log.each(ClaimSubmitted.class);
        assertThat(submitted).extracting(ClaimSubmitted::chargeCents).containsExactlyInAnyOrder(20000L, 20000L);
        assertThat(submitted)
                .flatExtracting(ClaimSubmitted::lines)
                .extracting(Line::code, Line::modifiers)
                .contains(
                        org.assertj.core.groups.Tuple.tuple("99213", List.of("25")),
                        org.assertj.core.groups.Tuple.tuple("36415", List.of("59")));
        assertThat(imports.log.each(ClaimDenied.class))
                .flatExtracting(it -> it.decision().lines())
                .flatExtracting(it -> it.adjustments())
                .extracting(it -> it.group() + it.reason().code() + ":" + it.cents())
                .contains("CO97:17800", "CO16:2200");
    }

    @Test
    void the_version_in_force_reads_a_file_and_one_can_be_named() {
        publish(EXPORT, 1, "2026-01-01");
        publish(EXPORT.replace("\"CPT\"", "\"HCPCS\""), 2, "2026-06-01");
        publish(EXPORT.replace("\"CPT\"", "\"CODE\""), 3, "2026-12-01");
        var row = "C-1|00431|03/02/2026|99213|25||178|0|02/27/2026|X|CO|97|178|\n";

        assertThatThrownBy(() -> imports.read(HEAD + row, "pms-export-7")).hasMessage("PROFILE_INVALID");
        var second = imports.read(HEAD.replace("CPT", "HCPCS") + row, "pms-export-7");
        var first = imports.read(HEAD + row, "pms-export-7@1");

        assertThat(second.profile()).isEqualTo("pms-export-7@2");
        assertThat(first.profile()).isEqualTo("pms-export-7@1");
        assertThatThrownBy(() -> imports.read(HEAD + row + row, "pms-export-7@4"))
                .hasMessage("PROFILE_INVALID");
        assertThatThrownBy(() -> imports.read(HEAD + row + row, "../pms-export-7"))
                .hasMessage("PROFILE_INVALID");
    }

    @Test
    void a_table_without_names_in_another_charset_with_grouped_amounts() {
        publish("""
                {"profile":"bare","delimiter":"\\t","encoding":"windows-1252","header":false,"sorted":true,"grouping":",",
                 "claim":{"id":"1","provider":{"value":"1234567893"},"payer":{"value":"00431"},"submittedOn":"5","patientName":"6"},
                 "line":{"code":"2","charge":"3","serviceDate":"4"}}
                """, 1, "2026-01-01");

        var report = imports.run(
                        "B-1\t99213\t\"1,178.00\"\t2026-02-27\t2026-03-02\tM\u00fcller\nB-2\t99213\t5\t2026-02-27\t2026-03-02\tM\u00fcller\n"
                                .getBytes(Charset.forName("windows-1252")),
                        "bare",
                        false)
                .await();

        assertThat(report.stored()).isEqualTo(2);
        assertThat(imports.log.each(ClaimSubmitted.class))
                .extracting(ClaimSubmitted::chargeCents)
                .containsExactlyInAnyOrder(117800L, 500L);
        assertThat(imports.log.each(ProviderRegistered.class))
                .extracting(ProviderRegistered::npi)
                .containsExactly("1234567893");
        assertThat(imports.log.vault())
                .extracting(it -> new String(it.plaintext(), java.nio.charset.StandardCharsets.UTF_8))
                .allSatisfy(it -> assertThat(it).contains("M\u00fcller"));
    }

    @Test
    void a_column_that_is_neither_mapped_nor_ignored_is_told_by_its_place() {
        publish(EXPORT, 1, "2026-01-01");

        var report = imports.read(
                HEAD.replace("\n", "|LATER\n") + "C-1|00431|03/02/2026|99213|25||178|0|02/27/2026|D|CO|97|178||x\n",
                "pms-export-7");

        assertThat(report.codes()).containsEntry("COLUMN_UNMAPPED", 1);
        assertThat(report.stored()).isEqualTo(1);
    }

    @ParameterizedTest(name = "{1} is told at {2}")
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "\"profile\":\"pms-export-7\"; \"profile\":\"PMS 7\"; /profile",
                "\"delimiter\":\"|\"; \"delimiter\":\"||\"; /delimiter",
                "\"delimiter\":\"|\"; \"delimiter\":\"\\\"\"; /quote",
                "\"utf-8\"; \"utf-16\"; /encoding",
                "\"header\":true; \"header\":\"yes\"; /header",
                "\"header\":true; \"header\":false; /header",
                "\"header\":true; \"heading\":true; /heading",
                "[\"CLAIM_NO\"]; \"CLAIM_NO\"; /groupBy",
                "[\"CLAIM_NO\"]; [7]; /groupBy/0",
                "\"id\":\"CLAIM_NO\",; ``; /claim/id",
                "{\"sumOf\":\"CHARGE\"}; {\"sum\":\"CHARGE\"}; /claim/charge/sumOf",
                "\"SENT\",\"format\":\"MM/dd/yyyy\"; \"SENT\",\"format\":\"MM/yyyy\"; /claim/submittedOn/format",
                "\"DOS\",\"format\":\"MM/dd/yyyy\"; \"DOS\",\"format\":\"nonsense\"; /line/serviceDate/format",
                "\"code\":\"CPT\"; \"code\":\"\"; /line/code",
                "\"P\":\"paid\"; \"P\":\"payed\"; /status/map/P",
                "\"unknown\":\"hold\"; \"unknown\":\"pending\"; /status/unknown",
                "\"carc\":\"ADJ_CD\",; ``; /adjustments/0/carc",
                "[\"BENE_*\"]; [\"C*\"]; /ignore/0",
            })
    void what_is_wrong_is_told_by_its_pointer(String right, String wrong, String pointer) {
        assertThat(EXPORT).contains(right);

        var refused =
                catchThrowableOfType(ProfileInvalid.class, () -> MappingProfile.read(EXPORT.replace(right, wrong)));

        assertThat(Objects.requireNonNull(refused).pointer()).isEqualTo(pointer);
        assertThat(refused.remedy()).endsWith(".");
    }

    @Test
    void what_comes_with_the_product_is_readable() {
        assertThat(MappingProfile.BUILT_IN)
                .allSatisfy(it -> assertThat(MappingProfile.builtIn(it)).isPresent());
    }

    private void publish(String mapping, int version, String from) {
        var published = new MappingProfilePublished(
                MappingProfile.read(mapping).profile(), version, mapping, LocalDate.parse(from));
        imports.log.send(new Order<>(
                new PublishMappingProfile(
                        ReferenceStreams.of(Imports.PRACTICE, published), Imports.PRACTICE, published),
                new Actor(Actor.Kind.USER, "a person"),
                new Source.Api("a person"),
                Ids.next(),
                null,
                Imports.TODAY,
                null,
                null,
                null));
    }
}
