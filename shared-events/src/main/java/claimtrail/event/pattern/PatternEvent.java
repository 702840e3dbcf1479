package claimtrail.event.pattern;

import claimtrail.event.DomainEvent;
import claimtrail.event.ExternalId;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A recurring cause of denials at one practice.
public sealed interface PatternEvent extends DomainEvent {

    /// The pattern becomes known, found by a detector or told by somebody.
    ///
    /// @param codes scope: what covers 80 % of the evidence
    /// @param evidence the claims that tripped the rule, at most 50
    /// @param asserted figures of the source; no fold reads them
    record PatternDetected(
            @Nullable ExternalId number,
            Origin origin,
            @Nullable String detector,
            @Nullable String subject,
            String reasonClass,
            String category,
            String title,
            List<String> codes,
            LocalDate detectedOn,
            @Nullable String rule,
            @Nullable LocalDate windowFrom,
            @Nullable LocalDate windowTo,
            List<UUID> evidence,
            @Nullable Long asOfPosition,
            @Nullable Map<String, String> asserted)
            implements PatternEvent {
        public PatternDetected {
            codes = List.copyOf(codes);
            evidence = List.copyOf(evidence);
        }
    }

    /// What the pattern's rate was when it was found. Fixed once; again only while provisional.
    ///
    /// @param from first day of decision
    /// @param to last day
    /// @param exposedDecided claims that it could have caught, decided in the window
    /// @param denied claims that it caught
    /// @param provisional too few claims were decided
    /// @param metric what the rate is a value of: `pattern.rate/1`
    /// @param asOfPosition everything up to this place in the log was counted
    record BaselineFixed(
            LocalDate from,
            LocalDate to,
            int exposedDecided,
            int denied,
            long deniedCents,
            boolean provisional,
            String metric,
            long asOfPosition)
            implements PatternEvent {}

    /// The pattern's status changes, with the counts that justify it.
    ///
    /// @param rule absent where a person or an import says so
    /// @param asOfPosition everything up to this place in the log was counted; absent where nothing was
    /// @param baseline what the windows were compared with
    /// @param windows the newest first
    record StatusChanged(
            Status from,
            Status to,
            LocalDate on,
            StatusCause cause,
            @Nullable String rule,
            @Nullable Long asOfPosition,
            @Nullable Counts baseline,
            List<Window> windows)
            implements PatternEvent {
        public StatusChanged {
            windows = List.copyOf(windows);
        }
    }

    /// Claims denied by the pattern, of those that it could have caught.
    record Counts(int denied, int exposedDecided) {}

    /// The same in a window of days, both ends included.
    record Window(LocalDate from, LocalDate to, int denied, int exposedDecided) {}

    /// What somebody may do about it.
    record GuidanceSet(
            LocalDate on,
            @Nullable String description,
            @Nullable String suggestedAction,
            @Nullable ShortTerm shortTerm,
            @Nullable LongTerm longTerm,
            RecoveryStatus recoveryStatus,
            String actionCategory,
            List<UUID> policies,
            List<RootCause> rootCauses)
            implements PatternEvent {
        public GuidanceSet {
            policies = List.copyOf(policies);
            rootCauses = List.copyOf(rootCauses);
        }
    }

    /// Somebody has done something about it. Its status does not follow from that, but from outcomes.
    ///
    /// @param note reference into the vault
    record ActionRecorded(
            ActionType actionType,
            LocalDate takenOn,
            @Nullable UUID note) implements PatternEvent {}

    /// What can be done at once.
    record ShortTerm(String text, boolean canResubmit) {}

    /// What cures the cause.
    record LongTerm(String text, List<String> steps) {
        public LongTerm {
            steps = List.copyOf(steps);
        }
    }

    /// A possible cause, with how sure the source is.
    record RootCause(String category, Confidence confidence, List<String> signals, String explanation) {
        public RootCause {
            signals = List.copyOf(signals);
        }
    }

    /// Who found the pattern.
    enum Origin {
        DETECTED,
        DECLARED,
        IMPORTED,
        SCENARIO
    }

    /// Where a pattern stands.
    enum Status {
        ACTIVE,
        IMPROVING,
        RESOLVED,
        ARCHIVED
    }

    /// Who changes a status.
    enum StatusCause {
        RULE,
        PERSON,
        IMPORT
    }

    /// What somebody does about a pattern.
    enum ActionType {
        RESUBMISSION,
        WORKFLOW_UPDATE,
        STAFF_TRAINING,
        SYSTEM_CONFIG,
        PRACTICE_CHANGE,
        OTHER
    }

    /// Whether denied money can still be had.
    enum RecoveryStatus {
        RECOVERABLE,
        PARTIAL,
        NOT_RECOVERABLE
    }

    /// How sure a source is of a cause.
    enum Confidence {
        HIGH,
        MEDIUM,
        LOW
    }
}
