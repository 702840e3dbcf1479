package claimtrail.metric.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import claimtrail.event.Recorded;
import claimtrail.event.pattern.PatternEvent;
import claimtrail.event.pattern.PatternEvent.GuidanceSet;
import claimtrail.event.pattern.PatternEvent.Origin;
import claimtrail.event.pattern.PatternEvent.PatternDetected;
import claimtrail.event.pattern.PatternEvent.RecoveryStatus;
import claimtrail.metric.Log;
import claimtrail.metric.Measure;
import claimtrail.metric.Posting;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What patterns post.
class PatternFoldTest {

    private static final LocalDate ON = LocalDate.of(2026, 2, 1);

    @Test
    void a_pattern_counts_as_detected_and_active_from_its_day_and_guidance_counts_nothing() {
        var fold = new PatternFold();
        var standing = fold.start();
        var postings = new ArrayList<Posting>();
        for (var fact : new Log().add("pattern", detected(), guidance()).facts()) {
            var step = fold.step(standing, new Recorded<>(fact.envelope(), (PatternEvent) fact.event()));
            standing = step.standing();
            postings.addAll(step.postings());
        }
        assertThat(postings)
                .extracting(each -> each.cell().measure() + " " + each.cell().facet() + each.amount())
                .containsExactly(Measure.PATTERNS_DETECTED + " 1", Measure.PATTERNS_IN_STATUS + " ACTIVE1");
        assertThat(postings).allMatch(each -> each.cell().eventDay().equals(ON));
        assertThat(fold.read(fold.write(standing))).isEqualTo(standing);
    }

    private static PatternDetected detected() {
        return new PatternDetected(
                null,
                Origin.DECLARED,
                null,
                null,
                "MOD25",
                "modifier",
                "Modifier 25",
                List.of("99213"),
                ON,
                null,
                null,
                null,
                List.of(),
                null,
                null);
    }

    private static GuidanceSet guidance() {
        return new GuidanceSet(ON, null, null, null, null, RecoveryStatus.RECOVERABLE, "coding", List.of(), List.of());
    }
}
