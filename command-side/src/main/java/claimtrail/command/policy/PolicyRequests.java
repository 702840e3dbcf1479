package claimtrail.command.policy;

import static claimtrail.command.web.Fields.list;
import static claimtrail.command.web.Fields.required;
import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;

import claimtrail.command.policy.PolicyCommand.PublishPolicy;
import claimtrail.command.policy.PolicyCommand.RetirePolicy;
import claimtrail.event.ExternalId;
import claimtrail.event.Ids;
import claimtrail.event.policy.Conditions;
import claimtrail.event.policy.Conditions.Age;
import claimtrail.event.policy.Conditions.Frequency;
import claimtrail.event.policy.Conditions.Modifiers;
import claimtrail.event.policy.PolicyEvent.Mode;
import claimtrail.event.policy.PolicyEvent.PolicyPublished;
import claimtrail.event.policy.PolicyEvent.Reference;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What is published about a rule of a payer or of the public.
final class PolicyRequests {

    private PolicyRequests() {}

    /// A version of a rule. The first one opens the policy; later ones are found by the number.
    ///
    /// @param applies who and when it applies; absent: always
    /// @param demands what it asks for; absent: nothing
    /// @param carcs codes expected on a denial by it
    /// @param related numbers of other policies
    record PolicyRequest(
            @Schema(requiredMode = REQUIRED) @Nullable String number,
            @Schema(requiredMode = REQUIRED) @Nullable Integer version,
            @Schema(requiredMode = REQUIRED) @Nullable String name,
            @Schema(requiredMode = REQUIRED) @Nullable Mode mode,
            @Schema(requiredMode = REQUIRED) @Nullable LocalDate effectiveFrom,
            @Nullable LocalDate effectiveTo,
            @Nullable String topic,
            @Nullable String origin,
            @Nullable List<@Nullable String> logic,
            @Nullable ConditionsRequest applies,
            @Nullable ConditionsRequest demands,
            @Nullable List<@Nullable String> carcs,
            @Nullable List<@Nullable String> rarcs,
            @Nullable String description,
            @Nullable String rationale,
            @Nullable String commonMistake,
            @Nullable String fix,
            @Nullable List<@Nullable SourceRequest> references,
            @Nullable List<@Nullable String> related) {

        /// The id follows from the number, so that every version is asked of one stream.
        PublishPolicy toCommand(UUID practice) {
            var id = new ExternalId("api", required("/number", number).strip());
            var published = new PolicyPublished(
                    id,
                    required("/version", version),
                    required("/name", name),
                    required("/mode", mode),
                    required("/effectiveFrom", effectiveFrom),
                    effectiveTo,
                    topic,
                    origin,
                    list("/logic", logic),
                    applies == null ? Conditions.none() : applies.toConditions("/applies"),
                    demands == null ? Conditions.none() : demands.toConditions("/demands"),
                    list("/carcs", carcs),
                    list("/rarcs", rarcs),
                    description,
                    rationale,
                    commonMistake,
                    fix,
                    list("/references", references, (at, it) -> it.toReference(at)),
                    list("/related", related, (_, it) -> new ExternalId("api", it)),
                    null);
            return new PublishPolicy(
                    Ids.named("policy", practice.toString(), id.source(), id.value()), practice, published);
        }
    }

    /// Conditions on a line; what is absent is not asked.
    record ConditionsRequest(
            @Nullable List<@Nullable String> payers,
            @Nullable List<@Nullable String> claimTypes,
            @Nullable List<@Nullable String> codes,
            @Nullable List<@Nullable String> companions,
            @Nullable List<@Nullable String> diagnoses,
            @Nullable List<@Nullable String> places,
            @Nullable ModifiersRequest modifiers,
            @Nullable AgeRequest age,
            @Nullable FrequencyRequest frequency,
            @Nullable Boolean authorisation,
            @Nullable Integer filingDays,
            @Nullable List<@Nullable String> unchecked) {

        Conditions toConditions(String at) {
            return new Conditions(
                    list(at + "/payers", payers),
                    list(at + "/claimTypes", claimTypes),
                    list(at + "/codes", codes),
                    list(at + "/companions", companions),
                    list(at + "/diagnoses", diagnoses),
                    list(at + "/places", places),
                    modifiers == null ? null : modifiers.toModifiers(at + "/modifiers"),
                    age == null ? null : new Age(age.min(), age.max()),
                    frequency == null ? null : frequency.toFrequency(at + "/frequency"),
                    authorisation,
                    filingDays,
                    list(at + "/unchecked", unchecked));
        }
    }

    /// Modifiers that a line must or must not have.
    record ModifiersRequest(
            @Nullable List<@Nullable String> anyOf,
            @Nullable List<@Nullable String> allOf,
            @Nullable List<@Nullable String> noneOf) {

        Modifiers toModifiers(String at) {
            return new Modifiers(list(at + "/anyOf", anyOf), list(at + "/allOf", allOf), list(at + "/noneOf", noneOf));
        }
    }

    /// Years at the service day, both ends included.
    record AgeRequest(@Nullable Integer min, @Nullable Integer max) {}

    /// At most so many services per period.
    record FrequencyRequest(
            @Schema(requiredMode = REQUIRED) @Nullable Integer count,
            @Schema(requiredMode = REQUIRED) Frequency.@Nullable Period per,
            @Nullable Integer everyDays) {

        Frequency toFrequency(String at) {
            return new Frequency(required(at + "/count", count), required(at + "/per", per), everyDays);
        }
    }

    /// Where a rule can be read.
    record SourceRequest(
            @Schema(requiredMode = REQUIRED) @Nullable String title,
            @Nullable String url) {

        Reference toReference(String at) {
            return new Reference(required(at + "/title", title), url);
        }
    }

    /// The rule no longer holds.
    record RetirementRequest(
            @Schema(requiredMode = REQUIRED) @Nullable LocalDate retiredOn) {

        RetirePolicy toCommand(UUID policy, UUID practice) {
            return new RetirePolicy(policy, practice, required("/retiredOn", retiredOn));
        }
    }
}
