package claimtrail.command.pattern;

import claimtrail.command.claim.PatientTokens;
import claimtrail.command.pattern.PatternRequests.ActionRequest;
import claimtrail.command.pattern.PatternRequests.GuidanceRequest;
import claimtrail.command.pattern.PatternRequests.PatternRequest;
import claimtrail.command.pattern.PatternRequests.StatusRequest;
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

/// The doors of patterns.
@RestController
@RequestMapping("/api/patterns")
@Tag(name = "patterns", description = "Recurring causes of denials")
final class PatternController {

    private final Door door;
    private final PatientTokens tokens;

    PatternController(Door door, PatientTokens tokens) {
        this.door = door;
        this.tokens = tokens;
    }

    @PostMapping
    @Operation(summary = "Tell of a recurring cause of denials")
    @Refuses("PATTERN_ID_TAKEN")
    ResponseEntity<Object> declare(Caller caller, @RequestBody PatternRequest body) {
        return door.forPractice(caller, "/api/patterns", body, body::toCommand);
    }

    @PostMapping("/{id}/guidance")
    @Operation(summary = "Say what can be done about a pattern")
    @Refuses("PATTERN_UNKNOWN")
    ResponseEntity<Object> guide(Caller caller, @PathVariable UUID id, @RequestBody GuidanceRequest body) {
        return door.forPractice(caller, "/api/patterns", body, practice -> body.toCommand(id, practice));
    }

    @PostMapping("/{id}/status")
    @Operation(summary = "Put a pattern into the archive, or back among those that count")
    @Refuses({"PATTERN_UNKNOWN", "STATUS_UNCHANGED", "TRANSITION_NOT_ALLOWED"})
    ResponseEntity<Object> move(Caller caller, @PathVariable UUID id, @RequestBody StatusRequest body) {
        return door.forPractice(caller, "/api/patterns", body, practice -> body.toCommand(id, practice));
    }

    @PostMapping("/{id}/actions")
    @Operation(summary = "Say what was done about a pattern")
    @Refuses("PATTERN_UNKNOWN")
    ResponseEntity<Object> act(Caller caller, @PathVariable UUID id, @RequestBody ActionRequest body) {
        return door.forPractice(caller, "/api/patterns", body, practice -> body.toCommand(id, practice, tokens));
    }
}
