package claimtrail.command.pattern;

import static claimtrail.command.pattern.PatternRefusal.BASELINE_FIXED;
import static claimtrail.command.pattern.PatternRefusal.DETECTOR_INVALID;
import static claimtrail.command.pattern.PatternRefusal.EVIDENCE_MISSING;
import static claimtrail.command.pattern.PatternRefusal.EVIDENCE_TOO_SMALL;
import static claimtrail.command.pattern.PatternRefusal.PATTERN_ID_TAKEN;
import static claimtrail.command.pattern.PatternRefusal.PATTERN_UNKNOWN;
import static claimtrail.command.pattern.PatternRefusal.STATUS_UNCHANGED;
import static claimtrail.command.pattern.PatternRefusal.TRANSITION_NOT_ALLOWED;
import static claimtrail.command.pattern.PatternRefusal.WINDOW_REVERSED;
import static org.assertj.core.api.Assertions.assertThat;

import claimtrail.command.Spec;
import claimtrail.command.pattern.PatternCommand.ChangePatternStatus;
import claimtrail.command.pattern.PatternCommand.DeclarePattern;
import claimtrail.command.pattern.PatternCommand.DetectPattern;
import claimtrail.command.pattern.PatternCommand.FixBaseline;
import claimtrail.command.pattern.PatternCommand.MovePattern;
import claimtrail.command.pattern.PatternCommand.RecordPatternAction;
import claimtrail.command.pattern.PatternCommand.SetGuidance;
import claimtrail.command.store.DirectoryEntry;
import claimtrail.command.store.VaultEntry;
import claimtrail.denial.detection.Threshold;
import claimtrail.event.ExternalId;
import claimtrail.event.pattern.PatternEvent;
import claimtrail.event.pattern.PatternEvent.ActionRecorded;
import claimtrail.event.pattern.PatternEvent.ActionType;
import claimtrail.event.pattern.PatternEvent.BaselineFixed;
import claimtrail.event.pattern.PatternEvent.Counts;
import claimtrail.event.pattern.PatternEvent.GuidanceSet;
import claimtrail.event.pattern.PatternEvent.Origin;
import claimtrail.event.pattern.PatternEvent.PatternDetected;
import claimtrail.event.pattern.PatternEvent.RecoveryStatus;
import claimtrail.event.pattern.PatternEvent.Status;
import claimtrail.event.pattern.PatternEvent.StatusCause;
import claimtrail.event.pattern.PatternEvent.StatusChanged;
import claimtrail.event.pattern.PatternEvent.Window;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A pattern is told of once; guidance may be set again and again.
class PatternDeciderTest {

    private static final UUID PATTERN = new UUID(1, 1);
    private static final UUID PRACTICE = new UUID(2, 1);
    private static final LocalDate MARCH_2 = LocalDate.of(2026, 3, 2);
    private static final ExternalId NUMBER = new ExternalId("portal", "PAT-1");

    private final Spec<Pattern, PatternCommand, PatternEvent, PatternRefusal> spec =
            new Spec<>(new Pattern.Unknown(), Pattern::after, PatternDecider::decide);

    @Test
    void a_pattern_is_declared_and_found_by_its_number_where_it_has_one() {
        var accepted = spec.given().when(declare(NUMBER, "Modifier 25")).accepted();

        assertThat(accepted.events())
                .containsExactly(declare(NUMBER, "Modifier 25").declared());
        assertThat(accepted.directory())
                .containsExactly(new DirectoryEntry(PRACTICE, "pattern", "portal|PAT-1", PATTERN));
        assertThat(spec.given().when(declare(null, "Modifier 25")).accepted().directory())
                .isEmpty();
    }

    @Test
    void the_same_again_is_no_second_fact_and_other_content_is_refused() {
        spec.asked(declare(NUMBER, "A")).when(declare(NUMBER, "A")).thenNothing();
        spec.asked(declare(NUMBER, "A")).when(declare(NUMBER, "B")).thenRefused(PATTERN_ID_TAKEN);
    }

    @Test
    void guidance_is_for_a_pattern_that_is_known_and_the_same_is_set_once() {
        spec.given().when(guide("Add 25")).thenRefused(PATTERN_UNKNOWN);
        var known = spec.asked(declare(NUMBER, "A"), guide("Add 25"));
        known.when(guide("Add 25")).thenNothing();
        known.when(guide("Add 59")).then(guide("Add 59").guidance());
        known.and(guide("Add 59")).when(guide("Add 25")).thenNothing();
    }

    @Test
    void what_was_done_is_recorded_once_and_moves_no_status() {
        var training = act(ActionType.STAFF_TRAINING, new UUID(5, 1));
        spec.given().when(training).thenRefused(PATTERN_UNKNOWN);
        var known = spec.asked(declare(NUMBER, "A"));
        var accepted = known.when(training).accepted();
        assertThat(accepted.events()).containsExactly(training.action());
        assertThat(accepted.vault()).extracting(VaultEntry::ref).containsExactly(new UUID(5, 1));
        known.and(training).when(training).thenNothing();
        var other = act(ActionType.STAFF_TRAINING, new UUID(5, 2));
        known.and(training).when(other).then(other.action());
        var unsaid = act(ActionType.RESUBMISSION, null);
        assertThat(known.when(unsaid).accepted().vault()).isEmpty();
        known.and(training).when(move(Status.ACTIVE)).thenRefused(STATUS_UNCHANGED);
    }

    @Test
    void a_person_archives_a_pattern_and_brings_it_back_and_says_nothing_of_outcomes() {
        spec.given().when(move(Status.ARCHIVED)).thenRefused(PATTERN_UNKNOWN);
        var known = spec.asked(declare(NUMBER, "A"));
        known.when(move(Status.ARCHIVED)).then(byPerson(Status.ACTIVE, Status.ARCHIVED));
        known.when(move(Status.IMPROVING)).thenRefused(TRANSITION_NOT_ALLOWED);
        known.when(move(Status.RESOLVED)).thenRefused(TRANSITION_NOT_ALLOWED);
        known.when(move(Status.ACTIVE)).thenRefused(STATUS_UNCHANGED);
        var archived = known.and(move(Status.ARCHIVED));
        archived.when(move(Status.ARCHIVED)).thenNothing();
        archived.when(new MovePattern(PATTERN, PRACTICE, Status.ARCHIVED, MARCH_2.plusDays(1)))
                .thenRefused(STATUS_UNCHANGED);
        archived.when(move(Status.ACTIVE)).then(byPerson(Status.ARCHIVED, Status.ACTIVE));
        archived.when(move(Status.RESOLVED)).thenRefused(TRANSITION_NOT_ALLOWED);
    }

    private static MovePattern move(Status to) {
        return new MovePattern(PATTERN, PRACTICE, to, MARCH_2);
    }

    private static StatusChanged byPerson(Status from, Status to) {
        return new StatusChanged(from, to, MARCH_2, StatusCause.PERSON, null, null, null, List.of());
    }

    private static RecordPatternAction act(ActionType type, @Nullable UUID note) {
        return new RecordPatternAction(
                PATTERN,
                PRACTICE,
                new ActionRecorded(type, MARCH_2, note),
                note == null ? null : new VaultEntry(note, PRACTICE, PRACTICE, new byte[] {'"', '"'}));
    }

    @Test
    void what_a_detector_found_is_known_once_whoever_finds_it_again() {
        spec.given()
                .when(detect(5, "modifier-25/1"))
                .then(detect(5, "modifier-25/1").found());
        spec.asked(detect(5, "modifier-25/1")).when(detect(6, "modifier-25/1")).thenNothing();
        spec.given().when(detect(4, "modifier-25/1")).thenRefused(EVIDENCE_TOO_SMALL);
        var three = new Threshold(3, 30, 10_000, 2, 100);
        spec.given()
                .when(detect(3, "modifier-25/1", three))
                .then(detect(3, "modifier-25/1", three).found());
        spec.given().when(detect(2, "modifier-25/1", three)).thenRefused(EVIDENCE_TOO_SMALL);
        spec.given().when(detect(5, "astrology/1")).thenRefused(DETECTOR_INVALID);
    }

    @Test
    void a_baseline_is_fixed_once_and_again_only_while_provisional() {
        var known = spec.asked(detect(5, "modifier-25/1"));

        spec.given().when(fix(MARCH_2, true)).thenRefused(PATTERN_UNKNOWN);
        known.when(fix(MARCH_2, true)).then(fix(MARCH_2, true).baseline());
        known.when(fix(MARCH_2.minusDays(60), true)).thenRefused(WINDOW_REVERSED);
        known.and(fix(MARCH_2, true)).when(fix(MARCH_2, true)).thenNothing();
        known.and(fix(MARCH_2, true))
                .when(fix(MARCH_2, false))
                .then(fix(MARCH_2, false).baseline());
        known.and(fix(MARCH_2, false)).when(fix(MARCH_2.plusDays(1), false)).thenRefused(BASELINE_FIXED);
    }

    @ParameterizedTest(name = "{0} to {1} by {2}: {3}")
    @CsvSource({
        "ACTIVE,    IMPROVING, RULE,   ",
        "ACTIVE,    RESOLVED,  RULE,   TRANSITION_NOT_ALLOWED",
        "ACTIVE,    ARCHIVED,  RULE,   TRANSITION_NOT_ALLOWED",
        "ACTIVE,    ARCHIVED,  PERSON, ",
        "ACTIVE,    ACTIVE,    RULE,   STATUS_UNCHANGED",
        "IMPROVING, RESOLVED,  RULE,   ",
        "IMPROVING, ACTIVE,    RULE,   ",
        "RESOLVED,  ACTIVE,    RULE,   ",
        "RESOLVED,  IMPROVING, RULE,   TRANSITION_NOT_ALLOWED",
        "ARCHIVED,  ACTIVE,    RULE,   TRANSITION_NOT_ALLOWED",
        "ARCHIVED,  ACTIVE,    PERSON, "
    })
    void status_changes_along_its_ways_only(
            Status from, Status to, StatusCause cause, @Nullable PatternRefusal refusal) {
        var asked = spec.asked(detect(5, "modifier-25/1"));
        if (from == Status.IMPROVING || from == Status.RESOLVED) {
            asked = asked.and(change(Status.ACTIVE, Status.IMPROVING, StatusCause.RULE));
        }
        if (from == Status.RESOLVED) {
            asked = asked.and(change(Status.IMPROVING, Status.RESOLVED, StatusCause.RULE));
        }
        if (from == Status.ARCHIVED) {
            asked = asked.and(change(Status.ACTIVE, Status.ARCHIVED, StatusCause.PERSON));
        }

        if (refusal == null) {
            asked.when(change(from, to, cause)).then(change(from, to, cause).change());
            asked.and(change(from, to, cause)).when(change(from, to, cause)).thenNothing();
        } else {
            asked.when(change(from, to, cause)).thenRefused(refusal);
        }
    }

    @Test
    void a_rule_that_changes_a_status_shows_its_counts() {
        var bare = new StatusChanged(
                Status.ACTIVE, Status.IMPROVING, MARCH_2, StatusCause.RULE, "status/1", 9L, null, List.of());

        spec.asked(detect(5, "modifier-25/1"))
                .when(new ChangePatternStatus(PATTERN, PRACTICE, bare))
                .thenRefused(EVIDENCE_MISSING);
    }

    private static DetectPattern detect(int claims, String detector) {
        return detect(claims, detector, Threshold.standard());
    }

    private static DetectPattern detect(int claims, String detector, Threshold threshold) {
        return new DetectPattern(
                PATTERN,
                PRACTICE,
                new PatternDetected(
                        null,
                        Origin.DETECTED,
                        detector,
                        "MOD25",
                        "MOD25",
                        "modifier-missing",
                        "A title",
                        List.of("99213"),
                        MARCH_2,
                        "detection/1",
                        MARCH_2.minusDays(29),
                        MARCH_2,
                        IntStream.range(0, claims)
                                .mapToObj(no -> new UUID(9, no))
                                .toList(),
                        7L,
                        null),
                threshold);
    }

    private static FixBaseline fix(LocalDate to, boolean provisional) {
        return new FixBaseline(
                PATTERN,
                PRACTICE,
                new BaselineFixed(MARCH_2.minusDays(59), to, 30, 9, 90_000, provisional, "pattern.rate/1", 8));
    }

    private static ChangePatternStatus change(Status from, Status to, StatusCause cause) {
        return new ChangePatternStatus(
                PATTERN,
                PRACTICE,
                new StatusChanged(
                        from,
                        to,
                        MARCH_2,
                        cause,
                        "status/1",
                        9L,
                        new Counts(9, 30),
                        List.of(new Window(MARCH_2.minusDays(29), MARCH_2, 1, 30))));
    }

    private static DeclarePattern declare(@Nullable ExternalId number, String title) {
        return new DeclarePattern(
                PATTERN,
                PRACTICE,
                new PatternDetected(
                        number,
                        Origin.IMPORTED,
                        null,
                        null,
                        "MOD25",
                        "modifier-missing",
                        title,
                        List.of("99213"),
                        MARCH_2,
                        null,
                        null,
                        null,
                        List.of(),
                        null,
                        null));
    }

    private static SetGuidance guide(String action) {
        return new SetGuidance(
                PATTERN,
                PRACTICE,
                new GuidanceSet(
                        MARCH_2, null, action, null, null, RecoveryStatus.RECOVERABLE, "coding", List.of(), List.of()));
    }
}
