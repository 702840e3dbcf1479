package claimtrail.command.pattern;

import static claimtrail.command.pattern.PatternRefusal.PATTERN_ID_TAKEN;
import static claimtrail.command.pattern.PatternRefusal.PATTERN_UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import claimtrail.command.Spec;
import claimtrail.command.pattern.PatternCommand.DeclarePattern;
import claimtrail.command.pattern.PatternCommand.SetGuidance;
import claimtrail.command.store.DirectoryEntry;
import claimtrail.event.ExternalId;
import claimtrail.event.pattern.PatternEvent;
import claimtrail.event.pattern.PatternEvent.GuidanceSet;
import claimtrail.event.pattern.PatternEvent.Origin;
import claimtrail.event.pattern.PatternEvent.PatternDetected;
import claimtrail.event.pattern.PatternEvent.RecoveryStatus;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

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
