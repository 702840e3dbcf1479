package claimtrail.command.provider;

import claimtrail.command.provider.RegisterRequests.PayerRequest;
import claimtrail.command.provider.RegisterRequests.PracticeRequest;
import claimtrail.command.provider.RegisterRequests.ProviderRequest;
import claimtrail.command.provider.RegisterRequests.TermsRequest;
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

/// The doors of practices, providers and payers.
@RestController
@RequestMapping("/api")
@Tag(name = "who is who", description = "Practices, providers and payers")
final class RegisterController {

    private final Door door;

    RegisterController(Door door) {
        this.door = door;
    }

    @PostMapping("/practices")
    @Operation(summary = "Let a practice join")
    @Refuses({"PRACTICE_ID_TAKEN", "TIME_ZONE_INVALID"})
    ResponseEntity<Object> join(Caller caller, @RequestBody PracticeRequest body) {
        return door.forPlatform(caller, "/api/practices", body, body.toCommand());
    }

    @PostMapping("/providers")
    @Operation(summary = "Make a provider known, or name one that was seen in claims only")
    @Refuses("PROVIDER_ID_TAKEN")
    ResponseEntity<Object> provider(Caller caller, @RequestBody ProviderRequest body) {
        return door.forPractice(caller, "/api/providers", body, body::toCommand);
    }

    @PostMapping("/payers")
    @Operation(summary = "Make a payer known")
    @Refuses("PAYER_ID_TAKEN")
    ResponseEntity<Object> payer(Caller caller, @RequestBody PayerRequest body) {
        return door.forPractice(caller, "/api/payers", body, body::toCommand);
    }

    @PostMapping("/payers/{id}/terms")
    @Operation(summary = "Set a payer's deadlines")
    @Refuses({"PAYER_UNKNOWN", "DAYS_NOT_POSITIVE", "TERMS_OVERLAP"})
    ResponseEntity<Object> terms(Caller caller, @PathVariable UUID id, @RequestBody TermsRequest body) {
        return door.forPractice(caller, "/api/payers", body, practice -> body.toCommand(id, practice));
    }
}
