package claimtrail.command.imports.x12;

/// The end of a transaction set.
///
/// @param cut the file, group or interchange ended without an SE
/// @param records records it held
public record TransactionSet(Place place, Envelope envelope, SetKind kind, boolean cut, long records)
        implements X12Record {}
