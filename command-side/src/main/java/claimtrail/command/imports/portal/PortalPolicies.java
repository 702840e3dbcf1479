package claimtrail.command.imports.portal;

import claimtrail.command.imports.json.Fields;
import claimtrail.command.imports.reading.NotReadable;
import claimtrail.command.imports.reading.Note;
import claimtrail.command.imports.reading.Statement;
import claimtrail.event.ExternalId;
import claimtrail.event.policy.Conditions;
import claimtrail.event.policy.Conditions.Age;
import claimtrail.event.policy.Conditions.Frequency;
import claimtrail.event.policy.Conditions.Modifiers;
import claimtrail.event.policy.PolicyEvent.Mode;
import claimtrail.event.policy.PolicyEvent.PolicyPublished;
import claimtrail.event.policy.PolicyEvent.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A policy of the portal or of the scenario editor's library. Codes of reasons are taken without their texts, which
/// belong to X12.
final class PortalPolicies {

    private static final List<String> FIGURES = List.of(
            "hitRate",
            "denialRate",
            "appealRate",
            "overturnRate",
            "impact",
            "insightCount",
            "providersImpacted",
            "trend",
            "learningMarkersCount",
            "recentTests",
            "geography");

    private PortalPolicies() {}

    /// The library speaks of modes in other words than the portal.
    static boolean isLibrary(JsonNode policy) {
        var mode = policy.path("mode").asString("");
        return !mode.equals("active") && !mode.equals("observation");
    }

    static List<Statement> statements(Fields policy, String source, List<Note> notes) {
        var asserted = Asserted.of(policy, FIGURES);
        if (!asserted.isEmpty()) {
            notes.add(Note.warning("FIGURES_ASSERTED", ""));
        }
        var logic = policy.textOrNull("logicType");
        var codes = policy.texts("procedureCodes");
        var applies = new Conditions(
                List.of(),
                policy.texts("applicableClaimTypes").stream()
                        .map(type -> type.toUpperCase(Locale.ROOT))
                        .toList(),
                codes,
                List.of(),
                policy.texts("diagnosisCodes"),
                List.of(),
                null,
                null,
                null,
                null,
                null,
                List.of());
        var published = new PolicyPublished(
                new ExternalId(source, policy.text("id")),
                1,
                policy.text("name"),
                mode(policy),
                policy.day("effectiveDate"),
                policy.dayOrNull("endDate"),
                policy.textOrNull("topic"),
                policy.textOrNull("source"),
                logic == null ? List.of() : List.of(logic),
                applies,
                demands(policy, notes),
                policy.each("carcCodes", (reason, _) -> reason.text("code")),
                policy.each("rarcCodes", (remark, _) -> remark.text("code")),
                policy.textOrNull("description"),
                policy.textOrNull("clinicalRationale"),
                policy.textOrNull("commonMistake"),
                policy.textOrNull("fixGuidance"),
                policy.each("referenceDocs", (doc, _) -> new Reference(doc.text("title"), doc.textOrNull("url"))),
                policy.texts("relatedPolicies").stream()
                        .map(number -> new ExternalId(source, number))
                        .toList(),
                asserted.isEmpty() ? null : asserted);
        return List.of(new Statement.PolicyStated(published, false));
    }

    private static Mode mode(Fields policy) {
        return switch (policy.text("mode").toLowerCase(Locale.ROOT)) {
            case "active", "edit" -> Mode.EDIT;
            case "observation", "informational", "stealth" -> Mode.INFORM;
            case "inspection", "pay & advise" -> Mode.ADVISE;
            default -> throw NotReadable.held("STATUS_UNKNOWN", "/mode");
        };
    }

    private static Conditions demands(Fields policy, List<Note> notes) {
        var unchecked = new ArrayList<String>();
        var modifiers = policy.texts("modifiers");
        return new Conditions(
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                policy.texts("placeOfService"),
                modifiers.isEmpty() ? null : new Modifiers(modifiers, List.of(), List.of()),
                age(policy, unchecked, notes),
                frequency(policy, unchecked, notes),
                null,
                null,
                unchecked);
    }

    private static @Nullable Age age(Fields policy, List<String> unchecked, List<Note> notes) {
        var sentence = policy.textOr("ageRestrictions", "");
        if (sentence.isEmpty()) {
            return null;
        }
        notes.add(Note.warning("LIMIT_AS_SENTENCE", "/ageRestrictions"));
        var age = LimitSentence.age(sentence);
        if (age == null) {
            notes.add(Note.warning("LIMIT_UNCHECKED", "/ageRestrictions"));
            unchecked.add(sentence);
        }
        return age;
    }

    private static @Nullable Frequency frequency(Fields policy, List<String> unchecked, List<Note> notes) {
        var limit = policy.objectOrNull("frequencyLimits");
        if (limit != null) {
            var count = limit.wholeOrNull("count");
            var period = LimitSentence.period(limit.text("period"));
            if (count == null || period == null) {
                throw new NotReadable("CODE_UNREADABLE", limit.pointer());
            }
            return new Frequency(count, period, null);
        }
        var sentence = policy.textOr("frequencyLimits", "");
        if (sentence.isEmpty()) {
            return null;
        }
        notes.add(Note.warning("LIMIT_AS_SENTENCE", "/frequencyLimits"));
        var frequency = LimitSentence.frequency(sentence);
        if (frequency == null) {
            notes.add(Note.warning("LIMIT_UNCHECKED", "/frequencyLimits"));
            unchecked.add(sentence);
        }
        return frequency;
    }
}
