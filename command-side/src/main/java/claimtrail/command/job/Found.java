package claimtrail.command.job;

import java.util.List;

/// What a run found that should not be there. Anything is an alarm.
///
/// @param says what the run came to, in a sentence
/// @param asOf the log position it looked up to
/// @param things what should not be there; nothing where all is well
public record Found(String says, long asOf, List<Thing> things) {

    public Found {
        things = List.copyOf(things);
    }

    /// Something that should not be there.
    ///
    /// @param what what it is
    /// @param where where it is; no patient
    public record Thing(String what, String where) {}
}
