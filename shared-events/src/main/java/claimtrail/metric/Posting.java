package claimtrail.metric;

import java.util.UUID;

/// What one event adds to one cell.
///
/// @param position place of the event in the log: the cause
/// @param ordinal place among the postings of that event, by address of the cell, dense from 0
/// @param amount never 0; in the unit of the measure
public record Posting(long position, UUID eventId, int ordinal, Cell cell, long amount) {}
