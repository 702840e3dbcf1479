package claimtrail.command.imports.x12;

/// The transaction sets we read.
public enum SetKind {
    /// 837, professional or institutional: claims sent.
    SUBMISSION,
    /// 835: claims decided and paid.
    REMITTANCE,
    /// 277 with BHT01 0085: claims accepted or rejected before adjudication.
    ACKNOWLEDGEMENT,
    /// Any other; its segments are passed over.
    OTHER
}
