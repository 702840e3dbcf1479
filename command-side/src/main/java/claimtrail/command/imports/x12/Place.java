package claimtrail.command.imports.x12;

/// Where a record stands in its file.
///
/// @param transaction number of the transaction set in the file, from 1
/// @param firstSegment number of its first segment in the file, from 1
/// @param lastSegment number of its last segment
/// @param from first byte of its first segment
/// @param to the byte after its last segment, terminator not included
public record Place(int transaction, long firstSegment, long lastSegment, long from, long to) {}
