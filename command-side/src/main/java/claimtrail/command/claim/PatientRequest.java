package claimtrail.command.claim;

import static claimtrail.command.web.Fields.required;
import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The person on a bill. Goes into the vault; the log holds a key without meaning.
record PatientRequest(
        @Schema(requiredMode = REQUIRED) @Nullable String name,
        @Nullable LocalDate bornOn,
        @Nullable String memberId) {

    Patients.Patient toPatient(UUID practice, Patients patients) {
        return patients.find(practice, new Patients.Person(required("/patient/name", name), bornOn, memberId));
    }
}
