package claimtrail.command.reference;

import static claimtrail.command.web.Fields.list;
import static claimtrail.command.web.Fields.orElse;
import static claimtrail.command.web.Fields.required;
import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;

import claimtrail.command.reference.ReferenceCommand.ChangeSetting;
import claimtrail.command.reference.ReferenceCommand.ClassifyReason;
import claimtrail.command.reference.ReferenceCommand.PublishCode;
import claimtrail.command.reference.ReferenceCommand.PublishDefinition;
import claimtrail.command.web.Fields;
import claimtrail.event.Reason;
import claimtrail.event.reference.ReferenceEvent.CodePublished;
import claimtrail.event.reference.ReferenceEvent.DefinitionKind;
import claimtrail.event.reference.ReferenceEvent.DefinitionPublished;
import claimtrail.event.reference.ReferenceEvent.Effect;
import claimtrail.event.reference.ReferenceEvent.ModifierUse;
import claimtrail.event.reference.ReferenceEvent.PayerRule;
import claimtrail.event.reference.ReferenceEvent.Preventable;
import claimtrail.event.reference.ReferenceEvent.ReasonClassified;
import claimtrail.event.reference.ReferenceEvent.RelatedCode;
import claimtrail.event.reference.ReferenceEvent.Relation;
import claimtrail.event.reference.ReferenceEvent.SettingChanged;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What is published about codes, definitions and settings.
final class ReferenceRequests {

    private ReferenceRequests() {}

    /// What a reason code means from a day on.
    ///
    /// @param remark only for adjustments with this remark
    /// @param group only for this adjustment group
    /// @param payer only for this payer
    record ReasonRequest(
            @Schema(requiredMode = REQUIRED) @Nullable String system,
            @Schema(requiredMode = REQUIRED) @Nullable String code,
            @Nullable String remark,
            @Nullable String group,
            @Nullable UUID payer,
            @Schema(requiredMode = REQUIRED) @Nullable Effect effect,
            @Nullable String reasonClass,
            @Nullable String category,
            @Nullable Preventable preventable,
            @Schema(requiredMode = REQUIRED) @Nullable LocalDate effectiveFrom,
            @Nullable LocalDate effectiveTo) {

        ClassifyReason toCommand(UUID practice) {
            var classified = new ReasonClassified(
                    new Reason(required("/system", system), required("/code", code)),
                    remark,
                    group,
                    payer,
                    required("/effect", effect),
                    reasonClass,
                    category,
                    preventable,
                    required("/effectiveFrom", effectiveFrom),
                    effectiveTo);
            return new ClassifyReason(ReferenceStreams.of(practice, classified), practice, classified);
        }
    }

    /// The reference card of a procedure code, in our own wording.
    ///
    /// @param modifiers those that go with the code
    /// @param related codes that have to do with it
    /// @param payerRules what payers say about it, in words
    /// @param asserted what a source says of it that nobody tested
    record CodeRequest(
            @Schema(requiredMode = REQUIRED) @Nullable String code,
            @Schema(requiredMode = REQUIRED) @Nullable Integer version,
            @Schema(requiredMode = REQUIRED) @Nullable String title,
            @Schema(requiredMode = REQUIRED) @Nullable String category,
            @Schema(requiredMode = REQUIRED) @Nullable LocalDate effectiveFrom,
            @Nullable List<@Nullable String> typicalDiagnoses,
            @Nullable List<@Nullable String> documentation,
            @Nullable List<@Nullable String> bestPractices,
            @Nullable List<@Nullable String> warnings,
            @Nullable List<@Nullable ModifierRequest> modifiers,
            @Nullable List<@Nullable RelatedRequest> related,
            @Nullable List<@Nullable PayerRuleRequest> payerRules,
            @Nullable Map<String, String> asserted) {

        PublishCode toCommand(UUID practice) {
            var published = new CodePublished(
                    required("/code", code),
                    required("/version", version),
                    required("/title", title),
                    required("/category", category),
                    required("/effectiveFrom", effectiveFrom),
                    list("/typicalDiagnoses", typicalDiagnoses),
                    list("/documentation", documentation),
                    list("/bestPractices", bestPractices),
                    list("/warnings", warnings),
                    list("/modifiers", modifiers, (at, it) -> it.toModifier(at)),
                    list("/related", related, (at, it) -> it.toRelated(at)),
                    list("/payerRules", payerRules, (at, it) -> it.toRule(at)),
                    asserted);
            return new PublishCode(ReferenceStreams.of(practice, published), practice, published);
        }
    }

    /// A modifier that goes with the code.
    ///
    /// @param required absent: no
    record ModifierRequest(
            @Schema(requiredMode = REQUIRED) @Nullable String code,
            @Schema(requiredMode = REQUIRED) @Nullable String usage,
            @Nullable Boolean required) {

        private ModifierUse toModifier(String at) {
            return new ModifierUse(
                    Fields.required(at + "/code", code),
                    Fields.required(at + "/usage", usage),
                    orElse(required, false));
        }
    }

    /// A code that has to do with it.
    record RelatedRequest(
            @Schema(requiredMode = REQUIRED) @Nullable String code,
            @Schema(requiredMode = REQUIRED) @Nullable Relation relation) {

        private RelatedCode toRelated(String at) {
            return new RelatedCode(required(at + "/code", code), required(at + "/relation", relation));
        }
    }

    /// What a payer says about it, in words.
    ///
    /// @param from first day on which it holds; absent: not known
    record PayerRuleRequest(
            @Schema(requiredMode = REQUIRED) @Nullable String payer,
            @Schema(requiredMode = REQUIRED) @Nullable String rule,
            @Nullable LocalDate from) {

        private PayerRule toRule(String at) {
            return new PayerRule(required(at + "/payer", payer), required(at + "/rule", rule), from);
        }
    }

    /// A metric, rule or fold in words an auditor reads.
    ///
    /// @param standard shown by default from that day on; absent: no
    record DefinitionRequest(
            @Schema(requiredMode = REQUIRED) @Nullable DefinitionKind kind,
            @Schema(requiredMode = REQUIRED) @Nullable String id,
            @Schema(requiredMode = REQUIRED) @Nullable Integer version,
            @Schema(requiredMode = REQUIRED) @Nullable String text,
            @Nullable Map<String, String> parameters,
            @Schema(requiredMode = REQUIRED) @Nullable LocalDate effectiveFrom,
            @Nullable Boolean standard) {

        PublishDefinition toCommand(UUID practice) {
            var published = new DefinitionPublished(
                    required("/kind", kind),
                    required("/id", id),
                    required("/version", version),
                    required("/text", text),
                    orElse(parameters, Map.of()),
                    required("/effectiveFrom", effectiveFrom),
                    orElse(standard, false));
            return new PublishDefinition(ReferenceStreams.of(practice, published), practice, published);
        }
    }

    /// A value from a day on.
    ///
    /// @param value a whole number, as text; money in cents
    record SettingRequest(
            @Schema(requiredMode = REQUIRED) @Nullable String setting,
            @Schema(requiredMode = REQUIRED) @Nullable String value,
            @Nullable String unit,
            @Schema(requiredMode = REQUIRED) @Nullable LocalDate effectiveFrom) {

        ChangeSetting toCommand(UUID practice) {
            var changed = new SettingChanged(
                    required("/setting", setting),
                    required("/value", value),
                    unit,
                    required("/effectiveFrom", effectiveFrom));
            return new ChangeSetting(ReferenceStreams.of(practice, changed), practice, changed);
        }
    }
}
