package claimtrail.command.imports.portal;

import claimtrail.command.imports.json.Fields;
import claimtrail.command.imports.reading.ClaimName;
import claimtrail.command.imports.reading.NotReadable;
import claimtrail.command.imports.reading.Note;
import claimtrail.command.imports.reading.Statement;
import claimtrail.event.ExternalId;
import claimtrail.event.pattern.PatternEvent.Confidence;
import claimtrail.event.pattern.PatternEvent.GuidanceSet;
import claimtrail.event.pattern.PatternEvent.LongTerm;
import claimtrail.event.pattern.PatternEvent.Origin;
import claimtrail.event.pattern.PatternEvent.PatternDetected;
import claimtrail.event.pattern.PatternEvent.RecoveryStatus;
import claimtrail.event.pattern.PatternEvent.RootCause;
import claimtrail.event.pattern.PatternEvent.ShortTerm;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A pattern of the portal: declared with its codes as scope, and its guidance. Everything it counts is asserted.
final class PortalPatterns {

    private static final List<String> FIGURES = List.of(
            "status",
            "tier",
            "score",
            "avgDenialAmount",
            "totalAtRisk",
            "lastSeen",
            "learningProgress",
            "practiceSessionsCompleted",
            "correctionsApplied",
            "improvements",
            "recoverableClaimCount",
            "recoverableAmount",
            "detectionConfidence");

    /// Reason class by the portal's category. "Billing error" was used by the portal for services that a plan does not
    /// cover.
    private static final Map<String, String> CLASSES = Map.of(
            "modifier-missing", "MOD25",
            "authorization", "AUTHORIZATION",
            "documentation", "DOCUMENTATION",
            "code-mismatch", "BUNDLED",
            "timing", "TIMELY",
            "billing-error", "NOT_COVERED",
            "coding-specificity", "DX_SPECIFICITY",
            "medical-necessity", "NECESSITY");

    private PortalPatterns() {}

    static List<Statement> statements(Fields pattern, String source, List<Note> notes) {
        var asserted = Asserted.of(pattern, FIGURES);
        if (!asserted.isEmpty()) {
            notes.add(Note.warning("FIGURES_ASSERTED", ""));
        }
        pattern.each(
                "improvements",
                (improvement, _) -> notes.add(Note.warning("IMPROVEMENT_ASSERTED", improvement.pointer())));
        var category = pattern.text("category");
        var declared = new PatternDetected(
                new ExternalId(source, pattern.text("id")),
                Origin.IMPORTED,
                null,
                null,
                CLASSES.getOrDefault(category.toLowerCase(Locale.ROOT).replace('_', '-'), "UNCLASSIFIED"),
                category,
                pattern.text("title"),
                pattern.texts("relatedCodes"),
                pattern.day("firstDetected"),
                null,
                null,
                null,
                List.of(),
                null,
                asserted.isEmpty() ? null : asserted);
        return List.of(new Statement.PatternStated(
                declared,
                guidance(pattern),
                pattern.each("evidence", (evidence, _) -> ClaimName.of(source, evidence.text("claimId"))),
                pattern.texts("affectedClaims").stream()
                        .map(number -> ClaimName.of(source, number))
                        .toList(),
                pattern.texts("relatedPolicies").stream()
                        .map(number -> new ExternalId(source, number))
                        .toList()));
    }

    private static GuidanceSet guidance(Fields pattern) {
        return new GuidanceSet(
                pattern.day("lastUpdated"),
                pattern.textOrNull("description"),
                pattern.textOrNull("suggestedAction"),
                shortTerm(pattern.objectOrNull("shortTermAction")),
                longTerm(pattern.objectOrNull("longTermAction")),
                recovery(pattern),
                pattern.text("actionCategory"),
                List.of(),
                pattern.each(
                        "possibleRootCauses",
                        (cause, _) -> new RootCause(
                                cause.text("category"),
                                confidence(cause),
                                cause.texts("signals"),
                                cause.textOr("explanation", ""))));
    }

    private static @Nullable ShortTerm shortTerm(@Nullable Fields action) {
        return action == null ? null : new ShortTerm(action.text("description"), action.flag("canResubmit"));
    }

    private static @Nullable LongTerm longTerm(@Nullable Fields action) {
        return action == null ? null : new LongTerm(action.text("description"), action.texts("steps"));
    }

    private static RecoveryStatus recovery(Fields pattern) {
        return switch (pattern.text("recoveryStatus").toLowerCase(Locale.ROOT).replace('-', '_')) {
            case "recoverable" -> RecoveryStatus.RECOVERABLE;
            case "partial" -> RecoveryStatus.PARTIAL;
            case "not_recoverable" -> RecoveryStatus.NOT_RECOVERABLE;
            default -> throw NotReadable.held("STATUS_UNKNOWN", "/recoveryStatus");
        };
    }

    private static Confidence confidence(Fields cause) {
        return switch (cause.text("confidence").toLowerCase(Locale.ROOT)) {
            case "high" -> Confidence.HIGH;
            case "medium" -> Confidence.MEDIUM;
            case "low" -> Confidence.LOW;
            default -> throw NotReadable.held("STATUS_UNKNOWN", cause.at("confidence"));
        };
    }
}
