package claimtrail.metric.learning;

import static org.assertj.core.api.Assertions.assertThat;

import claimtrail.event.DomainEvent;
import claimtrail.event.Recorded;
import claimtrail.event.learning.PracticeSessionEvent;
import claimtrail.event.learning.PracticeSessionEvent.CorrectionApplied;
import claimtrail.event.learning.PracticeSessionEvent.CorrectionKind;
import claimtrail.event.learning.PracticeSessionEvent.Kind;
import claimtrail.event.learning.PracticeSessionEvent.PracticeCompleted;
import claimtrail.event.learning.PracticeSessionEvent.PracticeStarted;
import claimtrail.event.learning.PracticeSessionEvent.Scope;
import claimtrail.metric.Log;
import claimtrail.metric.Measure;
import claimtrail.metric.Posting;
import claimtrail.metric.Tally;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What sittings and corrections post.
class SessionFoldTest {

    private static final UUID PATTERN = new UUID(3, 3);

    @Test
    void a_completed_sitting_posts_its_time_its_answers_and_its_points() {
        var tally = told(started(), completed(510, 8, 10, 3));
        assertThat(tally.sum(Measure.PRACTICE_STARTED)).isEqualTo(1);
        assertThat(tally.sum(Measure.PRACTICE_COMPLETED)).isEqualTo(1);
        assertThat(tally.sum(Measure.PRACTICE_SECONDS)).isEqualTo(510);
        assertThat(tally.sum(Measure.PRACTICE_CORRECT)).isEqualTo(8);
        assertThat(tally.sum(Measure.PRACTICE_TOTAL)).isEqualTo(10);
        assertThat(tally.sum(Measure.CORRECTIONS_REPORTED)).isEqualTo(3);
        assertThat(tally.sum(Measure.PROGRESS_POINTS)).isEqualTo(11);
    }

    @Test
    void a_sitting_earns_fifteen_points_at_most() {
        assertThat(told(started(), completed(60, null, null, 9)).sum(Measure.PROGRESS_POINTS))
                .isEqualTo(15);
    }

    @Test
    void a_sitting_without_time_and_score_posts_neither() {
        var tally = told(started(), completed(null, null, null, null));
        assertThat(tally.sum(Measure.PRACTICE_SECONDS)).isZero();
        assertThat(tally.sum(Measure.PRACTICE_TOTAL)).isZero();
        assertThat(tally.sum(Measure.PROGRESS_POINTS)).isEqualTo(5);
    }

    @Test
    void every_posting_names_the_pattern_and_stands_on_one_day_of_both_bases() {
        told(started(), completed(60, 1, 2, 0)).amounts().keySet().forEach(cell -> {
            assertThat(cell.facet()).isEqualTo(PATTERN.toString());
            assertThat(cell.eventDay()).isEqualTo(cell.cohortDay());
        });
    }

    @Test
    void a_correction_counts_on_the_day_from_which_it_holds_also_outside_a_sitting() {
        var tally = told(new CorrectionApplied(
                null,
                "-",
                PATTERN,
                CorrectionKind.ADD_MODIFIER,
                LocalDate.of(2026, 3, 1),
                Instant.parse("2026-02-20T10:00:00Z"),
                Scope.FUTURE_CLAIMS,
                null));
        assertThat(tally.sum(Measure.CORRECTIONS_APPLIED)).isEqualTo(1);
        assertThat(tally.sum(cell -> cell.eventDay().equals(LocalDate.of(2026, 3, 1))))
                .isEqualTo(1);
    }

    @Test
    void what_is_remembered_of_a_sitting_survives_being_written() {
        var fold = new SessionFold();
        var standing = fold.start().with(started()).with(completed(60, 1, 2, 0));
        assertThat(fold.read(fold.write(standing))).isEqualTo(standing);
    }

    private static PracticeSessionEvent started() {
        return new PracticeStarted(null, "-", PATTERN, Kind.GUIDED, null, Instant.parse("2026-02-20T09:00:00Z"));
    }

    private static PracticeSessionEvent completed(
            @Nullable Integer seconds,
            @Nullable Integer correct,
            @Nullable Integer total,
            @Nullable Integer corrections) {
        return new PracticeCompleted(Instant.parse("2026-02-20T09:10:00Z"), seconds, correct, total, corrections);
    }

    private static Tally told(DomainEvent... events) {
        var fold = new SessionFold();
        var standing = fold.start();
        List<Posting> postings = new ArrayList<>();
        for (var fact : new Log().add("sitting", events).facts()) {
            var step = fold.step(standing, new Recorded<>(fact.envelope(), (PracticeSessionEvent) fact.event()));
            standing = step.standing();
            postings.addAll(step.postings());
        }
        var tally = new Tally();
        postings.forEach(tally::add);
        return tally;
    }
}
