package claimtrail.command.imports.x12;

import org.jspecify.annotations.Nullable;

/// Numbers a submitted claim refers to.
///
/// @param payerControlNumber REF*F8: the payer's number of the claim replaced or voided
/// @param authorization REF*G1
/// @param referral REF*9F
/// @param clearinghouse REF*D9
/// @param attachment PWK06
public record ClaimNumbers(
        @Nullable String payerControlNumber,
        @Nullable String authorization,
        @Nullable String referral,
        @Nullable String clearinghouse,
        @Nullable String attachment) {}
