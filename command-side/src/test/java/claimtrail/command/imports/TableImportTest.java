package claimtrail.command.imports;

import static org.assertj.core.api.Assertions.assertThat;

import claimtrail.command.imports.ImportReport.State;
import claimtrail.event.claim.ClaimEvent.ClaimApproved;
import claimtrail.event.claim.ClaimEvent.ClaimDenied;
import claimtrail.event.claim.ClaimEvent.ClaimSubmitted;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A table becomes facts by a mapping profile: the rows of a claim are one record, wherever they stand.
class TableImportTest {

    private static final String HEADER =
            "id,providerId,patientName,dateOfService,procedureCodes,diagnosisCodes,modifiers,billedAmount,paidAmount,status,"
                    + "denialReason,submissionDate,processingDate\n";

    @TempDir
    private Path folder;

    @Test
    void rows_of_a_claim_need_not_be_adjacent_and_a_header_may_come_again() {
        var imports = new Imports(folder);

        var report = imports.read(HEADER
                + "A-1,PRV-1,\"Canary, Ann\",2025-07-01,99213,I10,,100.00,80,paid,,2025-07-02,2025-07-09\n"
                + "A-2,PRV-1,\"Canary\nBea\",2025-07-01,20610;36415,I10,,50.01,0,denied,Missing Modifier 25,2025-07-02,2025-07-09\n"
                + HEADER
                + "A-1,PRV-1,\"Canary, Ann\",2025-07-03,36415,I10,,20,20.,paid,,2025-07-02,2025-07-09\n");

        assertThat(report.state()).isEqualTo(State.COMPLETED);
        assertThat(report.read()).isEqualTo(2).isEqualTo(report.stored());
        assertThat(imports.log.each(ClaimSubmitted.class))
                .extracting(ClaimSubmitted::chargeCents)
                .containsExactlyInAnyOrder(12000L, 5001L);
        assertThat(imports.log.each(ClaimApproved.class))
                .extracting(it -> it.decision().paidCents())
                .containsExactly(10000L);
        assertThat(imports.log.each(ClaimDenied.class))
                .flatExtracting(it -> it.decision().lines())
                .extracting(line -> line.finding().reasonClass())
                .containsExactly("MOD25", "MOD25");
        assertThat(imports.log.facts() + "" + report).doesNotContain("Canary");
    }

    @Test
    void what_cannot_be_read_is_refused_and_an_unknown_status_is_held() {
        var imports = new Imports(folder);

        var report = imports.read(HEADER
                + "B-1,PRV-1,P,2025-07-01,99213,I10,,100,0,limbo,,2025-07-02,\n"
                + "B-2,PRV-1,P,2025-02-30,99213,I10,,100,0,pending,,2025-07-02,\n"
                + "B-3,PRV-1,P,2025-07-01,99213,I10,,1.005,0,pending,,2025-07-02,\n"
                + "B-4,PRV-1,P\n"
                + "B-5,PRV-1,P,2025-07-01,99213,I10,,100,0,pending,,2025-07-02,\n");

        assertThat(report.stored()).isEqualTo(1);
        assertThat(report.held()).isEqualTo(1);
        assertThat(report.refused()).isEqualTo(3);
        assertThat(report.codes())
                .containsAllEntriesOf(
                        Map.of("STATUS_UNKNOWN", 1, "DATE_UNREADABLE", 1, "AMOUNT_NOT_IN_CENTS", 1, "ROW_RAGGED", 1));
    }

    @Test
    void a_day_that_a_person_would_be_refused_for_is_a_warning_of_the_report() {
        var imports = new Imports(folder);

        var report = imports.read("""
                {"type":"claim","externalId":"A-1","practice":"PRV-1","payer":"00431","submittedOn":"2026-02-26","lines":[{"n":1,"code":"99213","charge":"178.00","serviceDate":"2026-02-27"}]}
                {"type":"decision","claim":"A-1","payer":"00431","status":"1","decidedOn":"2026-02-26","charge":"178.00","paid":"178.00","lines":[{"n":1,"charge":"178.00","paid":"178.00"}]}
                """);

        assertThat(report.stored()).isEqualTo(2);
        assertThat(report.codes())
                .containsAllEntriesOf(Map.of("SERVICE_AFTER_SUBMISSION", 1, "DECISION_BEFORE_SERVICE", 1));
    }

    @Test
    void own_records_are_read_line_by_line_and_a_bad_line_does_not_stop_the_file() {
        var imports = new Imports(folder);

        var report = imports.read("""
                {"type":"claim","externalId":"A-1","practice":"PRV-1","payer":"00431","submittedOn":"2026-03-02","lines":[{"n":1,"code":"99213","charge":"178.00","serviceDate":"2026-02-27","pos":"11","dx":["E11.9"]}]}
                {"type":"claim","externalId"
                {"type":"decision","claim":"A-1","payer":"00431","payerClaim":"P77","status":"1","decidedOn":"2026-03-18","charge":"178.00","paid":"0","lines":[{"n":1,"charge":"178.00","paid":"0","adjustments":["CO-97:178.00"],"remarks":["N20"]}]}
                {"type":"appeal","claim":"A-1","lines":[1],"level":1,"filedOn":"2026-03-25"}
                {"type":"acceptance","claim":"A-1","acceptedOn":"2026-03-03","codes":["A2:20"]}
                {"type":"acceptance","claim":"A-1"}
                """);

        assertThat(report.stored()).isEqualTo(4);
        assertThat(report.refused()).isEqualTo(2);
        assertThat(imports.log.counts())
                .containsAllEntriesOf(
                        Map.of("claim.submitted", 1, "claim.acknowledged", 1, "claim.denied", 1, "claim.appealed", 1));
    }
}
