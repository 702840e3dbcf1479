package claimtrail.command.imports.portal;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// The kinds of file that the portal shipped, told by the wrapping member or, in a bare array, by the first record.
enum PortalFile {
    CLAIMS,
    PROVIDERS,
    POLICIES,
    CODES,
    PATTERNS,
    LEARNING_EVENTS,
    LEARNING_MARKERS,
    INSIGHTS;

    /// @param container name of the wrapped array; empty for a bare one
    static @Nullable PortalFile of(String container, JsonNode first) {
        return switch (container) {
            case "claims" -> first.has("type") ? null : CLAIMS;
            case "providers" -> PROVIDERS;
            case "policies" -> POLICIES;
            case "codeIntelligence" -> CODES;
            case "patterns" -> PATTERNS;
            case "learningEvents" -> LEARNING_EVENTS;
            case "learningMarkers" -> LEARNING_MARKERS;
            case "insights" -> INSIGHTS;
            case "" -> ofRecord(first);
            default -> null;
        };
    }

    private static @Nullable PortalFile ofRecord(JsonNode first) {
        if (first.has("procedureCodes") && first.has("billedAmount")) {
            return CLAIMS;
        }
        if (first.has("npi") && first.has("specialty")) {
            return PROVIDERS;
        }
        if (first.has("logicType") && first.has("mode")) {
            return POLICIES;
        }
        if (first.has("usageHistory") || first.has("documentationRequirements")) {
            return CODES;
        }
        if (first.has("score") && first.has("firstDetected")) {
            return PATTERNS;
        }
        if (first.has("simulationResult")) {
            return LEARNING_MARKERS;
        }
        if (first.has("timestamp") && first.has("sessionId")) {
            return LEARNING_EVENTS;
        }
        return first.has("severity") && first.has("example") ? INSIGHTS : null;
    }
}
