package claimtrail.command.claim;

import claimtrail.command.Command;
import claimtrail.command.claim.ClaimRequests.AppealRequest;
import claimtrail.command.claim.ClaimRequests.ClosureRequest;
import claimtrail.command.claim.ClaimRequests.OutcomeRequest;
import claimtrail.command.claim.ClaimRequests.RejectionRequest;
import claimtrail.command.claim.ClaimRequests.VoidRequest;
import claimtrail.command.claim.ClaimRequests.WithdrawalRequest;
import claimtrail.command.web.Caller;
import claimtrail.command.web.Door;
import claimtrail.command.web.Refuses;
import claimtrail.event.Ids;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// The doors of claims.
@RestController
@RequestMapping("/api/claims")
@Tag(name = "claims", description = "Bills and the answers to them")
final class ClaimController {

    private final Door door;
    private final Parties parties;
    private final Patients patients;
    private final ClaimNews news;

    ClaimController(Door door, Parties parties, Patients patients, ClaimNews news) {
        this.news = news;
        this.door = door;
        this.parties = parties;
        this.patients = patients;
    }

    @PostMapping
    @Operation(summary = "Submit the first version of a bill")
    @Refuses({
        "PROVIDER_UNKNOWN",
        "PAYER_UNKNOWN",
        "LINES_MISSING",
        "LINE_NUMBER_REPEATED",
        "CHARGE_NEGATIVE",
        "CHARGE_NOT_SUM_OF_LINES",
        "SERVICE_AFTER_SUBMISSION",
        "CLAIM_ID_TAKEN"
    })
    ResponseEntity<Object> submit(Caller caller, @RequestBody BillRequest body) {
        var claim = Ids.next();
        return ask(caller, body, practice -> body.toSubmission(claim, practice, parties, patients));
    }

    @PostMapping("/{id}/replacements")
    @Operation(summary = "Send a further version of the whole bill")
    @Refuses({
        "CLAIM_UNKNOWN",
        "CLAIM_VOIDED",
        "NOT_YET_ANSWERED",
        "VERSION_NOT_NEXT",
        "LINES_MISSING",
        "LINE_NUMBER_REPEATED",
        "CHARGE_NEGATIVE",
        "CHARGE_NOT_SUM_OF_LINES",
        "SERVICE_AFTER_SUBMISSION",
        "DAY_BEFORE_PREVIOUS_VERSION"
    })
    ResponseEntity<Object> replace(Caller caller, @PathVariable UUID id, @RequestBody BillRequest body) {
        return ask(caller, body, practice -> body.toReplacement(id, practice, parties, patients));
    }

    @PostMapping("/{id}/void")
    @Operation(summary = "Take the bill back")
    @Refuses({"CLAIM_UNKNOWN", "CLAIM_VOIDED", "DAY_BEFORE_SUBMISSION"})
    ResponseEntity<Object> takeBack(Caller caller, @PathVariable UUID id, @RequestBody VoidRequest body) {
        return ask(caller, body, practice -> body.toCommand(id, practice));
    }

    @PostMapping("/{id}/rejections")
    @Operation(summary = "Record that a version was sent back unread")
    @Refuses({"CLAIM_UNKNOWN", "CLAIM_VERSION_UNKNOWN"})
    ResponseEntity<Object> reject(Caller caller, @PathVariable UUID id, @RequestBody RejectionRequest body) {
        return ask(caller, body, practice -> body.toCommand(id, practice));
    }

    @PostMapping("/{id}/decisions")
    @Operation(summary = "Record a payer's answer: paid, denied or partly denied")
    @Refuses({
        "CLAIM_UNKNOWN",
        "PAYER_UNKNOWN",
        "NOT_A_DECISION",
        "DECISION_BEFORE_SERVICE",
        "DECISION_SUSPECTED_DUPLICATE"
    })
    ResponseEntity<Object> decide(Caller caller, @PathVariable UUID id, @RequestBody AnswerRequest body) {
        return ask(caller, body, practice -> body.toCommand(id, practice, parties));
    }

    @PostMapping("/{id}/reversals")
    @Operation(summary = "Record that a payer took an answer back")
    @Refuses({"CLAIM_UNKNOWN", "PAYER_UNKNOWN", "DECISION_SUSPECTED_DUPLICATE"})
    ResponseEntity<Object> reverse(Caller caller, @PathVariable UUID id, @RequestBody ReversalRequest body) {
        return ask(caller, body, practice -> body.toCommand(id, practice, parties));
    }

    @PostMapping("/{id}/appeals")
    @Operation(summary = "Dispute denied lines")
    @Refuses({
        "CLAIM_UNKNOWN",
        "CLAIM_VOIDED",
        "NOTHING_DENIED",
        "LINE_NOT_DENIED",
        "NOT_APPEALABLE",
        "APPEAL_OPEN",
        "LEVEL_SKIPPED",
        "APPEAL_BEFORE_DENIAL",
        "APPEAL_TOO_LATE"
    })
    ResponseEntity<Object> appeal(Caller caller, @PathVariable UUID id, @RequestBody AppealRequest body) {
        return ask(caller, body, practice -> body.toCommand(id, practice));
    }

    @PostMapping("/{id}/appeals/{no}/outcome")
    @Operation(summary = "Record the payer's letter about an appeal")
    @Refuses({
        "CLAIM_UNKNOWN",
        "APPEAL_UNKNOWN",
        "APPEAL_CLOSED",
        "LINE_NOT_APPEALED",
        "OUTCOME_BEFORE_FILING",
        "AMOUNT_ABOVE_DENIED"
    })
    ResponseEntity<Object> conclude(
            Caller caller, @PathVariable UUID id, @PathVariable int no, @RequestBody OutcomeRequest body) {
        return ask(caller, body, practice -> body.toCommand(id, no, practice));
    }

    @PostMapping("/{id}/appeals/{no}/withdrawal")
    @Operation(summary = "Take an appeal back")
    @Refuses({"CLAIM_UNKNOWN", "APPEAL_UNKNOWN", "APPEAL_CLOSED", "OUTCOME_BEFORE_FILING"})
    ResponseEntity<Object> withdraw(
            Caller caller, @PathVariable UUID id, @PathVariable int no, @RequestBody WithdrawalRequest body) {
        return ask(caller, body, practice -> body.toCommand(id, no, practice));
    }

    @PostMapping("/{id}/closures")
    @Operation(summary = "Write denied lines off, move them to the patient, or give them up")
    @Refuses({"CLAIM_UNKNOWN", "LINE_UNKNOWN", "LINE_NOT_DENIED", "DAY_BEFORE_DENIAL", "AMOUNT_ABOVE_DENIED"})
    ResponseEntity<Object> close(Caller caller, @PathVariable UUID id, @RequestBody ClosureRequest body) {
        return ask(caller, body, practice -> body.toCommand(id, practice));
    }

    private ResponseEntity<Object> ask(Caller caller, Object body, Function<UUID, ? extends Command> asked) {
        var told = new AtomicReference<UUID>();
        var answer = door.forPractice(caller, "/api/claims", body, practice -> {
            told.set(practice);
            return asked.apply(practice);
        });
        if (answer.getStatusCode().is2xxSuccessful()) {
            news.heard(told.get());
        }
        return answer;
    }
}
