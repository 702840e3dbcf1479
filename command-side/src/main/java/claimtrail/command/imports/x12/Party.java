package claimtrail.command.imports.x12;

import org.jspecify.annotations.Nullable;

/// A practice, clinician or payer as the file names it, not a patient.
///
/// @param qualifier NM108, N103: XX = NPI, PI and XV = payer number, FI = tax id
/// @param id NM109, N104
/// @param taxId REF*EI, REF*SY, REF*TJ
/// @param taxonomy PRV03
/// @param otherId REF*2U: another number of a payer
public record Party(
        @Nullable String name,
        @Nullable String qualifier,
        @Nullable String id,
        @Nullable String taxId,
        @Nullable String taxonomy,
        @Nullable String otherId) {

    static Party of(@Nullable String name, @Nullable String qualifier, @Nullable String id) {
        return new Party(name, qualifier, id, null, null, null);
    }

    /// The id when it is a National Provider Identifier.
    public @Nullable String npi() {
        return "XX".equals(qualifier) ? id : null;
    }

    Party withTaxId(@Nullable String number) {
        return new Party(name, qualifier, id, number, taxonomy, otherId);
    }

    Party withTaxonomy(@Nullable String code) {
        return new Party(name, qualifier, id, taxId, code, otherId);
    }

    Party withOtherId(@Nullable String number) {
        return new Party(name, qualifier, id, taxId, taxonomy, number);
    }
}
