package claimtrail.command.imports.x12;

/// A diagnosis of an HI segment.
///
/// @param qualifier ABK, ABF, ABJ, APR, ABN (ICD-10) or BK, BF, BJ, PR, BN (ICD-9)
/// @param code without dot
public record Diagnosis(String qualifier, String code) {}
