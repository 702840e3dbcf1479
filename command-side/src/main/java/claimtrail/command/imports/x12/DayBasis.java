package claimtrail.command.imports.x12;

/// Which day stands for the day of a decision.
public enum DayBasis {
    /// BPR16.
    PAYMENT,
    /// DTM*405.
    PRODUCTION,
    /// GS04, else ISA09.
    ENVELOPE
}
