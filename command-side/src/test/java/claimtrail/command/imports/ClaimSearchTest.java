package claimtrail.command.imports;

import static org.assertj.core.api.Assertions.assertThat;

import claimtrail.command.imports.reading.ClaimName;
import claimtrail.command.store.DirectoryEntry;
import claimtrail.event.ExternalId;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Many bills of one day and charge whose numbers begin alike: more than one look at the directory shows.
class ClaimSearchTest {

    private static final String DAY = "20260227";

    @TempDir
    private Path folder;

    @Test
    void a_bill_never_joins_the_claim_of_another_bill_while_many_are_stored_beside_it() {
        var imports = new Imports(folder);
        imports.read(Interchanges.bills(List.of("CANCEL-1"), DAY));
        var numbers = new WhileBillsArrive(imports, accounts(1_000, 1_300));

        var found = new ClaimSearch(Imports.PRACTICE, numbers).billed(name("CANCEL-1999"), "");

        assertThat(found).isEmpty();
        assertThat(numbers.arriving).isEmpty();
    }

    @Test
    void an_answer_with_a_cut_off_number_waits_for_one_bill_however_many_begin_like_it() {
        var imports = new Imports(folder);
        imports.read(Interchanges.denial("CANCEL-1", DAY, "T1", "P1"));

        imports.read(Interchanges.bills(List.of("CANCEL-1999"), DAY));
        imports.read(Interchanges.bills(accounts(1_000, 1_300), DAY));
        var last = imports.read(Interchanges.bills(List.of("CANCEL-1998"), DAY));

        assertThat(last.stored()).as("%s", last.codes()).isEqualTo(1);
        assertThat(imports.log.counts())
                .containsEntry("claim.submitted", 302)
                .containsEntry("claim.inferred", 1)
                .containsEntry("claim.denied", 1);
        assertThat(imports.log.directory().stream()
                        .filter(it -> it.kind().equals(ClaimSearch.BILLED))
                        .map(DirectoryEntry::streamId)
                        .distinct())
                .hasSize(302);
    }

    private static List<String> accounts(int from, int to) {
        return IntStream.range(from, to).mapToObj(no -> "CANCEL-" + no).toList();
    }

    private static ClaimName name(String account) {
        return new ClaimName(
                new ExternalId("837", account), false, LocalDate.of(2026, 2, 27), null, 17_800L, null, null);
    }

    /// The directory; after the first look at numbers that begin alike, other bills arrive.
    private static final class WhileBillsArrive implements Numbers {

        private final Imports imports;
        private List<String> arriving;

        WhileBillsArrive(Imports imports, List<String> arriving) {
            this.imports = imports;
            this.arriving = arriving;
        }

        @Override
        public Optional<UUID> find(UUID practice, String kind, String key) {
            return imports.log.find(practice, kind, key);
        }

        @Override
        public List<DirectoryEntry> startingWith(UUID practice, String kind, String prefix, int limit) {
            return imports.log.startingWith(practice, kind, prefix, limit);
        }

        @Override
        public List<DirectoryEntry> startingWith(UUID practice, List<String> kinds, String prefix, int limit) {
            var seen = imports.log.startingWith(practice, kinds, prefix, limit);
            if (prefix.equals("CANCEL-1") && !arriving.isEmpty()) {
                imports.read(Interchanges.bills(arriving, DAY));
                arriving = List.of();
            }
            return seen;
        }
    }
}
