package claimtrail.command.pattern;

import static claimtrail.command.web.Fields.list;
import static claimtrail.command.web.Fields.orElse;
import static claimtrail.command.web.Fields.required;
import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;

import claimtrail.command.claim.PatientTokens;
import claimtrail.command.pattern.PatternCommand.DeclarePattern;
import claimtrail.command.pattern.PatternCommand.MovePattern;
import claimtrail.command.pattern.PatternCommand.RecordPatternAction;
import claimtrail.command.pattern.PatternCommand.SetGuidance;
import claimtrail.command.store.VaultEntry;
import claimtrail.event.ExternalId;
import claimtrail.event.Ids;
import claimtrail.event.pattern.PatternEvent.ActionRecorded;
import claimtrail.event.pattern.PatternEvent.ActionType;
import claimtrail.event.pattern.PatternEvent.Confidence;
import claimtrail.event.pattern.PatternEvent.GuidanceSet;
import claimtrail.event.pattern.PatternEvent.LongTerm;
import claimtrail.event.pattern.PatternEvent.Origin;
import claimtrail.event.pattern.PatternEvent.PatternDetected;
import claimtrail.event.pattern.PatternEvent.RecoveryStatus;
import claimtrail.event.pattern.PatternEvent.RootCause;
import claimtrail.event.pattern.PatternEvent.ShortTerm;
import claimtrail.event.pattern.PatternEvent.Status;
import io.swagger.v3.oas.annotations.media.Schema;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.io.JsonStringEncoder;

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

    /// What was done about a pattern.
    ///
    /// @param note kept in the vault
    record ActionRequest(
            @Schema(requiredMode = REQUIRED) @Nullable ActionType actionType,
            @Schema(requiredMode = REQUIRED) @Nullable LocalDate takenOn,
            @Nullable String note) {

        /// @param tokens name the note, so that a retry finds it again
        RecordPatternAction toCommand(UUID pattern, UUID practice, PatientTokens tokens) {
            var text = note == null || note.isBlank() ? null : note(pattern, practice, note.strip(), tokens);
            return new RecordPatternAction(
                    pattern,
                    practice,
                    new ActionRecorded(
                            required("/actionType", actionType),
                            required("/takenOn", takenOn),
                            text == null ? null : text.ref()),
                    text);
        }

        private static VaultEntry note(UUID pattern, UUID practice, String text, PatientTokens tokens) {
            var json = '"' + new String(JsonStringEncoder.getInstance().quoteAsCharArray(text)) + '"';
            return new VaultEntry(
                    tokens.reference(pattern, json), practice, practice, json.getBytes(StandardCharsets.UTF_8));
        }
    }

    /// Where a person puts a pattern.
    ///
    /// @param to ARCHIVED, or ACTIVE again
    record StatusRequest(
            @Schema(requiredMode = REQUIRED) @Nullable Status to,
            @Schema(requiredMode = REQUIRED) @Nullable LocalDate on) {

        MovePattern toCommand(UUID pattern, UUID practice) {
            return new MovePattern(pattern, practice, required("/to", to), required("/on", on));
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
