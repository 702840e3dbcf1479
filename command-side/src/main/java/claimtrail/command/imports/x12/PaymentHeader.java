package claimtrail.command.imports.x12;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// The payment a remittance explains: handed on before its first decision.
///
/// @param handling BPR01: I remittance with payment, H notification only
/// @param amountCents BPR02; 0 when absent
/// @param credit BPR03 is not D
/// @param method BPR04: ACH, CHK, NON
/// @param trace TRN02
/// @param traceOrigin TRN03: the payer's number at the bank
/// @param paidOn BPR16
/// @param producedOn DTM*405
/// @param decidedOn the payment day, else the production day, else the envelope's; null when none of them is there
/// @param payer N1*PR with REF*2U
/// @param payee N1*PE with REF*TJ
/// @param amountKnown false when BPR02 was cut off
public record PaymentHeader(
        Place place,
        Envelope envelope,
        @Nullable String handling,
        long amountCents,
        boolean credit,
        @Nullable String method,
        @Nullable String trace,
        @Nullable String traceOrigin,
        @Nullable LocalDate paidOn,
        @Nullable LocalDate producedOn,
        @Nullable LocalDate decidedOn,
        @Nullable DayBasis dayBasis,
        @Nullable Party payer,
        @Nullable Party payee,
        boolean amountKnown)
        implements X12Record {

    /// No money moves: common when all is denied.
    public boolean isNoticeOnly() {
        return amountCents == 0 && ("H".equals(handling) || "NON".equals(method));
    }
}
