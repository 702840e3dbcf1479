package claimtrail.command.imports.x12;

/// A transaction set met by a survey.
///
/// @param number its number in the file, from 1, as [Place#transaction] has it
/// @param type ST01
/// @param firstSegment the segment number of its ST
/// @param fingerprint SHA-256 of its canonical form
/// @param cut it ends without SE
public record SurveyedSet(int number, String type, long firstSegment, byte[] fingerprint, boolean cut) {}
