package claimtrail.command.claim;

import claimtrail.command.Decision.Refused;
import claimtrail.event.ExternalId;
import claimtrail.event.claim.ClaimEvent;
import claimtrail.event.claim.ClaimEvent.ClaimType;
import claimtrail.event.claim.Line;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A bill as a source states it.
///
/// @param frequency `1` new, `7` replaces, `8` voids, others as sent
/// @param provider the one accountable
/// @param patient the patient's key; the person goes into the vault
public record Bill(
        ExternalId number,
        String frequency,
        LocalDate submittedOn,
        UUID payer,
        int payerSequence,
        UUID provider,
        @Nullable UUID billingProvider,
        UUID patient,
        ClaimType claimType,
        @Nullable String place,
        long chargeCents,
        LocalDate serviceFrom,
        @Nullable LocalDate serviceTo,
        List<String> diagnoses,
        boolean authorisationStated,
        @Nullable String sensitivity,
        List<Line> lines) {
    public Bill {
        diagnoses = List.copyOf(diagnoses);
        lines = List.copyOf(lines);
    }

    /// Charge − sum of line charges.
    long imbalanceCents() {
        return chargeCents - lines.stream().mapToLong(Line::chargeCents).sum();
    }

    /// What a file only warns about: a person is refused for the first of it.
    List<Refused<ClaimEvent, ClaimRefusal>> doubts() {
        var doubts = new ArrayList<Refused<ClaimEvent, ClaimRefusal>>();
        if (imbalanceCents() != 0) {
            doubts.add(new Refused<>(ClaimRefusal.CHARGE_NOT_SUM_OF_LINES, "/chargeCents"));
        }
        if (isServedAfterSubmission()) {
            doubts.add(new Refused<>(ClaimRefusal.SERVICE_AFTER_SUBMISSION, "/submittedOn"));
        }
        return doubts;
    }

    private boolean isServedAfterSubmission() {
        return serviceFrom.isAfter(submittedOn)
                || lines.stream().anyMatch(it -> it.serviceFrom().isAfter(submittedOn));
    }
}
