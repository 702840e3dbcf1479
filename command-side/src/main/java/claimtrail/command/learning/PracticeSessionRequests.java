package claimtrail.command.learning;

import static claimtrail.command.web.Fields.orElse;
import static claimtrail.command.web.Fields.required;
import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;

import claimtrail.command.learning.PracticeSessionCommand.ApplyCorrection;
import claimtrail.command.learning.PracticeSessionCommand.CompletePractice;
import claimtrail.command.learning.PracticeSessionCommand.StartPractice;
import claimtrail.event.ExternalId;
import claimtrail.event.Ids;
import claimtrail.event.learning.PracticeSessionEvent.CorrectionApplied;
import claimtrail.event.learning.PracticeSessionEvent.CorrectionKind;
import claimtrail.event.learning.PracticeSessionEvent.Device;
import claimtrail.event.learning.PracticeSessionEvent.Kind;
import claimtrail.event.learning.PracticeSessionEvent.PracticeCompleted;
import claimtrail.event.learning.PracticeSessionEvent.PracticeStarted;
import claimtrail.event.learning.PracticeSessionEvent.Scope;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What is told of a sitting.
final class PracticeSessionRequests {

    private PracticeSessionRequests() {}

    /// A person sits down to practise.
    ///
    /// @param number the caller's own number of the sitting
    /// @param user pseudonym; absent: not stated
    /// @param kind absent: GUIDED
    record StartRequest(
            @Nullable String number,
            @Nullable String user,
            @Schema(requiredMode = REQUIRED) @Nullable UUID pattern,
            @Nullable Kind kind,
            @Nullable Device device,
            @Schema(requiredMode = REQUIRED) @Nullable Instant startedAt) {

        StartPractice toCommand(UUID practice) {
            return new StartPractice(
                    Ids.next(),
                    practice,
                    new PracticeStarted(
                            api(number),
                            orElse(user, "-"),
                            required("/pattern", pattern),
                            orElse(kind, Kind.GUIDED),
                            device,
                            required("/startedAt", startedAt)));
        }
    }

    /// The sitting ends.
    ///
    /// @param seconds time spent, as the client measured it
    record CompletionRequest(
            @Schema(requiredMode = REQUIRED) @Nullable Instant completedAt,
            @Nullable Integer seconds,
            @Nullable Integer correct,
            @Nullable Integer total,
            @Nullable Integer correctionsReported) {

        CompletePractice toCommand(UUID session, UUID practice) {
            return new CompletePractice(
                    session,
                    practice,
                    new PracticeCompleted(
                            required("/completedAt", completedAt), seconds, correct, total, correctionsReported));
        }
    }

    /// A way of working changes.
    ///
    /// @param effectiveOn the day from which it holds
    /// @param scope absent: FUTURE_CLAIMS
    record CorrectionRequest(
            @Nullable String number,
            @Nullable String user,
            @Schema(requiredMode = REQUIRED) @Nullable UUID pattern,
            @Schema(requiredMode = REQUIRED) @Nullable CorrectionKind kind,
            @Schema(requiredMode = REQUIRED) @Nullable LocalDate effectiveOn,
            @Schema(requiredMode = REQUIRED) @Nullable Instant appliedAt,
            @Nullable Scope scope,
            @Nullable UUID claim) {

        ApplyCorrection toCommand(UUID session, UUID practice) {
            return new ApplyCorrection(
                    session,
                    practice,
                    new CorrectionApplied(
                            api(number),
                            orElse(user, "-"),
                            required("/pattern", pattern),
                            required("/kind", kind),
                            required("/effectiveOn", effectiveOn),
                            required("/appliedAt", appliedAt),
                            orElse(scope, Scope.FUTURE_CLAIMS),
                            claim));
        }
    }

    private static @Nullable ExternalId api(@Nullable String number) {
        return number == null ? null : new ExternalId("api", number.strip());
    }
}
