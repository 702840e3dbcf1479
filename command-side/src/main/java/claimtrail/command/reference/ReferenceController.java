package claimtrail.command.reference;

import claimtrail.command.reference.ReferenceRequests.CodeRequest;
import claimtrail.command.reference.ReferenceRequests.DefinitionRequest;
import claimtrail.command.reference.ReferenceRequests.ReasonRequest;
import claimtrail.command.reference.ReferenceRequests.SettingRequest;
import claimtrail.command.web.Caller;
import claimtrail.command.web.Door;
import claimtrail.command.web.Refuses;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// The doors of reference data. Who names no practice speaks for the platform.
@RestController
@RequestMapping("/api")
@Tag(name = "reference", description = "What codes mean, how we count, what is set")
final class ReferenceController {

    private final Door door;

    ReferenceController(Door door) {
        this.door = door;
    }

    @PostMapping("/reasons")
    @Operation(summary = "Say what a reason code means from a day on")
    @Refuses({"VERSION_NOT_NEXT", "RANGE_REVERSED", "CLASS_INVALID"})
    ResponseEntity<Object> reason(Caller caller, @RequestBody ReasonRequest body) {
        return door.forPracticeOrPlatform(caller, "/api/reasons", body, body::toCommand);
    }

    @PostMapping("/codes")
    @Operation(summary = "Publish the next version of a code's reference card")
    @Refuses({"VERSION_NOT_NEXT", "RANGE_REVERSED"})
    ResponseEntity<Object> code(Caller caller, @RequestBody CodeRequest body) {
        return door.forPracticeOrPlatform(caller, "/api/codes", body, body::toCommand);
    }

    @PostMapping("/definitions")
    @Operation(summary = "Publish the next version of a metric, rule or fold, in words an auditor reads")
    @Refuses({"VERSION_NOT_NEXT", "RANGE_REVERSED"})
    ResponseEntity<Object> definition(Caller caller, @RequestBody DefinitionRequest body) {
        return door.forPracticeOrPlatform(caller, "/api/definitions", body, body::toCommand);
    }

    @PostMapping("/settings")
    @Operation(summary = "Give a setting a value from a day on")
    @Refuses({"VERSION_NOT_NEXT", "SETTING_INVALID", "VALUE_OUT_OF_RANGE"})
    ResponseEntity<Object> setting(Caller caller, @RequestBody SettingRequest body) {
        return door.forPracticeOrPlatform(caller, "/api/settings", body, body::toCommand);
    }
}
