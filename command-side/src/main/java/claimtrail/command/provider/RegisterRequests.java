package claimtrail.command.provider;

import static claimtrail.command.web.Fields.list;
import static claimtrail.command.web.Fields.orElse;
import static claimtrail.command.web.Fields.required;
import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;

import claimtrail.command.provider.RegisterCommand.RegisterPayer;
import claimtrail.command.provider.RegisterCommand.RegisterPractice;
import claimtrail.command.provider.RegisterCommand.RegisterProvider;
import claimtrail.command.provider.RegisterCommand.SetPayerTerms;
import claimtrail.event.ExternalId;
import claimtrail.event.Ids;
import claimtrail.event.provider.PayerEvent.PayerClass;
import claimtrail.event.provider.PayerEvent.Term;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What is told of practices, providers and payers.
final class RegisterRequests {

    private RegisterRequests() {}

    /// A practice that joins.
    ///
    /// @param number unique on the platform
    /// @param timeZone IANA name, such as `America/Chicago`; business days are days in it
    /// @param simulated runs may write only to such a practice; absent: no
    record PracticeRequest(
            @Schema(requiredMode = REQUIRED) @Nullable String number,
            @Schema(requiredMode = REQUIRED) @Nullable String name,
            @Schema(requiredMode = REQUIRED) @Nullable String timeZone,
            @Nullable String taxId,
            @Nullable String specialty,
            @Nullable Boolean simulated) {

        /// The id follows from the number, so that a retry asks the same stream under the same idempotency key.
        RegisterPractice toCommand() {
            var value = required("/number", number).strip();
            return new RegisterPractice(
                    Ids.named("practice", value),
                    api(value),
                    required("/name", name),
                    required("/timeZone", timeZone),
                    taxId,
                    specialty,
                    orElse(simulated, false));
        }
    }

    /// A clinician or group.
    ///
    /// @param stub seen in claims only, and to be named later; absent: no
    record ProviderRequest(
            @Schema(requiredMode = REQUIRED) @Nullable String number,
            @Nullable String name,
            @Nullable String npi,
            @Nullable String specialty,
            @Nullable String taxonomy,
            @Nullable String tin,
            @Nullable Boolean stub) {

        RegisterProvider toCommand(UUID practice) {
            return new RegisterProvider(
                    Ids.next(),
                    practice,
                    api(required("/number", number).strip()),
                    name,
                    npi,
                    specialty,
                    taxonomy,
                    tin,
                    orElse(stub, false));
        }
    }

    /// Who answers claims.
    ///
    /// @param payerClass absent: NOT_STATED
    /// @param aliases other numbers and names under which files speak of it
    record PayerRequest(
            @Schema(requiredMode = REQUIRED) @Nullable String number,
            @Schema(requiredMode = REQUIRED) @Nullable String name,
            @Nullable PayerClass payerClass,
            @Nullable List<@Nullable String> aliases) {

        RegisterPayer toCommand(UUID practice) {
            return new RegisterPayer(
                    Ids.next(),
                    practice,
                    api(required("/number", number).strip()),
                    required("/name", name),
                    orElse(payerClass, PayerClass.NOT_STATED),
                    list("/aliases", aliases));
        }
    }

    /// Deadlines that a payer sets or must keep.
    ///
    /// @param termsVersion how the source names this publication
    record TermsRequest(
            @Schema(requiredMode = REQUIRED) @Nullable List<@Nullable TermRequest> terms,
            @Schema(requiredMode = REQUIRED) @Nullable String termsVersion) {

        SetPayerTerms toCommand(UUID payer, UUID practice) {
            return new SetPayerTerms(
                    payer,
                    practice,
                    list("/terms", required("/terms", terms), (String at, TermRequest it) -> it.toTerm(at)),
                    required("/termsVersion", termsVersion));
        }
    }

    /// One deadline.
    ///
    /// @param level level of appeal, where the kind is about appeals
    /// @param presumedReceiptDays added where a letter is presumed to arrive later than it was dated; absent: 0
    /// @param effectiveTo first day on which it no longer holds
    record TermRequest(
            @Schema(requiredMode = REQUIRED) Term.@Nullable Kind kind,
            @Nullable Integer level,
            @Schema(requiredMode = REQUIRED) @Nullable Integer days,
            @Schema(requiredMode = REQUIRED) Term.@Nullable CountsFrom countsFrom,
            @Nullable Integer presumedReceiptDays,
            @Schema(requiredMode = REQUIRED) @Nullable LocalDate effectiveFrom,
            @Nullable LocalDate effectiveTo,
            @Nullable String citation) {

        Term toTerm(String at) {
            return new Term(
                    required(at + "/kind", kind),
                    level,
                    required(at + "/days", days),
                    required(at + "/countsFrom", countsFrom),
                    orElse(presumedReceiptDays, 0),
                    required(at + "/effectiveFrom", effectiveFrom),
                    effectiveTo,
                    citation);
        }
    }

    private static ExternalId api(String number) {
        return new ExternalId("api", number);
    }
}
