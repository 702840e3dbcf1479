package claimtrail.command.imports.x12;

/// What a submission does to an earlier one.
public enum SubmissionKind {
    /// A new claim.
    ORIGINAL,
    /// Takes the place of an earlier one.
    REPLACEMENT,
    /// Takes an earlier one back.
    VOID
}
