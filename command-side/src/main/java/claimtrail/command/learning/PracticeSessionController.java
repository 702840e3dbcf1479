package claimtrail.command.learning;

import claimtrail.command.learning.PracticeSessionRequests.CompletionRequest;
import claimtrail.command.learning.PracticeSessionRequests.CorrectionRequest;
import claimtrail.command.learning.PracticeSessionRequests.StartRequest;
import claimtrail.command.web.Caller;
import claimtrail.command.web.Door;
import claimtrail.command.web.Refuses;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// The doors of sittings.
@RestController
@RequestMapping(PracticeSessionController.PLACE)
@Tag(name = "learning", description = "Sittings and corrections")
final class PracticeSessionController {

    static final String PLACE = "/api/practice-sessions";

    private final Door door;

    PracticeSessionController(Door door) {
        this.door = door;
    }

    @PostMapping
    @Operation(summary = "Begin a sitting on a pattern")
    @Refuses({"PATTERN_UNKNOWN", "SESSION_ID_TAKEN"})
    ResponseEntity<Object> start(Caller caller, @RequestBody StartRequest body) {
        return door.forPractice(caller, PLACE, body, body::toCommand);
    }

    @PostMapping("/{id}/completion")
    @Operation(summary = "End a sitting")
    @Refuses({"SESSION_UNKNOWN", "SESSION_COMPLETED", "SCORE_ABOVE_TOTAL", "DAY_BEFORE_START"})
    ResponseEntity<Object> complete(Caller caller, @PathVariable UUID id, @RequestBody CompletionRequest body) {
        return door.forPractice(caller, PLACE, body, practice -> body.toCommand(id, practice));
    }

    @PostMapping("/{id}/corrections")
    @Operation(summary = "Change a way of working from a day on; an id of your own where there was no sitting")
    @Refuses({"SESSION_UNKNOWN", "PATTERN_UNKNOWN", "SESSION_ID_TAKEN", "CLAIM_UNKNOWN", "DAY_BEFORE_START"})
    ResponseEntity<Object> correct(Caller caller, @PathVariable UUID id, @RequestBody CorrectionRequest body) {
        return door.forPractice(caller, PLACE, body, practice -> body.toCommand(id, practice));
    }
}
