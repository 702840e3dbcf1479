package claimtrail.command.imports.x12;

/// What a reader of X12 hands on.
///
/// Claims, decisions, acknowledgements and provider adjustments are the records an import counts; a payment header and
/// a
/// transaction set frame them.
public sealed interface X12Record
        permits SubmittedClaim, RemittedClaim, Acknowledgement, ProviderAdjustment, PaymentHeader, TransactionSet {

    /// Where it stands in the file.
    Place place();
}
