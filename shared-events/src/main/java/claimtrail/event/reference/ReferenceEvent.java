package claimtrail.event.reference;

import claimtrail.event.DomainEvent;
import claimtrail.event.Reason;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What codes mean, how we count, what is set: one stream per (kind, key), superseded by effective day.
public sealed interface ReferenceEvent extends DomainEvent {

    /// What a reason code means to us from a day on.
    ///
    /// @param remark narrows the meaning to adjustments with this remark
    /// @param group narrows it to one adjustment group
    /// @param payer narrows it to one payer (an override)
    record ReasonClassified(
            Reason reason,
            @Nullable String remark,
            @Nullable String group,
            @Nullable UUID payer,
            Effect effect,
            @Nullable String reasonClass,
            @Nullable String category,
            @Nullable Preventable preventable,
            LocalDate effectiveFrom,
            @Nullable LocalDate effectiveTo)
            implements ReferenceEvent {}

    /// A reference card of a procedure code, in our own wording.
    record CodePublished(
            String code,
            int version,
            String title,
            String category,
            LocalDate effectiveFrom,
            List<String> typicalDiagnoses,
            List<String> documentation,
            List<String> bestPractices,
            List<String> warnings,
            List<ModifierUse> modifiers,
            List<RelatedCode> related,
            List<PayerRule> payerRules,
            @Nullable Map<String, String> asserted)
            implements ReferenceEvent {
        public CodePublished {
            typicalDiagnoses = List.copyOf(typicalDiagnoses);
            documentation = List.copyOf(documentation);
            bestPractices = List.copyOf(bestPractices);
            warnings = List.copyOf(warnings);
            modifiers = List.copyOf(modifiers);
            related = List.copyOf(related);
            payerRules = List.copyOf(payerRules);
        }
    }

    /// A metric, rule or fold in words an auditor reads.
    ///
    /// @param standard shown by default from here on
    record DefinitionPublished(
            DefinitionKind kind,
            String id,
            int version,
            String text,
            Map<String, String> parameters,
            LocalDate effectiveFrom,
            boolean standard)
            implements ReferenceEvent {
        public DefinitionPublished {
            parameters = Map.copyOf(parameters);
        }
    }

    /// A setting takes a value from a day on.
    record SettingChanged(
            String setting, String value, @Nullable String unit, LocalDate effectiveFrom) implements ReferenceEvent {}

    /// How tables of a practice are read from a day on: which column means what.
    ///
    /// @param profile its name
    /// @param mapping the profile as a JSON object, to the letter as it was published
    record MappingProfilePublished(String profile, int version, String mapping, LocalDate effectiveFrom)
            implements ReferenceEvent {}

    /// A modifier that goes with a code.
    record ModifierUse(String code, String usage, boolean required) {}

    /// A code that has to do with another.
    record RelatedCode(String code, Relation relation) {}

    /// A payer's rule about a code, in words.
    record PayerRule(String payer, String rule, @Nullable LocalDate from) {}

    /// How two codes relate.
    enum Relation {
        BUNDLE,
        ALTERNATIVE,
        ADD_ON,
        PREREQUISITE
    }

    /// What a code does to an amount.
    enum Effect {
        NEUTRAL,
        COST_SHARE,
        DENYING
    }

    /// Whether the practice could have avoided the denial.
    enum Preventable {
        YES,
        MOSTLY,
        PARTLY,
        NO
    }

    /// What is defined.
    enum DefinitionKind {
        METRIC,
        RULE,
        FOLD
    }
}
