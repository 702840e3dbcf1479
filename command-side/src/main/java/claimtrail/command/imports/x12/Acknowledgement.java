package claimtrail.command.imports.x12;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a 277CA says of one claim.
///
/// @param accountNumber TRN02 = CLM01
/// @param byPayer the payer answers, not the clearinghouse
/// @param source NM1*PR or NM1*AY: who answers
/// @param billing NM1*85
/// @param payerControlNumber REF*1K: the first time we hear it
/// @param clearinghouseNumber REF*D9
/// @param serviceFrom DTP*472
/// @param statuses of the claim
/// @param lines with statuses of their own
public record Acknowledgement(
        Place place,
        Envelope envelope,
        String accountNumber,
        boolean byPayer,
        @Nullable Party source,
        @Nullable Party billing,
        @Nullable String payerControlNumber,
        @Nullable String clearinghouseNumber,
        @Nullable LocalDate serviceFrom,
        @Nullable LocalDate serviceTo,
        Patient patient,
        List<ClaimStatus> statuses,
        List<AcknowledgedLine> lines)
        implements X12Record {

    public Acknowledgement {
        statuses = List.copyOf(statuses);
        lines = List.copyOf(lines);
    }

    /// Rejected by any status of the claim; else accepted by any; else only reported.
    public AcknowledgementOutcome outcome() {
        var outcome = AcknowledgementOutcome.REPORTED;
        for (var status : statuses) {
            switch (status.outcome()) {
                case REJECTED -> {
                    return AcknowledgementOutcome.REJECTED;
                }
                case ACCEPTED -> outcome = AcknowledgementOutcome.ACCEPTED;
                case REPORTED -> {}
            }
        }
        return outcome;
    }
}
