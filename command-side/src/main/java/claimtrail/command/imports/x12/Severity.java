package claimtrail.command.imports.x12;

/// What a finding means for the record it was made on.
public enum Severity {
    /// Stored, but something is doubtful.
    WARNING,
    /// Waits for a person.
    HELD,
    /// Not stored.
    REFUSED
}
