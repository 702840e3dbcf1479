package claimtrail.command.imports.x12;

import org.jspecify.annotations.Nullable;

/// Who stands on a submitted claim beside the patient.
///
/// @param billing NM1*85 with REF*EI and PRV*BI: the practice
/// @param payer NM1*PR
/// @param rendering NM1*82
/// @param attending NM1*71
/// @param operating NM1*72
/// @param facility NM1*77
/// @param referring NM1*DN
public record ClaimParties(
        @Nullable Party billing,
        @Nullable Party payer,
        @Nullable Party rendering,
        @Nullable Party attending,
        @Nullable Party operating,
        @Nullable Party facility,
        @Nullable Party referring) {}
