package claimtrail.command.provider;

import static claimtrail.command.provider.PracticeRefusal.PRACTICE_ID_TAKEN;
import static claimtrail.command.provider.PracticeRefusal.TIME_ZONE_INVALID;
import static org.assertj.core.api.Assertions.assertThat;

import claimtrail.command.Command;
import claimtrail.command.Spec;
import claimtrail.command.provider.RegisterCommand.RegisterPractice;
import claimtrail.command.store.DirectoryEntry;
import claimtrail.event.ExternalId;
import claimtrail.event.provider.PracticeEvent;
import claimtrail.event.provider.PracticeEvent.PracticeRegistered;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// A practice joins once, in a time zone that exists.
class RegisterPracticeTest {

    private static final UUID PRACTICE = new UUID(1, 1);
    private static final ExternalId NUMBER = new ExternalId("portal", "PRAC-1");

    private final Spec<Practice, RegisterPractice, PracticeEvent, PracticeRefusal> spec =
            new Spec<>(new Practice.Unknown(), Practice::after, PracticeDecider::decide);

    @Test
    void a_practice_joins_and_is_found_by_its_number() {
        var accepted =
                spec.given().when(register("Austin Ortho", "America/Chicago")).accepted();

        assertThat(accepted.events())
                .containsExactly(new PracticeRegistered(NUMBER, "Austin Ortho", "America/Chicago", null, null, false));
        assertThat(accepted.directory())
                .containsExactly(new DirectoryEntry(Command.PLATFORM, "practice", "PRAC-1", PRACTICE));
    }

    @Test
    void the_same_again_is_no_second_fact() {
        spec.asked(register("A", "UTC")).when(register("A", "UTC")).thenNothing();
    }

    @Test
    void the_refusals_stand_in_this_order() {
        spec.asked(register("A", "UTC")).when(register("B", "Mars/Olympus")).thenRefused(PRACTICE_ID_TAKEN);
        spec.given().when(register("B", "Mars/Olympus")).thenRefused(TIME_ZONE_INVALID);
    }

    private static RegisterPractice register(String name, String timeZone) {
        return new RegisterPractice(PRACTICE, NUMBER, name, timeZone, null, null, false);
    }
}
