package claimtrail.command.learning;

import static claimtrail.command.learning.PracticeSessionRefusal.CLAIM_UNKNOWN;
import static claimtrail.command.learning.PracticeSessionRefusal.DAY_BEFORE_START;
import static claimtrail.command.learning.PracticeSessionRefusal.PATTERN_UNKNOWN;
import static claimtrail.command.learning.PracticeSessionRefusal.SCORE_ABOVE_TOTAL;
import static claimtrail.command.learning.PracticeSessionRefusal.SESSION_COMPLETED;
import static claimtrail.command.learning.PracticeSessionRefusal.SESSION_ID_TAKEN;
import static claimtrail.command.learning.PracticeSessionRefusal.SESSION_UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import claimtrail.command.Spec;
import claimtrail.command.learning.PracticeSessionCommand.ApplyCorrection;
import claimtrail.command.learning.PracticeSessionCommand.CompletePractice;
import claimtrail.command.learning.PracticeSessionCommand.StartPractice;
import claimtrail.event.ExternalId;
import claimtrail.event.learning.PracticeSessionEvent;
import claimtrail.event.learning.PracticeSessionEvent.CorrectionApplied;
import claimtrail.event.learning.PracticeSessionEvent.CorrectionKind;
import claimtrail.event.learning.PracticeSessionEvent.Kind;
import claimtrail.event.learning.PracticeSessionEvent.PracticeCompleted;
import claimtrail.event.learning.PracticeSessionEvent.PracticeStarted;
import claimtrail.event.learning.PracticeSessionEvent.Scope;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// A sitting has at most one start and one completion; a correction is dated by the day from which it holds.
class PracticeSessionDeciderTest {

    private static final UUID SESSION = new UUID(1, 1);
    private static final UUID PRACTICE = new UUID(2, 1);
    private static final UUID PATTERN = new UUID(6, 1);
    private static final UUID CLAIM = new UUID(7, 1);
    /// Half past one in the night of March 3 in UTC is still March 2 in Austin.
    private static final Instant STARTED_AT = Instant.parse("2026-03-03T01:30:00Z");

    private static final LocalDate STARTED_ON = LocalDate.of(2026, 3, 2);
    private static final StartPractice START = start("user-1");

    private final Spec<PracticeSession, PracticeSessionCommand, PracticeSessionEvent, PracticeSessionRefusal> spec =
            in(new Surroundings(true, true, ZoneId.of("America/Chicago")));
    private final Spec<PracticeSession, PracticeSessionCommand, PracticeSessionEvent, PracticeSessionRefusal> unknown =
            in(new Surroundings(false, false, ZoneId.of("America/Chicago")));

    @Test
    void a_sitting_starts_once_and_is_found_by_its_number() {
        var accepted = spec.given().when(START).accepted();

        assertThat(accepted.events()).containsExactly(START.started());
        assertThat(accepted.directory().getFirst().key()).isEqualTo("portal|S-1");
        spec.asked(START).when(START).thenNothing();
        spec.asked(START, complete(3, 4, STARTED_AT)).when(START).thenNothing();
    }

    @Test
    void the_refusals_of_a_start_stand_in_this_order() {
        var started = spec.asked(START).state();

        assertThat(PracticeSessionDecider.decide(started, start("user-2"), unknownSurroundings()))
                .hasToString("Refused[because=PATTERN_UNKNOWN, field=/pattern]");
        unknown.given().when(START).thenRefused(PATTERN_UNKNOWN);
        spec.asked(START).when(start("user-2")).thenRefused(SESSION_ID_TAKEN);
        spec.asked(correct(STARTED_ON, null)).when(START).thenRefused(SESSION_ID_TAKEN);
    }

    @Test
    void a_sitting_is_completed_once_with_at_most_all_answers_right() {
        var started = spec.asked(START);

        assertThat(started.when(complete(4, 4, STARTED_AT)).events()).hasSize(1);
        started.when(complete(5, 4, STARTED_AT)).thenRefused(SCORE_ABOVE_TOTAL);
        assertThat(started.when(complete(null, null, STARTED_AT)).events()).hasSize(1);
        started.and(complete(4, 4, STARTED_AT)).when(complete(4, 4, STARTED_AT)).thenNothing();
    }

    @Test
    void the_refusals_of_a_completion_stand_in_this_order() {
        var before = STARTED_AT.minusSeconds(24 * 3600);

        spec.given().when(complete(5, 4, before)).thenRefused(SESSION_UNKNOWN);
        spec.asked(correct(STARTED_ON, null)).when(complete(5, 4, before)).thenRefused(SESSION_UNKNOWN);
        spec.asked(START, complete(4, 4, STARTED_AT))
                .when(complete(5, 4, before))
                .thenRefused(SESSION_COMPLETED);
        spec.asked(START).when(complete(5, 4, before)).thenRefused(SCORE_ABOVE_TOTAL);
        spec.asked(START).when(complete(4, 4, before)).thenRefused(DAY_BEFORE_START);
    }

    @Test
    void a_correction_is_applied_in_any_state_from_the_day_of_the_start_on() {
        assertThat(spec.given().when(correct(STARTED_ON.minusDays(9), null)).events())
                .hasSize(1);
        assertThat(spec.asked(START).when(correct(STARTED_ON, null)).events()).hasSize(1);
        spec.asked(START).when(correct(STARTED_ON.minusDays(1), null)).thenRefused(DAY_BEFORE_START);
        var completed = spec.asked(START, complete(4, 4, STARTED_AT));
        assertThat(completed.when(correct(STARTED_ON, null)).events()).hasSize(1);
        assertThat(completed.and(correct(STARTED_ON, null)).state()).isInstanceOf(PracticeSession.Completed.class);
    }

    @Test
    void the_same_correction_again_is_no_second_fact_and_other_content_is_refused() {
        spec.asked(correct(STARTED_ON, null)).when(correct(STARTED_ON, null)).thenNothing();
        spec.asked(correct(STARTED_ON, null))
                .when(correct(STARTED_ON, null, Scope.LAB))
                .thenRefused(SESSION_ID_TAKEN);
        assertThat(spec.asked(correct(STARTED_ON, null))
                        .when(correct(STARTED_ON, CLAIM))
                        .events())
                .hasSize(1);
    }

    @Test
    void the_refusals_of_a_correction_stand_in_this_order() {
        var claimUnknown = in(new Surroundings(true, false, ZoneId.of("America/Chicago")));
        var early = STARTED_ON.minusDays(1);

        unknown.given().when(correct(early, CLAIM)).thenRefused(PATTERN_UNKNOWN);
        claimUnknown.asked(START).when(correct(early, CLAIM)).thenRefused(CLAIM_UNKNOWN);
        claimUnknown.asked(START).when(correct(early, null)).thenRefused(DAY_BEFORE_START);
    }

    private static Spec<PracticeSession, PracticeSessionCommand, PracticeSessionEvent, PracticeSessionRefusal> in(
            Surroundings surroundings) {
        return new Spec<>(
                new PracticeSession.Unknown(),
                PracticeSession::after,
                (session, command) -> PracticeSessionDecider.decide(session, command, surroundings));
    }

    private static Surroundings unknownSurroundings() {
        return new Surroundings(false, false, ZoneId.of("America/Chicago"));
    }

    private static StartPractice start(String user) {
        return new StartPractice(
                SESSION,
                PRACTICE,
                new PracticeStarted(new ExternalId("portal", "S-1"), user, PATTERN, Kind.GUIDED, null, STARTED_AT));
    }

    private static CompletePractice complete(@Nullable Integer correct, @Nullable Integer total, Instant at) {
        return new CompletePractice(SESSION, PRACTICE, new PracticeCompleted(at, 60, correct, total, null));
    }

    private static ApplyCorrection correct(LocalDate on, @Nullable UUID claim) {
        return correct(on, claim, Scope.FUTURE_CLAIMS);
    }

    private static ApplyCorrection correct(LocalDate on, @Nullable UUID claim, Scope scope) {
        return new ApplyCorrection(
                SESSION,
                PRACTICE,
                new CorrectionApplied(
                        null, "user-1", PATTERN, CorrectionKind.ADD_MODIFIER, on, STARTED_AT, scope, claim));
    }
}
