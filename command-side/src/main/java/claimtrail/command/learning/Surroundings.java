package claimtrail.command.learning;

import java.time.ZoneId;

/// What a sitting cannot know by itself.
///
/// @param patternKnown the pattern named is one of this practice
/// @param claimKnown the claim named is one of this practice; true where none is named
/// @param zone the practice's time zone, in which the day of an instant is read
public record Surroundings(boolean patternKnown, boolean claimKnown, ZoneId zone) {}
