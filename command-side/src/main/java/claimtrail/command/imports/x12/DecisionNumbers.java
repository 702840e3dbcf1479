package claimtrail.command.imports.x12;

import org.jspecify.annotations.Nullable;

/// Numbers and names on a decision.
///
/// @param payerControlNumber CLP07
/// @param group REF*1L
/// @param medicalRecord REF*EA; for the vault
/// @param original REF*F8
/// @param authorization REF*G1
/// @param plan REF*CE
/// @param drg CLP11
/// @param renderingNpi NM1*82
/// @param crossoverPayer NM1*TT: to whom the payer sent the claim on
public record DecisionNumbers(
        @Nullable String payerControlNumber,
        @Nullable String group,
        @Nullable Note medicalRecord,
        @Nullable String original,
        @Nullable String authorization,
        @Nullable String plan,
        @Nullable String drg,
        @Nullable String renderingNpi,
        @Nullable Party crossoverPayer) {}
