package claimtrail.command.provider;

import static claimtrail.command.provider.PracticeRefusal.PRACTICE_ID_TAKEN;
import static claimtrail.command.provider.PracticeRefusal.TIME_ZONE_INVALID;

import claimtrail.command.Command;
import claimtrail.command.Decision;
import claimtrail.command.provider.RegisterCommand.RegisterPractice;
import claimtrail.command.store.DirectoryEntry;
import claimtrail.event.provider.PracticeEvent;
import claimtrail.event.provider.PracticeEvent.PracticeRegistered;
import java.time.ZoneId;
import java.util.List;

/// Decides what is asked of a practice.
public final class PracticeDecider {

    private PracticeDecider() {}

    public static Decision<PracticeEvent, PracticeRefusal> decide(Practice practice, RegisterPractice command) {
        var registered = new PracticeRegistered(
                command.number(),
                command.name(),
                command.timeZone(),
                command.taxId(),
                command.specialty(),
                command.simulated());
        return switch (practice) {
            case Practice.Registered it when it.registered().equals(registered) -> Decision.seenBefore();
            case Practice.Registered _ -> Decision.refuse(PRACTICE_ID_TAKEN, "/number");
            case Practice.Unknown _
            when !ZoneId.getAvailableZoneIds().contains(command.timeZone()) ->
                Decision.refuse(TIME_ZONE_INVALID, "/timeZone");
            case Practice.Unknown _ -> Decision.accept(List.of(registered), List.of(number(command)), List.of());
        };
    }

    private static DirectoryEntry number(RegisterPractice command) {
        return new DirectoryEntry(Command.PLATFORM, "practice", command.number().value(), command.practice());
    }
}
