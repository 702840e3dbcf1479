package claimtrail.command.claim;

import claimtrail.event.Reason;
import claimtrail.event.claim.Adjustment;
import claimtrail.event.claim.Match;
import claimtrail.event.claim.PayerDecision.DayBasis;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A payer's answer as a source states it, before any rule reads it.
///
/// @param key natural key: payer, trace, our number, payer's number, status, charge, paid, fingerprint of lines
/// @param suspectKey the same without trace and day: another answer with an equal one is a suspected duplicate; absent
///     where a person states the answer or has accepted it
/// @param status CLP02; 22 (reversal), 23, 25 are no decisions
public record Answer(
        String key,
        @Nullable String suspectKey,
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
        List<Adjustment> adjustments,
        List<Reason> remarks,
        List<AnsweredLine> lines,
        @Nullable UUID duplicateOf,
        Match match) {

    public Answer {
        adjustments = List.copyOf(adjustments);
        remarks = List.copyOf(remarks);
        lines = List.copyOf(lines);
    }

    /// An answer to one line. The decider finds the line of the claim by control number, then code, modifiers, day and
    /// charge, then code and charge, then order.
    ///
    /// @param no the line, where the source names it; 0 or less when it must be found
    public record AnsweredLine(
            int no,
            @Nullable String controlNumber,
            @Nullable String code,
            List<String> modifiers,
            @Nullable LocalDate serviceFrom,
            long chargeCents,
            long paidCents,
            @Nullable Long allowedCents,
            @Nullable String recodedFrom,
            List<Adjustment> adjustments,
            List<Reason> remarks) {
        public AnsweredLine {
            modifiers = List.copyOf(modifiers);
            adjustments = List.copyOf(adjustments);
            remarks = List.copyOf(remarks);
        }
    }
}
