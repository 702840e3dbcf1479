package claimtrail.command.claim;

import static claimtrail.command.web.Fields.list;
import static claimtrail.command.web.Fields.orElse;
import static claimtrail.command.web.Fields.required;
import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;

import claimtrail.command.store.DirectoryEntry;
import claimtrail.event.ExternalId;
import claimtrail.event.claim.ClaimEvent.ClaimType;
import claimtrail.event.claim.Line;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A bill as the practice's systems send it: the whole of it, in the first version and in every later one.
///
/// @param number the practice's own number of the claim
/// @param payer our id, or a number, name or alias of the payer
/// @param payerSequence 1 primary, 2 secondary, 3 tertiary; absent: 1
/// @param provider our id, a number or the NPI of the provider who is accountable
/// @param claimType absent: PROFESSIONAL
/// @param serviceFrom absent: the first service day of the lines
/// @param correctedFor replacements only: the pattern that somebody means to cure
/// @param payerControlNumber replacements only: the payer's number of the claim
/// @param version replacements only: the version this is to be; absent: the next
record BillRequest(
        @Schema(requiredMode = REQUIRED) @Nullable String number,
        @Nullable String frequency,
        @Schema(requiredMode = REQUIRED) @Nullable LocalDate submittedOn,
        @Schema(requiredMode = REQUIRED) @Nullable String payer,
        @Nullable Integer payerSequence,
        @Schema(requiredMode = REQUIRED) @Nullable String provider,
        @Nullable String billingProvider,
        @Schema(requiredMode = REQUIRED) @Nullable PatientRequest patient,
        @Nullable ClaimType claimType,
        @Nullable String place,
        @Schema(requiredMode = REQUIRED) @Nullable Long chargeCents,
        @Nullable LocalDate serviceFrom,
        @Nullable LocalDate serviceTo,
        @Nullable List<@Nullable String> diagnoses,
        @Nullable Boolean authorisationStated,
        @Nullable String sensitivity,
        @Schema(requiredMode = REQUIRED) @Nullable List<@Nullable LineRequest> lines,
        @Nullable UUID correctedFor,
        @Nullable String payerControlNumber,
        @Nullable Integer version) {

    /// One service on the bill.
    ///
    /// @param no 1 or more, unique on the bill
    /// @param units decimal, up to three places
    /// @param provider only where it differs from the bill's
    /// @param previousNo replacements only: the line's number in the version before, where it was another
    record LineRequest(
            @Schema(requiredMode = REQUIRED) @Nullable Integer no,
            @Schema(requiredMode = REQUIRED) @Nullable String code,
            @Nullable List<@Nullable String> modifiers,
            @Nullable List<@Nullable String> diagnoses,
            @Nullable BigDecimal units,
            @Schema(requiredMode = REQUIRED) @Nullable Long chargeCents,
            @Schema(requiredMode = REQUIRED) @Nullable LocalDate serviceFrom,
            @Nullable LocalDate serviceTo,
            @Nullable String place,
            @Nullable String provider,
            @Nullable Integer previousNo) {

        Line toLine(String at, UUID practice, Parties parties) {
            return new Line(
                    required(at + "/no", no),
                    required(at + "/code", code),
                    list(at + "/modifiers", modifiers),
                    list(at + "/diagnoses", diagnoses),
                    units,
                    required(at + "/chargeCents", chargeCents),
                    required(at + "/serviceFrom", serviceFrom),
                    serviceTo,
                    place,
                    provider == null ? null : parties.provider(practice, provider),
                    previousNo,
                    Line.Split.STATED);
        }
    }

    ClaimCommand.SubmitClaim toSubmission(UUID claim, UUID practice, Parties parties, Patients patients) {
        var person = required("/patient", patient).toPatient(practice, patients);
        var bill = bill(practice, parties, person, "1");
        var key = bill.number().source() + '|' + bill.number().value();
        var numbers = person.entries(new DirectoryEntry(practice, "claim-number", key, claim));
        return new ClaimCommand.SubmitClaim(claim, practice, bill, false, numbers, person.vault(), null);
    }

    ClaimCommand.ReplaceClaim toReplacement(UUID claim, UUID practice, Parties parties, Patients patients) {
        var person = required("/patient", patient).toPatient(practice, patients);
        return new ClaimCommand.ReplaceClaim(
                claim,
                practice,
                bill(practice, parties, person, "7"),
                version,
                payerControlNumber,
                false,
                correctedFor);
    }

    private Bill bill(UUID practice, Parties parties, Patients.Patient person, String usualFrequency) {
        var services = list("/lines", lines, (String at, LineRequest line) -> line.toLine(at, practice, parties));
        return new Bill(
                new ExternalId("api", required("/number", number).strip()),
                orElse(frequency, usualFrequency),
                required("/submittedOn", submittedOn),
                parties.payer(practice, required("/payer", payer)),
                orElse(payerSequence, 1),
                parties.provider(practice, required("/provider", provider)),
                billingProvider == null ? null : parties.provider(practice, billingProvider),
                person.key(),
                orElse(claimType, ClaimType.PROFESSIONAL),
                place,
                required("/chargeCents", chargeCents),
                serviceFrom == null ? firstServiceDay(services) : serviceFrom,
                serviceTo,
                list("/diagnoses", diagnoses),
                orElse(authorisationStated, false),
                sensitivity,
                services);
    }

    /// A bill without lines is the decider's to refuse; until then it needs some day.
    private LocalDate firstServiceDay(List<Line> services) {
        return services.stream()
                .map(Line::serviceFrom)
                .min(LocalDate::compareTo)
                .orElse(required("/submittedOn", submittedOn));
    }
}
