package claimtrail.command.imports;

import claimtrail.command.Refusal;

/// Why something asked of an import is refused, in order of precedence.
public enum ImportRefusal implements Refusal {
    FORMAT_INVALID,
    PROFILE_INVALID,
    FILE_TOO_LARGE,
    FILE_IN_PROGRESS,
    /// Nothing is known of this record, or of the file it should stand in.
    RECORD_UNKNOWN,
    RECORD_NOT_HELD
}
