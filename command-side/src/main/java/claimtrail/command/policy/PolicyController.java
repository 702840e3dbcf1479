package claimtrail.command.policy;

import claimtrail.command.policy.PolicyRequests.PolicyRequest;
import claimtrail.command.policy.PolicyRequests.RetirementRequest;
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

/// The doors of policies. Who names no practice speaks for the platform.
@RestController
@RequestMapping("/api/policies")
@Tag(name = "policies", description = "Rules of payers and of the public")
final class PolicyController {

    private final Door door;

    PolicyController(Door door) {
        this.door = door;
    }

    @PostMapping
    @Operation(summary = "Publish the first or the next version of a rule")
    @Refuses({"POLICY_ID_TAKEN", "POLICY_RETIRED", "VERSION_NOT_NEXT", "RANGE_REVERSED", "RANGE_OVERLAPS"})
    ResponseEntity<Object> publish(Caller caller, @RequestBody PolicyRequest body) {
        return door.forPracticeOrPlatform(caller, "/api/policies", body, body::toCommand);
    }

    @PostMapping("/{id}/retirement")
    @Operation(summary = "Say that a rule no longer holds")
    @Refuses({"POLICY_UNKNOWN", "POLICY_RETIRED", "DAY_BEFORE_EFFECTIVE"})
    ResponseEntity<Object> retire(Caller caller, @PathVariable UUID id, @RequestBody RetirementRequest body) {
        return door.forPracticeOrPlatform(caller, "/api/policies", body, practice -> body.toCommand(id, practice));
    }
}
