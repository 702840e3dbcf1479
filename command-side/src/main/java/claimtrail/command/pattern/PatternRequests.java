package claimtrail.command.pattern;

import static claimtrail.command.web.Fields.list;
import static claimtrail.command.web.Fields.orElse;
import static claimtrail.command.web.Fields.required;
import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;

import claimtrail.command.pattern.PatternCommand.DeclarePattern;
import claimtrail.command.pattern.PatternCommand.SetGuidance;
import claimtrail.event.ExternalId;
import claimtrail.event.Ids;
import claimtrail.event.pattern.PatternEvent.Confidence;
import claimtrail.event.pattern.PatternEvent.GuidanceSet;
import claimtrail.event.pattern.PatternEvent.LongTerm;
import claimtrail.event.pattern.PatternEvent.Origin;
import claimtrail.event.pattern.PatternEvent.PatternDetected;
import claimtrail.event.pattern.PatternEvent.RecoveryStatus;
import claimtrail.event.pattern.PatternEvent.RootCause;
import claimtrail.event.pattern.PatternEvent.ShortTerm;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a person tells of a pattern.
final class PatternRequests {

    private PatternRequests() {}

    /// A recurring cause of denials that somebody knows of.
    ///
    /// @param codes what it covers; absent: every claim of the practice
    record PatternRequest(
            @Schema(requiredMode = REQUIRED) @Nullable String number,
            @Schema(requiredMode = REQUIRED) @Nullable String reasonClass,
            @Schema(requiredMode = REQUIRED) @Nullable String category,
            @Schema(requiredMode = REQUIRED) @Nullable String title,
            @Nullable List<@Nullable String> codes,
            @Schema(requiredMode = REQUIRED) @Nullable LocalDate detectedOn) {

        DeclarePattern toCommand(UUID practice) {
            return new DeclarePattern(
                    Ids.next(),
                    practice,
                    new PatternDetected(
                            new ExternalId("api", required("/number", number).strip()),
                            Origin.DECLARED,
                            null,
                            null,
                            required("/reasonClass", reasonClass),
                            required("/category", category),
                            required("/title", title),
                            list("/codes", codes),
                            required("/detectedOn", detectedOn),
                            null,
                            null,
                            null,
                            List.of(),
                            null,
                            null));
        }
    }

    /// What can be done about a pattern.
    ///
    /// @param actionCategory the kind of work it asks for
    record GuidanceRequest(
            @Schema(requiredMode = REQUIRED) @Nullable LocalDate on,
            @Nullable String description,
            @Nullable String suggestedAction,
            @Nullable ShortTermRequest shortTerm,
            @Nullable LongTermRequest longTerm,
            @Schema(requiredMode = REQUIRED) @Nullable RecoveryStatus recoveryStatus,
            @Schema(requiredMode = REQUIRED) @Nullable String actionCategory,
            @Nullable List<@Nullable UUID> policies,
            @Nullable List<@Nullable RootCauseRequest> rootCauses) {

        SetGuidance toCommand(UUID pattern, UUID practice) {
            return new SetGuidance(
                    pattern,
                    practice,
                    new GuidanceSet(
                            required("/on", on),
                            description,
                            suggestedAction,
                            shortTerm == null ? null : shortTerm.toShortTerm(),
                            longTerm == null ? null : longTerm.toLongTerm(),
                            required("/recoveryStatus", recoveryStatus),
                            required("/actionCategory", actionCategory),
                            list("/policies", policies),
                            list("/rootCauses", rootCauses, (at, it) -> it.toRootCause(at))));
        }
    }

    /// What can be done at once.
    record ShortTermRequest(
            @Schema(requiredMode = REQUIRED) @Nullable String text,
            @Nullable Boolean canResubmit) {

        ShortTerm toShortTerm() {
            return new ShortTerm(required("/shortTerm/text", text), orElse(canResubmit, false));
        }
    }

    /// What cures the cause.
    record LongTermRequest(
            @Schema(requiredMode = REQUIRED) @Nullable String text,
            @Nullable List<@Nullable String> steps) {

        LongTerm toLongTerm() {
            return new LongTerm(required("/longTerm/text", text), list("/longTerm/steps", steps));
        }
    }

    /// A possible cause, with how sure somebody is.
    record RootCauseRequest(
            @Schema(requiredMode = REQUIRED) @Nullable String category,
            @Schema(requiredMode = REQUIRED) @Nullable Confidence confidence,
            @Nullable List<@Nullable String> signals,
            @Schema(requiredMode = REQUIRED) @Nullable String explanation) {

        RootCause toRootCause(String at) {
            return new RootCause(
                    required(at + "/category", category),
                    required(at + "/confidence", confidence),
                    list(at + "/signals", signals),
                    required(at + "/explanation", explanation));
        }
    }
}
