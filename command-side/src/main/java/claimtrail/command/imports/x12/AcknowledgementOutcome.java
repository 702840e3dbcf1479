package claimtrail.command.imports.x12;

/// What a 277CA says of a claim.
public enum AcknowledgementOutcome {
    /// Goes to adjudication.
    ACCEPTED,
    /// Was never adjudicated: not a denial.
    REJECTED,
    /// Forwarded, split or not found.
    REPORTED
}
