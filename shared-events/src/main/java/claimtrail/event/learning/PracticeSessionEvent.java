package claimtrail.event.learning;

import claimtrail.event.DomainEvent;
import claimtrail.event.ExternalId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One sitting in which a person trains on a pattern or applies a correction.
public sealed interface PracticeSessionEvent extends DomainEvent {

    /// A sitting begins.
    ///
    /// @param user pseudonym, `-` if not stated
    record PracticeStarted(
            @Nullable ExternalId number,
            String user,
            UUID pattern,
            Kind kind,
            @Nullable Device device,
            Instant startedAt)
            implements PracticeSessionEvent {}

    /// A sitting ends.
    ///
    /// @param seconds time spent, as measured by the client
    record PracticeCompleted(
            Instant completedAt,
            @Nullable Integer seconds,
            @Nullable Integer correct,
            @Nullable Integer total,
            @Nullable Integer correctionsReported)
            implements PracticeSessionEvent {}

    /// A way of working changes, dated by the day from which it holds.
    record CorrectionApplied(
            @Nullable ExternalId number,
            String user,
            UUID pattern,
            CorrectionKind kind,
            LocalDate effectiveOn,
            Instant appliedAt,
            Scope scope,
            @Nullable UUID claim)
            implements PracticeSessionEvent {}

    /// The form of practice.
    enum Kind {
        GUIDED,
        FREE_FORM
    }

    /// What the person sat at.
    enum Device {
        DESKTOP,
        MOBILE,
        TABLET
    }

    /// What was put right.
    enum CorrectionKind {
        ADD_MODIFIER,
        FIX_CODE,
        ADD_DOCUMENTATION,
        OBTAIN_AUTHORISATION,
        UPDATE_WORKFLOW,
        OTHER
    }

    /// What it holds for.
    enum Scope {
        FUTURE_CLAIMS,
        THIS_CLAIM,
        LAB
    }
}
