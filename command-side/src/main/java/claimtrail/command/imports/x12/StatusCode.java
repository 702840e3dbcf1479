package claimtrail.command.imports.x12;

import org.jspecify.annotations.Nullable;

/// A status of a 277CA.
///
/// @param category STC01-1: A1 and A2 accepted, A3, A6, A7, A8 rejected, A0, A4, A5 reported
/// @param code STC01-2
/// @param entity STC01-3: of whom it speaks
public record StatusCode(
        String category, @Nullable String code, @Nullable String entity) {}
