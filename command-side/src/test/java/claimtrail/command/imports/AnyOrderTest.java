package claimtrail.command.imports;

import static claimtrail.event.claim.Line.Split.STATED;
import static org.assertj.core.api.Assertions.assertThat;

import claimtrail.command.Order;
import claimtrail.command.claim.Bill;
import claimtrail.command.claim.ClaimCommand.SubmitClaim;
import claimtrail.command.store.DirectoryEntry;
import claimtrail.event.Actor;
import claimtrail.event.ExternalId;
import claimtrail.event.Ids;
import claimtrail.event.Source;
import claimtrail.event.claim.ClaimEvent.ClaimType;
import claimtrail.event.claim.Line;
import claimtrail.event.imports.ImportEvent.RecordJudged;
import claimtrail.event.imports.ImportEvent.Verdict;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Files are independent: whichever comes first, the same claims are read from them.
class AnyOrderTest {

    private static final int SEEDS = 16;

    @TempDir
    private Path folder;

    @Test
    void any_order_of_files_and_of_records_gives_the_same_readings_and_figures() {
        var inOrder = read(
                Stream.concat(
                                Stories.files().stream(),
                                Stream.of(String.join("\n", Stories.records()), Stories.table()))
                        .toList(),
                "in-order");
        assertThat(inOrder.readings()).hasSize(21);
        assertThat(inOrder.postings())
                .as("the reason class is a facet")
                .anyMatch(it -> it.contains("measure=EPISODE_OPENED,") && it.contains("facet=MOD25,"))
                .anyMatch(it -> it.contains("measure=EPISODE_OPENED,") && it.contains("facet=BUNDLED,"));
        assertThat(inOrder.postings()).hasSizeGreaterThan(100);

        for (int seed = 0; seed < SEEDS; seed++) {
            var sums = read(shuffled(new Random(seed)), "seed-" + seed);

            assertThat(sums.readings()).as("seed %d", seed).isEqualTo(inOrder.readings());
            assertThat(sums.postings()).as("seed %d", seed).isEqualTo(inOrder.postings());
        }
    }

    /// The files in another order, and the records of our own kind in another order, spread over some files.
    private static List<String> shuffled(Random random) {
        var records = new ArrayList<>(Stories.records());
        Collections.shuffle(records, random);
        var files = new ArrayList<>(Stories.files());
        files.add(Stories.table());
        while (!records.isEmpty()) {
            var some = records.subList(0, 1 + random.nextInt(records.size()));
            files.add(String.join("\n", some));
            some.clear();
        }
        Collections.shuffle(files, random);
        return files;
    }

    private Sums read(List<String> files, String name) {
        var imports = new Imports(folder.resolve(name));
        for (var file : files) {
            var report = imports.read(file);
            assertThat(report.state()).isEqualTo(ImportReport.State.COMPLETED);
            assertThat(report.refused())
                    .as(
                            "%s %s",
                            report.codes(), imports.log.found(report.importId()).notes())
                    .isZero();
        }
        return Sums.of(imports.log);
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

    @Test
    void a_claim_told_by_hand_wakes_once_what_was_held_for_it_and_so_does_a_start_of_the_program() {
        var imports = new Imports(folder);
        var early = imports.read("""
                {"type":"void","claim":"A-1","voidedOn":"2026-03-05"}
                """);
        assertThat(early.held()).as("%s", early).isEqualTo(1);
        var held = new HeldRecords(
                practice -> imports.importer.tellWaiting(practice, Imports.TODAY),
                () -> List.of(Imports.PRACTICE),
                Runnable::run);
        held.heard(Imports.PRACTICE);
        assertThat(imports.log.counts()).doesNotContainKey("claim.voided");

        submitByHand(imports);
        held.start();
        held.heard(Imports.PRACTICE);

        assertThat(imports.log.counts()).containsEntry("claim.voided", 1);
        assertThat(imports.log.each(RecordJudged.class)).hasSize(1);
    }

    private static void submitByHand(Imports imports) {
        var claim = Ids.next();
        var day = LocalDate.of(2026, 3, 2);
        var line = new Line(1, "99213", List.of(), List.of(), null, 17_800, day, null, null, null, null, STATED);
        var bill = new Bill(
                new ExternalId("api", "A-1"),
                "1",
                day,
                new UUID(1, 1),
                1,
                new UUID(1, 2),
                null,
                new UUID(1, 3),
                ClaimType.PROFESSIONAL,
                null,
                17_800,
                day,
                null,
                List.of(),
                false,
                null,
                List.of(line));
        var number = new DirectoryEntry(Imports.PRACTICE, "claim-number", "api|A-1", claim);
        imports.log.send(new Order<>(
                new SubmitClaim(claim, Imports.PRACTICE, bill, false, List.of(number), List.of(), null),
                new Actor(Actor.Kind.USER, "a person"),
                new Source.Api("a person"),
                claim,
                null,
                Imports.TODAY,
                null,
                null,
                null));
    }
}
