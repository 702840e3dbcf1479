package claimtrail.command.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import claimtrail.command.imports.ImportReport.State;
import claimtrail.event.claim.ClaimEvent.ClaimDenied;
import claimtrail.event.claim.ClaimEvent.ClaimSubmitted;
import claimtrail.event.claim.ClaimEvent.DenialLinked;
import claimtrail.event.claim.ClaimEvent.DenialOverturned;
import claimtrail.event.claim.ClaimEvent.LinkCause;
import claimtrail.event.claim.Line;
import claimtrail.event.claim.PayerDecision.DayBasis;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The portal's files become facts; what the portal does not say is assumed, and every assumption is on the report.
class PortalImportTest {

    private static final String POLICIES = """
            [{"id":"POL-1","name":"Modifier","mode":"active","effectiveDate":"2024-07-01","endDate":null,
              "logicType":"Modifier","procedureCodes":["99213"],"modifiers":["25"],"hitRate":45,
              "ageRestrictions":"18 years and older","frequencyLimits":"Must exceed base code by minimum 15 minutes"}]""";

    private static final String PATTERNS = """
            {"patterns":[{"id":"PTN-1","title":"Visits","category":"modifier-missing","status":"active","tier":"high",
              "score":{"frequency":1},"affectedClaims":["CLM-OLD"],"evidence":[{"claimId":"CLM-OLD"}],
              "firstDetected":"2024-07-05","lastUpdated":"2025-01-06","improvements":[{"metric":"frequency"}],
              "relatedPolicies":["POL-1"],"relatedCodes":["99213"],"actionCategory":"system",
              "recoveryStatus":"recoverable"}]}""";

    private static final String CLAIMS = """
            {"claims":[
            {"id":"CLM-1","providerId":"PRV-9","patientName":"Canaryname, Quill","patientDOB":"1985-03-15",
             "memberId":"CANARYMEMBER","dateOfService":"2025-07-12","procedureCodes":["99213","36415"],
             "diagnosisCodes":["I10"],"modifiers":[],"billedAmount":285.01,"paidAmount":0,"status":"denied",
             "denialReason":"Missing Modifier 25","policyIds":["POL-1"],"appealStatus":"approved",
             "submissionDate":"2025-07-13","processingDate":"2025-07-16"},
            {"id":"CLM-2","providerId":"PRV-9","patientName":"Canaryname Second","dateOfService":"2025-08-01",
             "procedureCodes":["20610"],"diagnosisCodes":["M25"],"modifiers":[],"billedAmount":380,"paidAmount":0,
             "status":"denied","denialReason":"Moon in the wrong house","policyIds":[],"appealStatus":null,
             "submissionDate":"2025-08-02","processingDate":null},
            {"id":"CLM-3","providerId":"PRV-9","patientName":"Third","dateOfService":"2025-08-01",
             "procedureCodes":["20610"],"diagnosisCodes":["M25"],"modifiers":[],"billedAmount":100,"paidAmount":90,
             "status":"paid","denialReason":null,"policyIds":[],"appealStatus":null,
             "submissionDate":"2025-08-02","processingDate":"2025-09-30"},
            {"id":"CLM-4","providerId":"PRV-9","patientName":"Fourth","dateOfService":"2025-08-01",
             "procedureCodes":["20610"],"diagnosisCodes":[],"modifiers":[],"billedAmount":1.234,"paidAmount":0,
             "status":"pending","policyIds":[],"submissionDate":"2025-08-02"},
            {"id":"CLM-5","providerId":"PRV-9","patientName":"Fifth","dateOfService":"2025-08-01",
             "procedureCodes":["20610"],"diagnosisCodes":[],"modifiers":[],"billedAmount":1,"paidAmount":0,
             "status":"lost","policyIds":[],"submissionDate":"2025-08-02"}
            ]}""";

    @TempDir
    private Path folder;

    @Test
    void a_fhir_resource_is_no_file_of_the_portal() throws IOException {
        var imports = new Imports(folder);

        assertThatThrownBy(() -> imports.read("""
                {"resourceType":"ExplanationOfBenefit","type":{"coding":[]},"status":"active"}"""))
                .isInstanceOfSatisfying(
                        ImportRefused.class, it -> assertThat(it.code()).isEqualTo("FORMAT_INVALID"));
    }

    @Test
    void every_record_ends_stored_held_or_refused_and_every_assumption_is_counted() {
        var imports = new Imports(folder);
        imports.read(POLICIES);
        imports.read(PATTERNS);

        var report = imports.read(CLAIMS);

        assertThat(report.state()).isEqualTo(State.COMPLETED);
        assertThat(report.read())
                .isEqualTo(5)
                .isEqualTo(report.stored() + report.seenBefore() + report.held() + report.refused());
        assertThat(report.stored()).isEqualTo(3);
        assertThat(report.held()).isEqualTo(1);
        assertThat(report.refused()).isEqualTo(1);
        assertThat(new TreeMap<>(report.codes()))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "AMOUNT_NOT_IN_CENTS", 1,
                        "APPEAL_DAY_ASSUMED", 1,
                        "DECISION_DAY_ASSUMED", 1,
                        "LINE_SPLIT_ASSUMED", 1,
                        "LINK_ASSERTED", 1,
                        "OUTCOME_DAY_ASSUMED", 1,
                        "OVERTURN_WITHOUT_MONEY", 1,
                        "PAYER_NOT_STATED", 3,
                        "PROVIDER_STUB", 1,
                        "STATUS_UNKNOWN", 1));
    }

    @Test
    void without_lines_each_code_is_a_line_and_odd_cents_come_first() {
        var imports = new Imports(folder);
        imports.read(CLAIMS);

        var first = imports.log.each(ClaimSubmitted.class).stream()
                .filter(it -> it.number().value().equals("CLM-1"))
                .findFirst()
                .orElseThrow();

        assertThat(first.lines()).extracting(Line::chargeCents).containsExactly(14251L, 14250L);
        assertThat(first.lines()).extracting(Line::split).containsOnly(Line.Split.ASSUMED);
    }

    @Test
    void a_denied_claim_is_denied_wholly_under_the_class_of_its_words() {
        var imports = new Imports(folder);
        imports.read(POLICIES);
        imports.read(PATTERNS);
        imports.read(CLAIMS);

        assertThat(imports.log.each(ClaimDenied.class))
                .flatExtracting(it -> it.decision().lines())
                .extracting(line -> line.finding().reasonClass())
                .containsExactlyInAnyOrder("MOD25", "MOD25", "UNCLASSIFIED");
        assertThat(imports.log.each(DenialLinked.class))
                .singleElement()
                .satisfies(it -> assertThat(it.cause()).isEqualTo(LinkCause.DECISION));
        assertThat(imports.log.each(DenialOverturned.class)).hasSize(1);
    }

    @Test
    void the_day_of_the_extract_stands_in_for_a_day_that_is_missing() {
        var imports = new Imports(folder);
        imports.read(CLAIMS);

        assertThat(imports.log.each(ClaimDenied.class))
                .filteredOn(it -> it.decision().dayBasis() == DayBasis.ASSUMED)
                .singleElement()
                .satisfies(it -> assertThat(it.decision().decidedOn()).hasToString("2025-09-30"));
    }

    @Test
    void a_limit_that_is_no_age_and_no_frequency_is_kept_unchecked() {
        var imports = new Imports(folder);

        assertThat(imports.read(POLICIES).codes())
                .isEqualTo(Map.of("FIGURES_ASSERTED", 1, "LIMIT_AS_SENTENCE", 2, "LIMIT_UNCHECKED", 1));
        assertThat(imports.read(PATTERNS).codes())
                .isEqualTo(Map.of(
                        "EVIDENCE_UNKNOWN",
                        1,
                        "FIGURES_ASSERTED",
                        1,
                        "IMPROVEMENT_ASSERTED",
                        1,
                        "REFERENCE_UNKNOWN",
                        1));
    }

    @Test
    void the_same_bytes_are_not_read_again_and_other_bytes_with_the_same_records_add_nothing() {
        var imports = new Imports(folder);
        imports.read(CLAIMS);
        var counts = imports.log.counts();

        assertThat(imports.read(CLAIMS).state()).isEqualTo(State.SEEN_AGAIN);
        var other = imports.read(CLAIMS + " ");

        assertThat(other.stored()).isZero();
        assertThat(other.seenBefore()).isEqualTo(3);
        assertThat(imports.log.counts()).isEqualTo(counts);
    }

    @Test
    void a_reading_that_broke_off_goes_on_where_it_stopped() {
        var whole = new Imports(folder.resolve("whole"));
        whole.read(CLAIMS);
        var imports = new Imports(folder.resolve("broken"));
        imports.log.breakAfter(5);

        assertThat(imports.read(CLAIMS).state()).isEqualTo(State.FAILED);
        imports.log.breakAfter(Long.MAX_VALUE);
        var again = imports.read(CLAIMS);

        assertThat(again.state()).isEqualTo(State.COMPLETED);
        assertThat(again.resumed()).isTrue();
        assertThat(again.codes()).containsEntry("IMPORT_RESUMED", 1);
        assertThat(imports.log.counts()).isEqualTo(whole.log.counts());
    }

    @Test
    void a_dry_run_reports_and_stores_nothing() {
        var imports = new Imports(folder);

        var report = imports.dryRun(CLAIMS);

        assertThat(report.stored()).isEqualTo(3);
        assertThat(imports.log.facts()).isEmpty();
    }

    @Test
    void persons_stand_in_the_vault_and_nowhere_else() throws IOException {
        var imports = new Imports(folder);
        var report = imports.read(CLAIMS);

        assertThat(imports.log.vault())
                .anySatisfy(it -> assertThat(new String(it.plaintext(), StandardCharsets.UTF_8))
                        .contains("Canaryname, Quill", "CANARYMEMBER"));
        var written = imports.log.facts() + "" + imports.log.directory() + report
                + Files.readString(imports.importer.findings(report.importId()).orElseThrow());
        assertThat(written).doesNotContainIgnoringCase("canary").doesNotContain("1985-03-15");
    }

    @Test
    void files_that_are_no_facts_are_refused_by_name() {
        var imports = new Imports(folder);

        var scenario = imports.read("{\"id\":\"s\",\"timeline\":{},\"volume\":{},\"targetMetrics\":{}}");
        var insights = imports.read("[{\"id\":\"INS-1\",\"severity\":\"high\",\"example\":{}}]");

        assertThat(scenario.codes()).isEqualTo(Map.of("SCENARIO_NOT_IMPORTED", 1));
        assertThat(insights.codes()).isEqualTo(Map.of("SUPERSEDED", 1));
    }
}
