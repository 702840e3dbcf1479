package claimtrail.command.job;

import java.time.LocalTime;
import java.util.List;

/// Work that is done every day at some times, by one node. Whoever it is may die in the middle: then it starts anew.
public interface Job {

    /// Its name in addresses and in the timetable: `pattern-check`.
    String name();

    /// What it does, in a sentence for people.
    String does();

    /// When it runs, in the zone of the jobs; at least once a day.
    List<LocalTime> at();

    /// Does it.
    ///
    /// @throws RuntimeException if it could not be done; the run is kept as failed, with the reason
    Found run();
}
