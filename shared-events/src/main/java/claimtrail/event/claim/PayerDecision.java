package claimtrail.event.claim;

import claimtrail.event.Reason;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One answer of one payer to one version of a claim. Amounts are as sent, also when they do not balance.
///
/// @param key natural key: the same key with the same content is the same answer
/// @param claimVersion the version in whose numbers the lines stand: the one we took for answered when the answer
///     came. Which one it answers is found by the reading.
/// @param payerSequence 1 primary, 2 secondary, 3 tertiary
/// @param payerControlNumber the payer's number of the claim (CLP07)
/// @param trace the payment's number (TRN02)
/// @param status the claim status as sent (CLP02)
/// @param dayBasis where `decidedOn` comes from
/// @param amountsKnown false keeps a mutilated record out of money figures
/// @param imbalanceCents charge − adjustments − paid; 0 = balances
/// @param adjustments claim level only
/// @param remarks claim level only
/// @param rule the denial rule that read it: `denial/1`
/// @param appealable false where the payer says so (MA130, N211)
/// @param appealLastDay from the payer's terms in force; absent where no terms are known
/// @param duplicateOf the claim of which the payer, and we, think this is a duplicate submission
public record PayerDecision(
        String key,
        int claimVersion,
        UUID payer,
        int payerSequence,
        @Nullable String payerControlNumber,
        @Nullable String trace,
        @Nullable String status,
        LocalDate decidedOn,
        DayBasis dayBasis,
        @Nullable LocalDate paidOn,
        @Nullable LocalDate payerReceivedOn,
        long chargeCents,
        long paidCents,
        @Nullable Long patientShareCents,
        @Nullable Long interestCents,
        boolean amountsKnown,
        long imbalanceCents,
        List<Adjustment> adjustments,
        List<Reason> remarks,
        List<DecisionLine> lines,
        String rule,
        Outcome outcome,
        boolean appealable,
        @Nullable LocalDate appealLastDay,
        @Nullable String termsVersion,
        @Nullable UUID duplicateOf,
        Match match) {

    /// Where a decision's day comes from.
    public enum DayBasis {
        PAYMENT,
        PRODUCTION,
        ENVELOPE,
        STATED,
        ASSUMED
    }

    /// The claim-level reading of the day.
    public enum Outcome {
        DENIED,
        PARTLY_DENIED,
        PAID,
        ZERO_PAID
    }

    public PayerDecision {
        adjustments = List.copyOf(adjustments);
        remarks = List.copyOf(remarks);
        lines = List.copyOf(lines);
    }

    /// The same words as an answer to another version, with the numbers that its lines have there.
    public PayerDecision answering(int version, List<DecisionLine> numbered) {
        return new PayerDecision(
                key,
                version,
                payer,
                payerSequence,
                payerControlNumber,
                trace,
                status,
                decidedOn,
                dayBasis,
                paidOn,
                payerReceivedOn,
                chargeCents,
                paidCents,
                patientShareCents,
                interestCents,
                amountsKnown,
                imbalanceCents,
                adjustments,
                remarks,
                numbered,
                rule,
                outcome,
                appealable,
                appealLastDay,
                termsVersion,
                duplicateOf,
                match);
    }
}
