package claimtrail.command.imports;

import claimtrail.command.web.Caller;
import claimtrail.command.web.Malformed;
import claimtrail.command.web.Practices;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// For whom somebody hands files in, and which day it is there.
@Component
final class CallersPractice {

    private final Practices practices;
    private final Clock clock;

    CallersPractice(Practices practices, Clock clock) {
        this.practices = practices;
        this.clock = clock;
    }

    /// The practice that the caller names.
    ///
    /// @throws Malformed if it names none
    /// @throws ImportRefused `PRACTICE_UNKNOWN`
    UUID of(Caller caller) {
        if (caller.practice() == null) {
            throw new Malformed("", "Name the practice: header X-Practice, its id or number.");
        }
        return practices
                .practice(caller.practice())
                .orElseThrow(() -> new ImportRefused(null, "PRACTICE_UNKNOWN", 404));
    }

    /// The day of the door's clock in the practice's zone.
    LocalDate today(UUID practice) {
        return LocalDate.now(clock.withZone(practices.zone(practice)));
    }
}
