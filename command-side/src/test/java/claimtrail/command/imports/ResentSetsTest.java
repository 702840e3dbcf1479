package claimtrail.command.imports;

import static org.assertj.core.api.Assertions.assertThat;

import claimtrail.command.imports.ImportReport.State;
import claimtrail.command.store.DirectoryEntry;
import claimtrail.event.claim.ClaimEvent.ClaimDenied;
import claimtrail.event.imports.ImportEvent.ImportSeenAgain;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A transaction set that comes again in other bytes is known as a whole, once the file that brought it is stored.
class ResentSetsTest {

    private static final String FIRST = Interchanges.denial("ACC-1", "20260227", "TRACE1", "P1");
    private static final String SECOND = Interchanges.denial("ACC-2", "20260228", "TRACE2", "P2");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"wrapped", "newlines", "separators", "renumbered"})
    void a_set_in_other_bytes_adds_nothing_but_that_it_came_again(String how) {
        var imports = new Imports(folder);
        var text = FIRST.replace("SE*0", "PLB*1234567893*20261231*WO:REF*-12.5~SE*0"); // kept by a finding alone
        var first = imports.read(text);
        var facts = imports.log.counts();

        var again = imports.read(otherBytes(text, how));

        assertThat(again.state()).isEqualTo(State.COMPLETED);
        assertThat(again.importId()).isNotEqualTo(first.importId());
        assertThat(again.seenBefore()).isEqualTo(again.read()).isEqualTo(2);
        assertThat(again.transactionSets()).isEqualTo(1);
        assertThat(again.setsSeenBefore()).isEqualTo(1);
        assertThat(again.events()).isZero();
        assertThat(imports.log.found(again.importId()).notes()).isEmpty();
        assertThat(imports.log.counts()).isEqualTo(facts);
        assertThat(seenAgain(imports)).isEqualTo(Map.of(first.importId(), List.of(1)));
    }

    private static String otherBytes(String text, String how) {
        return switch (how) {
            case "wrapped" -> text.replaceAll("(.{80})", "$1\r\n");
            case "newlines" -> text.replace("~", "\n");
            case "separators" ->
                text.replace('*', '|').replace(':', '>').replace('^', '!').replace('~', '\'');
            case "renumbered" ->
                text.replace("000000001", "000000977").replace("*0001", "*0042").replaceAll("SE\\*\\d+", "SE*99");
            default -> throw new IllegalArgumentException(how);
        };
    }

    @Test
    void a_file_with_an_old_and_a_new_set_stores_only_the_new_one() {
        var imports = new Imports(folder);
        var first = imports.read(FIRST);

        var mixed = imports.read(SECOND + FIRST.replace("~", "~\n") + "\n");

        assertThat(mixed.read()).isEqualTo(2);
        assertThat(mixed.stored()).isEqualTo(1);
        assertThat(mixed.seenBefore()).isEqualTo(1);
        assertThat(mixed.transactionSets()).isEqualTo(2);
        assertThat(mixed.setsSeenBefore()).isEqualTo(1);
        assertThat(imports.log.each(ClaimDenied.class)).hasSize(2);
        assertThat(seenAgain(imports)).isEqualTo(Map.of(first.importId(), List.of(1)));
        assertThat(imports.read(otherBytes(SECOND, "newlines")).setsSeenBefore())
                .as("the new one is known from now on")
                .isEqualTo(1);
    }

    @Test
    void one_more_value_in_a_set_makes_it_another_one_and_its_record_is_seen_before_by_itself() {
        var imports = new Imports(folder);
        imports.read(FIRST);

        var other = imports.read(FIRST.replace("N1*PR", "REF*EV*X1~N1*PR"));

        assertThat(other.setsSeenBefore()).isZero();
        assertThat(other.seenBefore()).isEqualTo(1);
        assertThat(seenAgain(imports)).isEmpty();
    }

    @Test
    void wherever_a_file_is_broken_off_its_sets_are_known_only_when_it_is_stored_whole() {
        var both = FIRST + SECOND.replace("000000001", "000000002");
        int commands = 0;
        for (boolean broken = true; broken; commands++) {
            var imports = new Imports(folder.resolve("after-" + commands));
            imports.log.breakAfter(commands);
            broken = brokenOff(imports, both);
            if (!broken) {
                break;
            }
            assertThat(sets(imports)).as("after %d commands", commands).isEmpty();

            imports.log.breakAfter(Long.MAX_VALUE);
            var resumed = imports.read(both);

            assertThat(resumed.state()).isEqualTo(State.COMPLETED);
            assertThat(resumed.stored() + resumed.seenBefore()).isEqualTo(2);
            assertThat(resumed.setsSeenBefore()).isZero();
            assertThat(imports.log.each(ClaimDenied.class)).hasSize(2);
            assertThat(sets(imports)).hasSize(2);
        }
        assertThat(commands)
                .as("it was broken off between its records and its end")
                .isGreaterThan(4);
    }

    private static boolean brokenOff(Imports imports, String text) {
        try {
            return imports.read(text).state() != State.COMPLETED;
        } catch (IllegalStateException e) {
            return true; // the start itself could not be written
        }
    }

    @Test
    void a_file_of_resent_sets_that_is_broken_off_says_once_that_they_came_again() {
        for (int commands = 1; commands < 3; commands++) {
            var imports = new Imports(folder.resolve("again-" + commands));
            var first = imports.read(FIRST);
            imports.log.breakAfter(commands);
            assertThat(imports.read(otherBytes(FIRST, "newlines")).state()).isEqualTo(State.FAILED);
            imports.log.breakAfter(Long.MAX_VALUE);

            var resumed = imports.read(otherBytes(FIRST, "newlines"));

            assertThat(resumed.state()).isEqualTo(State.COMPLETED);
            assertThat(resumed.setsSeenBefore()).isEqualTo(1);
            assertThat(seenAgain(imports)).isEqualTo(Map.of(first.importId(), List.of(1)));
        }
    }

    @Test
    void a_set_without_its_end_is_never_known() {
        var imports = new Imports(folder);
        var cut = FIRST.substring(0, FIRST.indexOf("SE*"));
        imports.read(cut);

        var again = imports.read(cut.replace("~", "~\n"));

        assertThat(again.transactionSets()).isZero();
        assertThat(again.setsSeenBefore()).isZero();
        assertThat(sets(imports)).isEmpty();
    }

    @Test
    void all_sets_of_a_file_of_very_many_are_known() {
        var imports = new Imports(folder);
        var many = IntStream.range(0, 2_300)
                .mapToObj(no -> Interchanges.denial("ACC-" + no, "20260227", "TRACE" + no, "P" + no))
                .collect(Collectors.joining());
        assertThat(imports.read(many).stored()).isEqualTo(2_300);

        var again = imports.read(many.replace("~", "~\n"));

        assertThat(again.setsSeenBefore()).isEqualTo(2_300);
        assertThat(again.seenBefore()).isEqualTo(2_300);
    }

    @Test
    void a_dry_run_names_the_sets_that_came_before_and_makes_none_known() throws IOException {
        var imports = new Imports(folder);
        assertThat(imports.dryRun(FIRST).setsSeenBefore()).isZero();
        assertThat(sets(imports)).isEmpty();
        imports.read(FIRST);

        var dry = imports.dryRun(otherBytes(FIRST, "wrapped"));

        assertThat(dry.setsSeenBefore()).isEqualTo(1);
        assertThat(dry.seenBefore()).isEqualTo(1);
        assertThat(seenAgain(imports)).isEmpty();
    }

    @Test
    void the_same_bytes_again_name_all_sets_of_the_file() {
        var imports = new Imports(folder);
        var first = imports.read(FIRST + SECOND);

        assertThat(imports.read(FIRST + SECOND).state()).isEqualTo(State.SEEN_AGAIN);

        assertThat(seenAgain(imports)).isEqualTo(Map.of(first.importId(), List.of(2)));
    }

    private static List<DirectoryEntry> sets(Imports imports) {
        return imports.log.directory().stream()
                .filter(it -> it.kind().equals(KnownSets.KIND))
                .toList();
    }

    private static Map<UUID, List<Integer>> seenAgain(Imports imports) {
        return imports.log.facts().stream()
                .filter(it -> it.event() instanceof ImportSeenAgain)
                .collect(Collectors.groupingBy(
                        MemoryLog.Kept::stream,
                        Collectors.mapping(
                                it -> ((ImportSeenAgain) it.event()).transactionSets(), Collectors.toList())));
    }
}
