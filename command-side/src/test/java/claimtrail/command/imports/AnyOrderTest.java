package claimtrail.command.imports;

import static org.assertj.core.api.Assertions.assertThat;

import claimtrail.denial.ClaimReading;
import claimtrail.event.claim.ClaimEvent;
import claimtrail.event.imports.ImportEvent.RecordJudged;
import claimtrail.event.imports.ImportEvent.Verdict;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Files are independent: whichever comes first, the same claims are read from them.
class AnyOrderTest {

    private static final int SEEDS = 60;

    /// The answer to a corrected bill. Which version it answers is written down when it comes: it comes last.
    private static final String ANSWER_TO_CORRECTION =
            Interchanges.remittance("ACC-100", "20260227", "T2", "P101", "20260401", 178);

    @TempDir
    private Path folder;

    @Test
    void any_order_of_files_gives_the_same_readings() {
        var inOrder = readings(files(), "in-order");

        for (int seed = 0; seed < SEEDS; seed++) {
            var shuffled = new ArrayList<>(files());
            Collections.shuffle(shuffled, new Random(seed));

            assertThat(readings(shuffled, "seed-" + seed)).as("seed %d", seed).isEqualTo(inOrder);
        }
    }

    @Test
    void a_rejection_before_its_bill_waits_for_it_and_is_accepted_by_the_importer() {
        var imports = new Imports(folder);

        var early = imports.read(Interchanges.rejection("ACC-200", "20260227", "20260304", "A7"));
        assertThat(early.held()).as("%s", early).isEqualTo(1);
        assertThat(imports.log.counts()).doesNotContainKey("claim.rejected");
        imports.read(Interchanges.bills(List.of("ACC-200"), "20260227"));

        assertThat(imports.log.counts()).containsEntry("claim.rejected", 1);
        assertThat(imports.log.each(RecordJudged.class))
                .singleElement()
                .satisfies(it -> assertThat(it.verdict()).isEqualTo(Verdict.ACCEPTED));
    }

    @Test
    void what_a_person_discarded_is_not_told_again() {
        var imports = new Imports(folder);
        var early = imports.read(Interchanges.rejection("ACC-200", "20260227", "20260304", "A7"));
        var place = imports.log.found(early.importId()).waiting().iterator().next();
        imports.log.judge(early.importId(), place, Verdict.DISCARDED);

        imports.read(Interchanges.bills(List.of("ACC-200"), "20260227"));

        assertThat(imports.log.counts()).doesNotContainKey("claim.rejected");
    }

    private static List<String> files() {
        return List.of(
                Interchanges.bills(List.of("ACC-100"), "20260227"),
                Interchanges.denial("ACC-100", "20260227", "T1", "P100"),
                Interchanges.bill("ACC-100", "20260227", "7", "P100", "20260320"),
                Interchanges.bills(List.of("ACC-200"), "20260105"),
                Interchanges.rejection("ACC-200", "20260105", "20260304", "A7"),
                Interchanges.bills(List.of("ACC-300"), "20260106"),
                Interchanges.denial("ACC-300", "20260106", "T3", "P300"),
                Interchanges.bill("ACC-300", "20260106", "8", "P300", "20260410"),
                Interchanges.denial("ACC-400", "20260107", "T4", "P400"),
                """
                {"type":"claim","externalId":"A-1","payer":"00431","provider":"1234567893","submittedOn":"2026-03-02","frequency":"1","lines":[{"n":1,"code":"99213","charge":"178.00","units":1,"serviceDate":"2026-02-27"}]}
                """,
                """
                {"type":"decision","claim":"A-1","payer":"00431","payerClaim":"P77","status":"1","decidedOn":"2026-03-18","charge":"178.00","paid":"0","lines":[{"n":1,"charge":"178.00","paid":"0","adjustments":["CO-97:178.00"],"remarks":["N20"]}]}
                """,
                """
                {"type":"appeal","claim":"A-1","lines":[1],"level":1,"filedOn":"2026-03-25"}
                """,
                """
                {"type":"appealOutcome","claim":"A-1","appealNo":1,"outcome":"upheld","decidedOn":"2026-04-20"}
                """);
    }

    /// What is read of each claim, without ids that are random and the ways in which claims were found.
    private Set<String> readings(List<String> files, String name) {
        var imports = new Imports(folder.resolve(name));
        for (var file : files) {
            var report = imports.read(file);
            assertThat(report.state()).isEqualTo(ImportReport.State.COMPLETED);
            assertThat(report.refused()).as("%s", report).isZero();
        }
        imports.read(ANSWER_TO_CORRECTION);
        Map<UUID, List<ClaimEvent>> claims = imports.log.facts().stream()
                .filter(it -> it.event() instanceof ClaimEvent)
                .collect(Collectors.groupingBy(
                        MemoryLog.Kept::stream,
                        Collectors.mapping(it -> (ClaimEvent) it.event(), Collectors.toList())));
        return claims.values().stream()
                .map(ClaimReading::of)
                .map(it -> it.toString()
                        .replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "#")
                        .replaceAll("Match\\[[^]]*]", "Match"))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
