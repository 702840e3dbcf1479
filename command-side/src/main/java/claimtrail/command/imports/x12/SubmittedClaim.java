package claimtrail.command.imports.x12;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A claim of an 837, professional or institutional.
///
/// @param institutional 837I: the place is a bill type then
/// @param batchId BHT03
/// @param purpose BHT06: CH for claims, RP for encounters, which are reported apart
/// @param accountNumber CLM01; not an identity
/// @param chargeCents CLM02
/// @param facility CLM05-1: place of service or, on an institutional claim, bill type
/// @param frequency CLM05-3 as sent: 1 new, 7 replaces, 8 voids
/// @param payerSequence SBR01: P, S, T
/// @param payerClass SBR09
/// @param amountsKnown false when an amount was cut off; then the claim stays out of money figures
public record SubmittedClaim(
        Place place,
        Envelope envelope,
        boolean institutional,
        @Nullable String batchId,
        @Nullable String purpose,
        String accountNumber,
        long chargeCents,
        @Nullable String facility,
        @Nullable String frequency,
        @Nullable String payerSequence,
        @Nullable String payerClass,
        ClaimNumbers numbers,
        ClaimDates dates,
        ClaimParties parties,
        Patient patient,
        List<Diagnosis> diagnoses,
        List<PriorPayer> priorPayers,
        List<SubmittedLine> lines,
        boolean amountsKnown)
        implements X12Record {

    public SubmittedClaim {
        diagnoses = List.copyOf(diagnoses);
        priorPayers = List.copyOf(priorPayers);
        lines = List.copyOf(lines);
    }

    /// What the claim does to an earlier one: 7 replaces, 8 voids, all others are new. 6 is read as 7.
    public SubmissionKind kind() {
        if ("7".equals(frequency) || "6".equals(frequency)) {
            return SubmissionKind.REPLACEMENT;
        }
        return "8".equals(frequency) ? SubmissionKind.VOID : SubmissionKind.ORIGINAL;
    }

    /// An encounter report, not a bill.
    public boolean isEncounter() {
        return "RP".equals(purpose);
    }

    /// SHA-256 of what is claimed, whatever the file around it looks like.
    public byte[] fingerprint() {
        return ClaimFingerprint.of(this);
    }
}
