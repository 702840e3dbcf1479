package claimtrail.command.imports.x12;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A CLP loop of an 835: one decision on one claim version by one payer, as sent.
///
/// @param accountNumber CLP01; not an identity
/// @param status CLP02 as sent; 4 does not mean denied
/// @param chargeCents CLP03
/// @param paidCents CLP04
/// @param patientShareCents CLP05; null when not told
/// @param payerClass CLP06
/// @param facility CLP08
/// @param frequency CLP09
/// @param adjustments of the claim as a whole; those of the lines stand on the lines
/// @param remarks MOA03 to MOA07, MIA05, MIA20 to MIA23
/// @param imbalanceCents CLP03 less all adjustments less CLP04; 0 balances
/// @param amountsKnown false when an amount was cut off; then the decision stays out of money figures
public record RemittedClaim(
        Place place,
        PaymentHeader payment,
        String accountNumber,
        String status,
        long chargeCents,
        long paidCents,
        @Nullable Long patientShareCents,
        @Nullable String payerClass,
        @Nullable String facility,
        @Nullable String frequency,
        DecisionNumbers numbers,
        DecisionDates dates,
        DecisionAmounts amounts,
        Patient patient,
        List<Adjustment> adjustments,
        List<String> remarks,
        List<RemittedLine> lines,
        long imbalanceCents,
        boolean amountsKnown)
        implements X12Record {

    public RemittedClaim {
        adjustments = List.copyOf(adjustments);
        remarks = List.copyOf(remarks);
        lines = List.copyOf(lines);
    }

    /// Status 22: takes an earlier decision back.
    public boolean isReversal() {
        return "22".equals(status);
    }

    /// SHA-256 of lines, adjustments and remarks, whatever the file around them looks like.
    public byte[] fingerprint() {
        return ClaimFingerprint.of(this);
    }

    /// Whether this reversal carries the negated charge, payment and adjustments of a decision.
    public boolean mirrors(RemittedClaim decision) {
        return Balance.mirrors(decision, this);
    }
}
