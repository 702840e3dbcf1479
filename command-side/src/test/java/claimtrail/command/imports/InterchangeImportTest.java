package claimtrail.command.imports;

import static org.assertj.core.api.Assertions.assertThat;

import claimtrail.event.Reason;
import claimtrail.event.claim.ClaimEvent;
import claimtrail.event.claim.ClaimEvent.ClaimAcknowledged;
import claimtrail.event.claim.ClaimEvent.ClaimDenied;
import claimtrail.event.claim.ClaimEvent.ClaimInferred;
import claimtrail.event.claim.ClaimEvent.ClaimSubmitted;
import claimtrail.event.claim.ClaimEvent.RejectedBy;
import claimtrail.event.claim.Match;
import claimtrail.event.claim.Match.Method;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A remittance finds its claim, whichever file comes first; what fits no claim makes one.
class InterchangeImportTest {

    @TempDir
    private Path folder;

    @Test
    void a_remittance_finds_its_claim_by_number_charge_and_day() {
        var imports = new Imports(folder);
        imports.read(claim("ACC-100", "20260227"));
        imports.read(claim("ACC-100", "20260105"));

        var report = imports.read(remittance("ACC-100", "20260227", "TRACE1"));

        assertThat(report.stored()).isEqualTo(1);
        assertThat(imports.log.each(ClaimSubmitted.class)).hasSize(2);
        assertThat(imports.log.each(ClaimInferred.class)).isEmpty();
        assertThat(imports.log.each(ClaimDenied.class))
                .singleElement()
                .satisfies(it -> assertThat(it.decision().match().method()).isEqualTo(Method.CLAIM_NUMBER));
    }

    @Test
    void a_bill_that_comes_after_its_remittance_joins_the_inferred_claim() {
        var imports = new Imports(folder);
        imports.read(remittance("ACC-100", "20260227", "TRACE1"));
        imports.read(claim("ACC-100", "20260227"));

        assertThat(streamsOfClaims(imports)).hasSize(1);
        assertThat(imports.log.counts())
                .containsAllEntriesOf(Map.of("claim.inferred", 1, "claim.denied", 1, "claim.submitted", 1));
    }

    @Test
    void a_reused_number_on_another_day_is_another_claim_in_any_order() {
        var one = new Imports(folder.resolve("one"));
        one.read(claim("ACC-100", "20260105"));
        one.read(remittance("ACC-100", "20260227", "TRACE1"));
        one.read(claim("ACC-100", "20260227"));
        var other = new Imports(folder.resolve("other"));
        other.read(claim("ACC-100", "20260227"));
        other.read(remittance("ACC-100", "20260227", "TRACE1"));
        other.read(claim("ACC-100", "20260105"));

        assertThat(streamsOfClaims(one)).hasSize(2);
        assertThat(streamsOfClaims(other)).hasSize(2);
    }

    @Test
    void the_same_answer_in_another_set_is_seen_before_and_under_another_payment_held() throws IOException {
        var imports = new Imports(folder);
        imports.read(claim("ACC-100", "20260227"));
        imports.read(remittance("ACC-100", "20260227", "TRACE1"));

        assertThat(imports.read(remittance("ACC-100", "20260227", "TRACE1").replace("N1*PR", "REF*EV*X1~N1*PR"))
                        .seenBefore())
                .isEqualTo(1);
        var again = imports.read(remittance("ACC-100", "20260227", "TRACE2"));

        assertThat(again.held()).isEqualTo(1);
        assertThat(again.codes()).containsEntry("DECISION_SUSPECTED_DUPLICATE", 1);
        assertThat(imports.log.each(ClaimDenied.class)).hasSize(1);

        imports.importer.accept(again, "7", Imports.TODAY);
        assertThat(imports.log.each(ClaimDenied.class)).hasSize(2);
    }

    @Test
    void patients_of_a_file_stand_in_no_fact_and_no_report() {
        var imports = new Imports(folder);
        var report = imports.read(claim("ACC-100", "20260227"));

        assertThat(imports.log.facts() + "" + imports.log.directory() + report)
                .doesNotContainIgnoringCase("canary")
                .doesNotContain("19800101");
        assertThat(imports.log.vault()).isNotEmpty();
    }

    @Test
    void money_that_belongs_to_no_claim_is_kept_by_its_finding() {
        var imports = new Imports(folder);

        var report = imports.read(remittance("ACC-100", "20260227", "TRACE1")
                .replace("SE*11", "PLB*1234567893*20261231*WO:CANARYREF*-12.5~SE*11"));

        assertThat(report.refused()).as("%s", report).isZero();
        assertThat(report.stored()).isEqualTo(2);
        assertThat(report.codes()).containsEntry("PROVIDER_ADJUSTMENT", 1);
        assertThat(imports.log.found(report.importId()).notes().toString())
                .contains("PLB03=WO PLB04=-1250")
                .doesNotContain("CANARY");
    }

    @Test
    void an_acceptance_is_a_fact_of_its_claim_and_teaches_the_payers_number() {
        var imports = new Imports(folder);
        imports.read(Interchanges.bills(List.of("ACC-100"), "20260227"));

        var report = imports.read(Interchanges.acceptance("ACC-100", "20260227", "20260304", "A2", "P77"));
        imports.read(Interchanges.denial("GARBLED", "20260227", "T1", "P77"));

        assertThat(report.stored()).as("%s", report).isEqualTo(1);
        assertThat(imports.log.each(ClaimAcknowledged.class)).singleElement().satisfies(it -> {
            assertThat(it.by()).isEqualTo(RejectedBy.PAYER);
            assertThat(it.codes()).extracting(Reason::code).containsExactly("A2:21:PR");
            assertThat(it.payerControlNumber()).isEqualTo("P77");
        });
        assertThat(imports.log.each(ClaimDenied.class))
                .singleElement()
                .satisfies(
                        it -> assertThat(it.decision().match()).isEqualTo(new Match(Match.Method.PAYER_NUMBER, 100)));
        assertThat(streamsOfClaims(imports)).hasSize(1);
    }

    @Test
    void an_acceptance_before_its_bill_waits_for_it() {
        var imports = new Imports(folder);

        var early = imports.read(Interchanges.acceptance("ACC-100", "20260227", "20260304", "A2", "P77"));
        assertThat(early.held()).as("%s", early).isEqualTo(1);
        imports.read(Interchanges.bills(List.of("ACC-100"), "20260227"));

        assertThat(imports.log.counts()).containsEntry("claim.acknowledged", 1);
    }

    @Test
    void a_claim_that_cannot_be_found_there_is_no_acceptance_and_waits_for_a_person() {
        var imports = new Imports(folder);
        imports.read(Interchanges.bills(List.of("ACC-100"), "20260227"));

        var lost = imports.read(Interchanges.acceptance("ACC-100", "20260227", "20260304", "A4", ""));
        var forwarded = imports.read(Interchanges.acceptance("ACC-100", "20260227", "20260304", "A0", ""));

        assertThat(lost.codes()).containsEntry("CLAIM_NOT_FOUND_THERE", 1);
        assertThat(lost.held()).isEqualTo(1);
        assertThat(forwarded.stored()).isEqualTo(1);
        assertThat(imports.log.counts()).containsEntry("claim.acknowledged", 1);
    }

    private static Map<?, ?> streamsOfClaims(Imports imports) {
        return imports.log.facts().stream()
                .filter(it -> it.event() instanceof ClaimEvent)
                .collect(Collectors.groupingBy(MemoryLog.Kept::stream));
    }

    private static String claim(String account, String day) {
        return envelope("HC", "005010X222A1")
                + "ST*837*0001*005010X222A1~BHT*0019*00*1*20260301*1200*CH~"
                + "NM1*41*2*SENDER*****46*S1~NM1*40*2*RECEIVER*****46*R1~"
                + "HL*1**20*1~NM1*85*2*PRACTICE*****XX*1234567893~REF*EI*123456789~"
                + "HL*2*1*22*0~SBR*P*18*******CI~NM1*IL*1*CANARY*ANN****MI*CANARYID~DMG*D8*19800101*F~"
                + "NM1*PR*2*GOOD PAYER*****PI*00431~"
                + "CLM*" + account + "*178***11:B:1*Y*A*Y*Y~HI*ABK:E119~LX*1~SV1*HC:99213*178*UN*1***1~DTP*472*D8*"
                + day + "~SE*20*0001~GE*1*1~IEA*1*000000001~";
    }

    @Test
    void a_finding_behind_the_last_record_reaches_the_report() throws IOException {
        var imports = new Imports(folder);
        var report = imports.read(remittance("ACC-100", "20260227", "TRACE1").replace("~SE*11*", "~SE*12*"));

        assertThat(report.codes()).containsEntry("CONTROL_COUNT", 1);
        assertThat(report.stored()).isEqualTo(1);
    }

    private static String remittance(String account, String day, String trace) {
        return envelope("HP", "005010X221A1")
                + "ST*835*0001~BPR*H*0*C*NON************20260318~TRN*1*" + trace + "*1999999999~"
                + "N1*PR*GOOD PAYER*XV*00431~CLP*" + account + "*1*178*0**12*P77~NM1*QC*1*CANARY*ANN****MI*CANARYID~"
                + "SVC*HC:99213*178*0~DTM*472*" + day + "~CAS*CO*97*178~LQ*HE*N20~SE*11*0001~GE*1*1~IEA*1*000000001~";
    }

    private static String envelope(String group, String version) {
        return "ISA*00*          *00*          *ZZ*SENDER         *ZZ*RECEIVER       *260301*1200*^*00501*000000001*0*P*:~"
                + "GS*" + group + "*S*R*20260301*1200*1*X*" + version + "~";
    }
}
