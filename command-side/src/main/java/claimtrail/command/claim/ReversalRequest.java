package claimtrail.command.claim;

import static claimtrail.command.web.Fields.list;
import static claimtrail.command.web.Fields.orElse;
import static claimtrail.command.web.Fields.required;
import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;

import claimtrail.command.claim.AnswerRequest.AdjustmentRequest;
import claimtrail.event.Ids;
import claimtrail.event.claim.ClaimEvent.ReversedLine;
import claimtrail.event.claim.Match;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A payer takes an answer back. Amounts as sent, negative.
record ReversalRequest(
        @Schema(requiredMode = REQUIRED) @Nullable String payer,
        @Nullable Integer payerSequence,
        @Nullable String payerControlNumber,
        @Schema(requiredMode = REQUIRED) @Nullable LocalDate reversedOn,
        @Schema(requiredMode = REQUIRED) @Nullable Long chargeCents,
        @Schema(requiredMode = REQUIRED) @Nullable Long paidCents,
        @Nullable List<@Nullable ReversedLineRequest> lines) {

    /// One line of it.
    record ReversedLineRequest(
            @Schema(requiredMode = REQUIRED) @Nullable Integer no,
            @Schema(requiredMode = REQUIRED) @Nullable Long chargeCents,
            @Schema(requiredMode = REQUIRED) @Nullable Long paidCents,
            @Nullable List<@Nullable AdjustmentRequest> adjustments) {

        ReversedLine toLine(String at) {
            return new ReversedLine(
                    required(at + "/no", no),
                    required(at + "/chargeCents", chargeCents),
                    required(at + "/paidCents", paidCents),
                    list(at + "/adjustments", adjustments, (pointer, it) -> it.toAdjustment(pointer)));
        }
    }

    ClaimCommand.RecordReversal toCommand(UUID claim, UUID practice, Parties parties) {
        var payerId = parties.payer(practice, required("/payer", payer));
        return new ClaimCommand.RecordReversal(
                claim,
                practice,
                key(claim, payerId),
                null,
                payerId,
                orElse(payerSequence, 1),
                payerControlNumber,
                required("/reversedOn", reversedOn),
                required("/chargeCents", chargeCents),
                required("/paidCents", paidCents),
                list("/lines", lines, (at, it) -> it.toLine(at)),
                null,
                List.of(),
                List.of(),
                Match.direct());
    }

    private String key(UUID claim, UUID payerId) {
        return Ids.named(
                        "reversal",
                        payerId.toString(),
                        String.valueOf(payerSequence),
                        claim.toString(),
                        String.valueOf(payerControlNumber),
                        String.valueOf(reversedOn),
                        String.valueOf(chargeCents),
                        String.valueOf(paidCents),
                        String.valueOf(lines))
                .toString();
    }
}
