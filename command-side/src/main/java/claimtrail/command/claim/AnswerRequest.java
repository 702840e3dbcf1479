package claimtrail.command.claim;

import static claimtrail.command.web.Fields.list;
import static claimtrail.command.web.Fields.orElse;
import static claimtrail.command.web.Fields.required;
import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;

import claimtrail.command.claim.Answer.AnsweredLine;
import claimtrail.command.store.DirectoryEntry;
import claimtrail.event.Ids;
import claimtrail.event.Reason;
import claimtrail.event.claim.Adjustment;
import claimtrail.event.claim.Match;
import claimtrail.event.claim.PayerDecision.DayBasis;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A payer's answer to a claim, as somebody states it who knows the claim by our id.
///
/// @param payer our id, or a number, name or alias of the payer
/// @param payerSequence 1 primary, 2 secondary, 3 tertiary; absent: 1
/// @param status CLP02, where a remittance said it; 22 (reversal), 23 and 25 are no decisions
/// @param remarks remark codes of the claim as a whole, such as `N20`
/// @param lines absent: the claim was answered as a whole
record AnswerRequest(
        @Schema(requiredMode = REQUIRED) @Nullable String payer,
        @Nullable Integer payerSequence,
        @Nullable String payerControlNumber,
        @Nullable String trace,
        @Nullable String status,
        @Schema(requiredMode = REQUIRED) @Nullable LocalDate decidedOn,
        @Nullable LocalDate paidOn,
        @Nullable LocalDate payerReceivedOn,
        @Schema(requiredMode = REQUIRED) @Nullable Long chargeCents,
        @Schema(requiredMode = REQUIRED) @Nullable Long paidCents,
        @Nullable Long patientShareCents,
        @Nullable Long interestCents,
        @Nullable List<@Nullable AdjustmentRequest> adjustments,
        @Nullable List<@Nullable String> remarks,
        @Nullable List<@Nullable AnsweredLineRequest> lines) {

    /// Why a payment differs from a charge.
    ///
    /// @param group CO, PR, OA, PI, CR, as sent
    /// @param system absent: CARC
    /// @param code as sent, such as `97`
    record AdjustmentRequest(
            @Nullable String group,
            @Nullable String system,
            @Schema(requiredMode = REQUIRED) @Nullable String code,
            @Schema(requiredMode = REQUIRED) @Nullable Long cents,
            @Nullable BigDecimal quantity) {

        Adjustment toAdjustment(String at) {
            var reason = new Reason(orElse(system, "CARC"), required(at + "/code", code));
            return new Adjustment(group, reason, required(at + "/cents", cents), quantity);
        }
    }

    /// The answer to one line.
    ///
    /// @param no the line of the bill
    /// @param recodedFrom the code that was billed, where the payer answers another
    record AnsweredLineRequest(
            @Schema(requiredMode = REQUIRED) @Nullable Integer no,
            @Nullable String code,
            @Nullable List<@Nullable String> modifiers,
            @Schema(requiredMode = REQUIRED) @Nullable Long chargeCents,
            @Schema(requiredMode = REQUIRED) @Nullable Long paidCents,
            @Nullable Long allowedCents,
            @Nullable String recodedFrom,
            @Nullable List<@Nullable AdjustmentRequest> adjustments,
            @Nullable List<@Nullable String> remarks) {

        AnsweredLine toLine(String at) {
            return new AnsweredLine(
                    required(at + "/no", no),
                    null,
                    code,
                    list(at + "/modifiers", modifiers),
                    null,
                    required(at + "/chargeCents", chargeCents),
                    required(at + "/paidCents", paidCents),
                    allowedCents,
                    recodedFrom,
                    list(at + "/adjustments", adjustments, (pointer, it) -> it.toAdjustment(pointer)),
                    list(at + "/remarks", remarks, (_, it) -> Reason.rarc(it)));
        }
    }

    ClaimCommand.RecordDecision toCommand(UUID claim, UUID practice, Parties parties) {
        var payerId = parties.payer(practice, required("/payer", payer));
        var answer = new Answer(
                key(claim, payerId),
                null, // a person states it, and may state an equal one for another day
                payerId,
                orElse(payerSequence, 1),
                payerControlNumber,
                trace,
                status,
                required("/decidedOn", decidedOn),
                DayBasis.STATED,
                paidOn,
                payerReceivedOn,
                required("/chargeCents", chargeCents),
                required("/paidCents", paidCents),
                patientShareCents,
                interestCents,
                true,
                list("/adjustments", adjustments, (at, it) -> it.toAdjustment(at)),
                list("/remarks", remarks, (_, it) -> Reason.rarc(it)),
                list("/lines", lines, (at, it) -> it.toLine(at)),
                null,
                Match.direct());
        return new ClaimCommand.RecordDecision(
                claim, practice, answer, null, false, numbers(claim, practice, payerId), List.of(), null);
    }

    private List<DirectoryEntry> numbers(UUID claim, UUID practice, UUID payerId) {
        return payerControlNumber == null
                ? List.of()
                : List.of(new DirectoryEntry(
                        practice, "payer-control-number", payerId + "|" + payerControlNumber, claim));
    }

    /// Payer, payment, both numbers, status, day, amounts and everything about the lines.
    private String key(UUID claim, UUID payerId) {
        return Ids.named(
                        "answer",
                        payerId.toString(),
                        String.valueOf(payerSequence),
                        String.valueOf(trace),
                        claim.toString(),
                        String.valueOf(payerControlNumber),
                        String.valueOf(status),
                        String.valueOf(decidedOn),
                        String.valueOf(chargeCents),
                        String.valueOf(paidCents),
                        String.valueOf(adjustments),
                        String.valueOf(remarks),
                        String.valueOf(lines))
                .toString();
    }
}
