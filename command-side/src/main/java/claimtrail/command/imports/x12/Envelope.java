package claimtrail.command.imports.x12;

import org.jspecify.annotations.Nullable;

/// The envelope a record came in; what was missing is null.
///
/// @param sender ISA06
/// @param interchangeControl ISA13
/// @param groupControl GS06
/// @param setControl ST02
/// @param version GS08, else ST03
public record Envelope(
        @Nullable String sender,
        @Nullable String interchangeControl,
        @Nullable String groupControl,
        @Nullable String setControl,
        @Nullable String version) {

    /// Version 4010 or older, where the adjustment group CR is known and dates may have six digits.
    public boolean isVersion4010() {
        return version != null && version.startsWith("00") && version.compareTo("00501") < 0;
    }
}
