package claimtrail.query.job;

import java.time.LocalTime;

/// Work that is done every day at a time, by one node. Whoever it is may die in the middle: then it starts anew.
public interface Job {

    /// Its name in addresses and in the timetable: `nightly-proof`.
    String name();

    /// What it does, in a sentence for people.
    String does();

    /// When it runs, in the zone of the jobs.
    LocalTime at();

    /// Does it.
    ///
    /// @throws RuntimeException if it could not be done; the run is kept as failed, with the reason
    Outcome run();
}
