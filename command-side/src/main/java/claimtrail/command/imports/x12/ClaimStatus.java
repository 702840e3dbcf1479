package claimtrail.command.imports.x12;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One STC segment of an acknowledgement.
///
/// @param codes STC01, STC10, STC11
/// @param on STC02
/// @param action STC03: WQ accepted, U rejected
/// @param cents STC04; null when not told
public record ClaimStatus(
        List<StatusCode> codes,
        @Nullable LocalDate on,
        @Nullable String action,
        @Nullable Long cents) {

    public ClaimStatus {
        codes = List.copyOf(codes);
    }

    /// What it says of the claim.
    public AcknowledgementOutcome outcome() {
        var category = codes.isEmpty() ? "" : codes.getFirst().category();
        if ("U".equals(action)) {
            return AcknowledgementOutcome.REJECTED;
        }
        return switch (category) {
            case "A1", "A2" -> AcknowledgementOutcome.ACCEPTED;
            case "A3", "A6", "A7", "A8" -> AcknowledgementOutcome.REJECTED;
            default -> AcknowledgementOutcome.REPORTED;
        };
    }
}
