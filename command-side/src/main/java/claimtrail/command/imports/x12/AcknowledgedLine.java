package claimtrail.command.imports.x12;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A line of an acknowledgement.
///
/// @param procedure SVC01
/// @param chargeCents SVC02; null when not told or not readable
/// @param controlNumber REF*FJ: our line number
public record AcknowledgedLine(
        @Nullable Procedure procedure,
        @Nullable Long chargeCents,
        @Nullable String controlNumber,
        List<ClaimStatus> statuses) {

    public AcknowledgedLine {
        statuses = List.copyOf(statuses);
    }
}
