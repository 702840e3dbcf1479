package claimtrail.command.imports;

import static claimtrail.command.imports.ImportRefusal.FILE_IN_PROGRESS;
import static claimtrail.command.imports.ImportRefusal.FILE_TOO_LARGE;
import static claimtrail.command.imports.ImportRefusal.FORMAT_INVALID;
import static claimtrail.command.imports.ImportRefusal.PROFILE_INVALID;
import static claimtrail.command.imports.ImportRefusal.RECORD_NOT_HELD;
import static claimtrail.command.imports.ImportRefusal.RECORD_UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import claimtrail.command.Spec;
import claimtrail.command.imports.ImportCommand.CompleteImport;
import claimtrail.command.imports.ImportCommand.JudgeRecord;
import claimtrail.command.imports.ImportCommand.NoteRecord;
import claimtrail.command.imports.ImportCommand.SeeAgain;
import claimtrail.command.imports.ImportCommand.StartImport;
import claimtrail.command.store.VaultEntry;
import claimtrail.event.imports.ImportEvent;
import claimtrail.event.imports.ImportEvent.Format;
import claimtrail.event.imports.ImportEvent.ImportCompleted;
import claimtrail.event.imports.ImportEvent.ImportSeenAgain;
import claimtrail.event.imports.ImportEvent.ImportStarted;
import claimtrail.event.imports.ImportEvent.RecordJudged;
import claimtrail.event.imports.ImportEvent.RecordNoted;
import claimtrail.event.imports.ImportEvent.Severity;
import claimtrail.event.imports.ImportEvent.Verdict;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// A file is taken in once; a crash leaves it where it was, and the same bytes are only seen again.
class ImportDeciderTest {

    private static final UUID FILE = new UUID(1, 1);
    private static final UUID PRACTICE = new UUID(2, 1);
    private static final LocalDate RECEIVED_ON = LocalDate.of(2026, 3, 2);
    private static final StartImport START = start(Format.X12_835, true, 100, false);
    private static final RecordNoted HELD = note("12", Severity.HELD, "DECISION_SUSPECTED_DUPLICATE", null);

    private final Spec<Import, ImportCommand, ImportEvent, ImportRefusal> spec =
            new Spec<>(new Import.Unknown(), Import::after, ImportDecider::decide);

    @Test
    void a_file_of_the_largest_size_is_read() {
        spec.given().when(START).then(new ImportStarted("ab", 100, Format.X12_835, "835", "1", RECEIVED_ON, null));
    }

    @Test
    void after_a_crash_it_goes_on_and_after_completion_it_is_seen_again() {
        spec.asked(START).when(START).thenNothing();
        spec.asked(START, complete(3)).when(START).then(new ImportSeenAgain(2));
        spec.asked(START, complete(3)).when(start(null, false, 999, true)).then(new ImportSeenAgain(2));
    }

    @Test
    void the_refusals_of_a_start_stand_in_this_order() {
        spec.given().when(start(null, false, 101, true)).thenRefused(FORMAT_INVALID);
        spec.given().when(start(Format.CSV, false, 101, true)).thenRefused(PROFILE_INVALID);
        spec.given().when(start(Format.CSV, true, 101, true)).thenRefused(FILE_TOO_LARGE);
        spec.given().when(start(Format.CSV, true, 100, true)).thenRefused(FILE_IN_PROGRESS);
        spec.asked(START).when(start(Format.X12_835, true, 100, true)).thenRefused(FILE_IN_PROGRESS);
    }

    @Test
    void a_finding_is_noted_once() {
        var other = note("12", Severity.WARNING, "CARC_UNKNOWN", "CAS02");
        var otherField = note("12", Severity.WARNING, "CARC_UNKNOWN", "CAS05");

        spec.asked(START).when(notes(HELD, HELD, other)).then(HELD, other);
        spec.asked(START, notes(HELD, other)).when(notes(HELD, other)).thenNothing();
        spec.asked(START, notes(HELD, other)).when(notes(other, otherField)).then(otherField);
        assertThat(spec.asked(START, notes(HELD), complete(1))
                        .when(notes(other))
                        .events())
                .hasSize(1);
    }

    @Test
    void ten_thousand_findings_are_remembered() {
        var many = IntStream.range(0, 10_000)
                .mapToObj(it -> note(String.valueOf(it), Severity.WARNING, "CARC_UNKNOWN", null))
                .toArray(RecordNoted[]::new);

        spec.asked(START, notes(many)).when(notes(many)).thenNothing();
    }

    @Test
    void it_is_completed_once_whatever_a_second_reading_counts() {
        assertThat(spec.asked(START).when(complete(3)).events()).hasSize(1);
        spec.asked(START, complete(3)).when(complete(4)).thenNothing();
    }

    @Test
    void transaction_sets_may_come_again_in_other_bytes_any_number_of_times() {
        var again = new SeeAgain(FILE, PRACTICE, 1);

        spec.asked(START, complete(3)).when(again).then(new ImportSeenAgain(1));
        spec.asked(START, complete(3), again).when(again).then(new ImportSeenAgain(1));
    }

    @Test
    void a_held_record_is_judged_once_with_its_reason_in_the_vault() {
        var held = spec.asked(START, notes(HELD));

        var accepted = held.when(judge("12", Verdict.ACCEPTED, 1)).accepted();
        assertThat(accepted.events())
                .containsExactly(new RecordJudged("12", Verdict.ACCEPTED, RECEIVED_ON, new UUID(8, 1)));
        assertThat(accepted.vault()).hasSize(1);
        held.and(judge("12", Verdict.ACCEPTED, 1))
                .when(judge("12", Verdict.ACCEPTED, 2))
                .thenNothing();
    }

    @Test
    void the_refusals_of_a_verdict_stand_in_this_order() {
        var noted = spec.asked(START, notes(note("13", Severity.REFUSED, "AMOUNT_UNREADABLE", null), HELD));

        noted.when(judge("14", Verdict.ACCEPTED, 1)).thenRefused(RECORD_UNKNOWN);
        noted.when(judge("13", Verdict.ACCEPTED, 1)).thenRefused(RECORD_NOT_HELD);
        noted.and(judge("12", Verdict.ACCEPTED, 1))
                .when(judge("12", Verdict.DISCARDED, 1))
                .thenRefused(RECORD_NOT_HELD);
    }

    @Test
    void of_a_file_nobody_started_nothing_is_known() {
        spec.given().when(notes(HELD)).thenRefused(RECORD_UNKNOWN);
        spec.given().when(complete(1)).thenRefused(RECORD_UNKNOWN);
        spec.given().when(new SeeAgain(FILE, PRACTICE, 1)).thenRefused(RECORD_UNKNOWN);
        spec.given().when(judge("12", Verdict.ACCEPTED, 1)).thenRefused(RECORD_UNKNOWN);
    }

    private static StartImport start(@Nullable Format format, boolean profileKnown, long bytes, boolean beingRead) {
        return new StartImport(
                FILE, PRACTICE, "ab", bytes, 100, format, "835", profileKnown, "1", RECEIVED_ON, null, beingRead, 2);
    }

    private static NoteRecord notes(RecordNoted... notes) {
        return new NoteRecord(FILE, PRACTICE, List.of(notes), List.of());
    }

    private static RecordNoted note(String place, Severity severity, String code, @Nullable String field) {
        return new RecordNoted(place, 0, 10, severity, code, field, null);
    }

    private static CompleteImport complete(int read) {
        return new CompleteImport(
                FILE, PRACTICE, new ImportCompleted(read, read, 0, 0, 0, 0, Map.of(), read, 5), List.of());
    }

    private static JudgeRecord judge(String place, Verdict verdict, long ref) {
        var reason = new VaultEntry(new UUID(8, ref), PRACTICE, PRACTICE, new byte[] {'{', '}'});
        return new JudgeRecord(FILE, PRACTICE, place, verdict, RECEIVED_ON, reason);
    }
}
