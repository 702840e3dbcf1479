package claimtrail.command.imports.x12;

import org.jspecify.annotations.Nullable;

/// Everything of a record that belongs into the vault.
///
/// @param person the patient; null when only the insured is named and may be somebody else
/// @param insured NM1*IL
/// @param corrected NM1*74: what the payer holds instead
/// @param group SBR03
/// @param relationship SBR02, PAT01
/// @param note NTE02, joined by newlines
public record Patient(
        @Nullable Person person,
        @Nullable Person insured,
        @Nullable Person corrected,
        @Nullable String group,
        @Nullable String relationship,
        @Nullable String note) {

    @Override
    public String toString() {
        return "Patient[for the vault]";
    }
}
