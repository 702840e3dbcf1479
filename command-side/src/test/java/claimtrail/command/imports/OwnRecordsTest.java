package claimtrail.command.imports;

import static org.assertj.core.api.Assertions.assertThat;

import claimtrail.event.imports.ImportEvent.RecordNoted;
import claimtrail.event.policy.PolicyEvent.Mode;
import claimtrail.event.policy.PolicyEvent.PolicyPublished;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Our own records speak of claims that came in other files, and are told which one they mean.
class OwnRecordsTest {

    private static final String APPEAL = """
            {"type":"appeal","claim":"ACC-1","filedOn":"2026-03-25"%s}
            """;

    @TempDir
    private Path folder;

    private Imports imports;

    @BeforeEach
    void open() {
        imports = new Imports(folder);
    }

    @Test
    void an_appeal_and_its_outcome_find_a_bill_by_its_account_number() {
        imports.read(Interchanges.bills(List.of("ACC-1", "ACC-2"), "20260227"));
        imports.read(Interchanges.denial("ACC-1", "20260227", "TRACE-1", "P1"));

        var report = imports.read(APPEAL.formatted("") + """
                {"type":"appealOutcome","claim":"acc-1","outcome":"upheld","decidedOn":"2026-04-25"}
                {"type":"void","claim":"ACC-2","voidedOn":"2026-04-01"}
                """);

        assertThat(report.stored()).as("%s", report).isEqualTo(3);
        assertThat(imports.log.counts())
                .containsAllEntriesOf(Map.of("claim.appealed", 1, "claim.upheld", 1, "claim.voided", 1));
    }

    @Test
    void a_decision_finds_a_bill_and_infers_no_second_claim() {
        imports.read(Interchanges.bills(List.of("ACC-1"), "20260227"));

        var report = imports.read("""
                {"type":"decision","claim":"ACC-1","provider":"1234567893","payer":"00431","status":"1","decidedOn":"2026-03-18","charge":"178.00","paid":"0","lines":[{"n":1,"charge":"178.00","paid":"0","adjustments":["CO-97:178.00"]}]}
                """);

        assertThat(report.stored()).isEqualTo(1);
        assertThat(imports.log.counts()).containsEntry("claim.denied", 1).doesNotContainKey("claim.inferred");
    }

    @Test
    void an_appeal_before_its_bill_waits_and_finds_it_when_it_has_come() {
        var early = imports.read(APPEAL.formatted(""));

        imports.read(Interchanges.bills(List.of("ACC-1"), "20260227"));
        imports.read(Interchanges.denial("ACC-1", "20260227", "TRACE-1", "P1"));

        assertThat(early.held()).isEqualTo(1);
        assertThat(imports.log.counts()).containsEntry("claim.appealed", 1);
    }

    @ParameterizedTest(name = "told apart by {0}")
    @ValueSource(strings = {",\"serviceDate\":\"2026-02-27\"", ",\"serviceDate\":\"2026-02-27\",\"charge\":\"178.00\""})
    void a_number_that_was_used_twice_is_held_until_the_day_tells_which(String more) {
        imports.read(Interchanges.bills(List.of("ACC-1"), "20260227"));
        imports.read(Interchanges.bills(List.of("ACC-1"), "20260105"));
        imports.read(Interchanges.denial("ACC-1", "20260227", "TRACE-1", "P1"));

        var either = imports.read(APPEAL.formatted(""));
        var one = imports.read(APPEAL.formatted(more));
        var neither = imports.read(APPEAL.formatted(",\"serviceDate\":\"2026-02-01\""));

        assertThat(either.held()).isEqualTo(1);
        assertThat(either.codes()).containsEntry("CLAIM_AMBIGUOUS", 1);
        assertThat(imports.log.each(RecordNoted.class))
                .filteredOn(it -> it.code().equals("CLAIM_AMBIGUOUS"))
                .extracting(RecordNoted::field)
                .containsExactly("/claim");
        assertThat(one.stored()).isEqualTo(1);
        assertThat(neither.codes()).containsEntry("CLAIM_UNKNOWN", 1);
    }

    @Test
    void a_decision_that_may_mean_two_claims_is_held_and_infers_none() {
        imports.read(Interchanges.bills(List.of("ACC-1"), "20260227"));
        imports.read(Interchanges.bills(List.of("ACC-1"), "20260105"));

        var report = imports.read("""
                {"type":"decision","claim":"ACC-1","provider":"1234567893","payer":"00431","status":"1","decidedOn":"2026-03-18","charge":"178.00","paid":"0","lines":[{"n":1,"charge":"178.00","paid":"0","adjustments":["CO-97:178.00"]}]}
                """);

        assertThat(report.held()).isEqualTo(1);
        assertThat(imports.log.counts()).doesNotContainKey("claim.inferred").doesNotContainKey("claim.denied");
    }

    @Test
    void a_claim_of_a_table_is_named_with_its_source() {
        imports.read("id,providerId,patientName,dateOfService,procedureCodes,diagnosisCodes,modifiers,billedAmount,"
                + "paidAmount,status,denialReason,submissionDate,processingDate\n"
                + "T-1,PRV-1,P,2025-07-01,99213,I10,,100,0,denied,,2025-07-02,2025-07-09\n");

        var report = imports.read("""
                {"type":"appeal","claim":"T-1","claimSource":"csv","filedOn":"2025-07-25"}
                """);

        assertThat(report.stored()).as("%s", report).isEqualTo(1);
    }

    @Test
    void a_policy_is_published_by_its_versions() {
        var report = imports.read("""
                {"type":"policy","externalId":"POL-1","version":1,"name":"Visit beside a procedure","mode":"edit","effectiveFrom":"2026-01-01","applies":{"codes":["99213"],"payers":["00431"]},"demands":{"modifiers":{"anyOf":["25"]},"age":{"min":18},"frequency":{"count":2,"per":"year"},"authorisation":false},"carcs":["97"],"references":[{"title":"Manual"}],"related":["POL-2"]}
                {"type":"policy","externalId":"POL-1","version":3,"name":"x","mode":"edit","effectiveFrom":"2026-02-01"}
                {"type":"policy","externalId":"POL-3","name":"x","mode":"sometimes","effectiveFrom":"2026-02-01"}
                """);

        assertThat(report.stored()).isEqualTo(1);
        assertThat(report.codes()).containsAllEntriesOf(Map.of("VERSION_NOT_NEXT", 1, "CODE_UNREADABLE", 1));
        var policy = imports.log.each(PolicyPublished.class).getFirst();
        assertThat(policy.mode()).isEqualTo(Mode.EDIT);
        assertThat(policy.applies().codes()).containsExactly("99213");
        assertThat(String.valueOf(policy.demands().modifiers())).contains("25");
        assertThat(policy.demands().authorisation()).isFalse();
    }
}
