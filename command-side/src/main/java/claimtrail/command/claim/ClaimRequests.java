package claimtrail.command.claim;

import static claimtrail.command.web.Fields.list;
import static claimtrail.command.web.Fields.orElse;
import static claimtrail.command.web.Fields.required;
import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;

import claimtrail.command.claim.ClaimCommand.CloseEpisode;
import claimtrail.command.claim.ClaimCommand.FileAppeal;
import claimtrail.command.claim.ClaimCommand.RecordAppealOutcome;
import claimtrail.command.claim.ClaimCommand.RecordRejection;
import claimtrail.command.claim.ClaimCommand.VoidClaim;
import claimtrail.command.claim.ClaimCommand.WithdrawAppeal;
import claimtrail.command.store.VaultEntry;
import claimtrail.event.Ids;
import claimtrail.event.Reason;
import claimtrail.event.claim.ClaimEvent.AnswerBasis;
import claimtrail.event.claim.ClaimEvent.ClosedLine;
import claimtrail.event.claim.ClaimEvent.ClosingCause;
import claimtrail.event.claim.ClaimEvent.DayKnown;
import claimtrail.event.claim.ClaimEvent.Disposition;
import claimtrail.event.claim.ClaimEvent.RejectedBy;
import claimtrail.event.claim.Match;
import io.swagger.v3.oas.annotations.media.Schema;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.io.JsonStringEncoder;

/// The small requests about a claim: each is what one person says about one thing that happened.
final class ClaimRequests {

    private ClaimRequests() {}

    /// The bill is taken back.
    record VoidRequest(
            @Schema(requiredMode = REQUIRED) @Nullable LocalDate voidedOn,
            @Nullable String payerControlNumber) {

        VoidClaim toCommand(UUID claim, UUID practice) {
            return new VoidClaim(claim, practice, required("/voidedOn", voidedOn), payerControlNumber, false);
        }
    }

    /// A version was sent back unread.
    ///
    /// @param version absent: the newest
    record RejectionRequest(
            @Nullable Integer version,
            @Schema(requiredMode = REQUIRED) @Nullable LocalDate rejectedOn,
            @Schema(requiredMode = REQUIRED) @Nullable RejectedBy by,
            @Nullable List<@Nullable ReasonRequest> codes,
            @Nullable String payerControlNumber) {

        RecordRejection toCommand(UUID claim, UUID practice) {
            return new RecordRejection(
                    claim,
                    practice,
                    Ids.named("rejection", claim.toString(), toString()).toString(),
                    version,
                    required("/rejectedOn", rejectedOn),
                    required("/by", by),
                    list("/codes", codes, (at, it) -> it.toReason(at)),
                    payerControlNumber,
                    List.of(),
                    Match.direct());
        }
    }

    /// A code by which somebody explains an answer.
    ///
    /// @param system CLAIM_STATUS, CARC, RARC, …
    record ReasonRequest(
            @Schema(requiredMode = REQUIRED) @Nullable String system,
            @Schema(requiredMode = REQUIRED) @Nullable String code) {

        Reason toReason(String at) {
            return new Reason(required(at + "/system", system), required(at + "/code", code));
        }
    }

    /// Denied lines are disputed.
    ///
    /// @param lines absent: every denied line
    /// @param level absent: the next
    /// @param goodCause the payer may take it although it is late; absent: no
    /// @param argument kept in the vault
    record AppealRequest(
            @Nullable List<@Nullable Integer> lines,
            @Nullable Integer level,
            @Schema(requiredMode = REQUIRED) @Nullable LocalDate filedOn,
            @Nullable Boolean goodCause,
            @Nullable String channel,
            @Nullable String argument) {

        FileAppeal toCommand(UUID claim, UUID practice) {
            return new FileAppeal(
                    claim,
                    practice,
                    list("/lines", lines),
                    level,
                    required("/filedOn", filedOn),
                    DayKnown.STATED,
                    orElse(goodCause, false),
                    channel,
                    text(practice, argument));
        }
    }

    /// The payer's letter about an appeal.
    ///
    /// @param lines absent: every line of the appeal
    /// @param letter kept in the vault
    record OutcomeRequest(
            @Schema(requiredMode = REQUIRED) RecordAppealOutcome.@Nullable Outcome outcome,
            @Schema(requiredMode = REQUIRED) @Nullable LocalDate decidedOn,
            @Nullable List<@Nullable OutcomeLineRequest> lines,
            @Nullable LocalDate nextLevelLastDay,
            @Nullable String letter) {

        RecordAppealOutcome toCommand(UUID claim, int appealNo, UUID practice) {
            return new RecordAppealOutcome(
                    claim,
                    practice,
                    appealNo,
                    required("/outcome", outcome),
                    AnswerBasis.LETTER,
                    required("/decidedOn", decidedOn),
                    DayKnown.STATED,
                    list("/lines", lines, (at, it) -> it.toLine(at)),
                    nextLevelLastDay,
                    text(practice, letter));
        }
    }

    /// A line, and the amount that the payer names.
    record OutcomeLineRequest(
            @Schema(requiredMode = REQUIRED) @Nullable Integer no,
            @Nullable Long overturnedCents) {

        RecordAppealOutcome.OutcomeLine toLine(String at) {
            return new RecordAppealOutcome.OutcomeLine(required(at + "/no", no), overturnedCents);
        }
    }

    /// The practice takes an appeal back.
    record WithdrawalRequest(
            @Schema(requiredMode = REQUIRED) @Nullable LocalDate withdrawnOn) {

        WithdrawAppeal toCommand(UUID claim, int appealNo, UUID practice) {
            return new WithdrawAppeal(claim, practice, appealNo, required("/withdrawnOn", withdrawnOn));
        }
    }

    /// Denied lines are no longer worked.
    record ClosureRequest(
            @Schema(requiredMode = REQUIRED) @Nullable List<@Nullable ClosedLineRequest> lines,
            @Schema(requiredMode = REQUIRED) @Nullable LocalDate closedOn,
            @Schema(requiredMode = REQUIRED) @Nullable Disposition disposition,
            @Nullable ClosingCause cause) {

        CloseEpisode toCommand(UUID claim, UUID practice) {
            return new CloseEpisode(
                    claim,
                    practice,
                    list("/lines", required("/lines", lines), (String at, ClosedLineRequest it) -> it.toLine(at)),
                    required("/closedOn", closedOn),
                    required("/disposition", disposition),
                    orElse(cause, ClosingCause.OTHER));
        }
    }

    /// A line and the amount given up.
    record ClosedLineRequest(
            @Schema(requiredMode = REQUIRED) @Nullable Integer no,
            @Schema(requiredMode = REQUIRED) @Nullable Long cents) {

        ClosedLine toLine(String at) {
            return new ClosedLine(required(at + "/no", no), required(at + "/cents", cents));
        }
    }

    /// Text that must not stand in the log, as the JSON text it is kept as.
    private static @Nullable VaultEntry text(UUID practice, @Nullable String text) {
        if (text == null) {
            return null;
        }
        var json = '"' + new String(JsonStringEncoder.getInstance().quoteAsCharArray(text)) + '"';
        return new VaultEntry(Ids.next(), practice, practice, json.getBytes(StandardCharsets.UTF_8));
    }
}
