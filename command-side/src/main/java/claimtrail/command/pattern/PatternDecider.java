package claimtrail.command.pattern;

import static claimtrail.command.pattern.PatternRefusal.BASELINE_FIXED;
import static claimtrail.command.pattern.PatternRefusal.DETECTOR_INVALID;
import static claimtrail.command.pattern.PatternRefusal.EVIDENCE_MISSING;
import static claimtrail.command.pattern.PatternRefusal.EVIDENCE_TOO_SMALL;
import static claimtrail.command.pattern.PatternRefusal.PATTERN_ID_TAKEN;
import static claimtrail.command.pattern.PatternRefusal.PATTERN_UNKNOWN;
import static claimtrail.command.pattern.PatternRefusal.STATUS_UNCHANGED;
import static claimtrail.command.pattern.PatternRefusal.TRANSITION_NOT_ALLOWED;
import static claimtrail.command.pattern.PatternRefusal.WINDOW_REVERSED;

import claimtrail.command.Decision;
import claimtrail.command.pattern.PatternCommand.ChangePatternStatus;
import claimtrail.command.pattern.PatternCommand.DeclarePattern;
import claimtrail.command.pattern.PatternCommand.DetectPattern;
import claimtrail.command.pattern.PatternCommand.FixBaseline;
import claimtrail.command.pattern.PatternCommand.MovePattern;
import claimtrail.command.pattern.PatternCommand.RecordPatternAction;
import claimtrail.command.pattern.PatternCommand.SetGuidance;
import claimtrail.command.store.DirectoryEntry;
import claimtrail.denial.detection.Threshold;
import claimtrail.denial.pair.Modifier25;
import claimtrail.denial.screening.LinkingRule;
import claimtrail.event.pattern.PatternEvent;
import claimtrail.event.pattern.PatternEvent.BaselineFixed;
import claimtrail.event.pattern.PatternEvent.GuidanceSet;
import claimtrail.event.pattern.PatternEvent.Origin;
import claimtrail.event.pattern.PatternEvent.PatternDetected;
import claimtrail.event.pattern.PatternEvent.Status;
import claimtrail.event.pattern.PatternEvent.StatusCause;
import claimtrail.event.pattern.PatternEvent.StatusChanged;
import java.util.List;
import java.util.Set;

/// Decides what is asked of a pattern.
public final class PatternDecider {

    private static final Set<String> DETECTORS = Set.of(Modifier25.NAME, LinkingRule.REASON_CLASS);

    private static final int MOST_EVIDENCE = 50; // claims that the fact names

    private PatternDecider() {}

    public static Decision<PatternEvent, PatternRefusal> decide(Pattern pattern, PatternCommand command) {
        return switch (command) {
            case DeclarePattern it -> declare(pattern, it);
            case DetectPattern it -> detect(pattern, it.found(), it.threshold());
            case FixBaseline it -> fix(pattern, it.baseline());
            case ChangePatternStatus it -> change(pattern, it.change());
            case MovePattern it -> move(pattern, it);
            case SetGuidance it -> guide(pattern, it.guidance());
            case RecordPatternAction it -> act(pattern, it);
        };
    }

    private static Decision<PatternEvent, PatternRefusal> declare(Pattern pattern, DeclarePattern command) {
        return switch (pattern) {
            case Pattern.Known it when it.detected().equals(command.declared()) -> Decision.seenBefore();
            case Pattern.Known _ -> Decision.refuse(PATTERN_ID_TAKEN, "/number");
            case Pattern.Unknown _ -> Decision.accept(List.of(command.declared()), number(command), List.of());
        };
    }

    private static Decision<PatternEvent, PatternRefusal> detect(
            Pattern pattern, PatternDetected found, Threshold threshold) {
        if (found.detector() == null
                || found.subject() == null
                || !DETECTORS.contains(found.detector())
                || found.origin() != Origin.DETECTED) {
            return Decision.refuse(DETECTOR_INVALID, "/detector");
        }
        if (Set.copyOf(found.evidence()).size() < Math.min(threshold.claims(), MOST_EVIDENCE)) {
            return Decision.refuse(EVIDENCE_TOO_SMALL, "/evidence");
        }
        return switch (pattern) {
            case Pattern.Known _ -> Decision.seenBefore();
            case Pattern.Unknown _ -> Decision.accept(found);
        };
    }

    private static Decision<PatternEvent, PatternRefusal> fix(Pattern pattern, BaselineFixed baseline) {
        return switch (pattern) {
            case Pattern.Unknown _ -> Decision.refuse(PATTERN_UNKNOWN);
            case Pattern.Known it when baseline.equals(it.baseline()) -> Decision.seenBefore();
            case Pattern.Known it
            when it.baseline() != null && !it.baseline().provisional() -> Decision.refuse(BASELINE_FIXED);
            case Pattern.Known _
            when baseline.to().isBefore(baseline.from()) -> Decision.refuse(WINDOW_REVERSED, "/to");
            case Pattern.Known _ -> Decision.accept(baseline);
        };
    }

    private static Decision<PatternEvent, PatternRefusal> change(Pattern pattern, StatusChanged change) {
        return switch (pattern) {
            case Pattern.Unknown _ -> Decision.refuse(PATTERN_UNKNOWN);
            case Pattern.Known it when it.changes().contains(change) -> Decision.seenBefore();
            case Pattern.Known it when it.status() == change.to() -> Decision.refuse(STATUS_UNCHANGED, "/to");
            case Pattern.Known it
            when it.status() != change.from() || !isAllowed(change) -> Decision.refuse(TRANSITION_NOT_ALLOWED, "/to");
            case Pattern.Known _
            when change.cause() == StatusCause.RULE
                    && (change.rule() == null
                            || change.baseline() == null
                            || change.windows().isEmpty()) -> Decision.refuse(EVIDENCE_MISSING, "/windows");
            case Pattern.Known _ -> Decision.accept(change);
        };
    }

    /// Whether a pattern improves is not for a person to say: outcomes tell.
    private static Decision<PatternEvent, PatternRefusal> move(Pattern pattern, MovePattern command) {
        return switch (pattern) {
            case Pattern.Unknown _ -> Decision.refuse(PATTERN_UNKNOWN);
            case Pattern.Known it when isMoved(it, command) -> Decision.seenBefore();
            case Pattern.Known it
            when it.status() != command.to() && command.to() != Status.ARCHIVED && command.to() != Status.ACTIVE ->
                Decision.refuse(TRANSITION_NOT_ALLOWED, "/to");
            case Pattern.Known it ->
                change(
                        it,
                        new StatusChanged(
                                it.status(),
                                command.to(),
                                command.on(),
                                StatusCause.PERSON,
                                null,
                                null,
                                null,
                                List.of()));
        };
    }

    /// The last change was made by a person, on that day, to there.
    private static boolean isMoved(Pattern.Known pattern, MovePattern command) {
        return !pattern.changes().isEmpty()
                && pattern.changes().getLast().cause() == StatusCause.PERSON
                && pattern.changes().getLast().to() == command.to()
                && pattern.changes().getLast().on().equals(command.on());
    }

    /// Outcomes move a pattern between active, improving and resolved; into the archive and out of it only somebody's
    /// word does.
    private static boolean isAllowed(StatusChanged change) {
        return switch (change.from()) {
            case ACTIVE -> change.to() == Status.IMPROVING || isByWord(change);
            case IMPROVING -> change.to() == Status.RESOLVED || change.to() == Status.ACTIVE || isByWord(change);
            case RESOLVED -> change.to() == Status.ACTIVE || isByWord(change);
            case ARCHIVED -> change.to() == Status.ACTIVE && change.cause() != StatusCause.RULE;
        };
    }

    private static boolean isByWord(StatusChanged change) {
        return change.to() == Status.ARCHIVED && change.cause() != StatusCause.RULE;
    }

    private static Decision<PatternEvent, PatternRefusal> guide(Pattern pattern, GuidanceSet guidance) {
        return switch (pattern) {
            case Pattern.Unknown _ -> Decision.refuse(PATTERN_UNKNOWN);
            case Pattern.Known it when it.guidance().contains(guidance) -> Decision.seenBefore();
            case Pattern.Known _ -> Decision.accept(guidance);
        };
    }

    /// The same on the same day with the same note is the same action.
    private static Decision<PatternEvent, PatternRefusal> act(Pattern pattern, RecordPatternAction command) {
        return switch (pattern) {
            case Pattern.Unknown _ -> Decision.refuse(PATTERN_UNKNOWN);
            case Pattern.Known it when it.actions().contains(command.action()) -> Decision.seenBefore();
            case Pattern.Known _ ->
                Decision.accept(
                        List.of(command.action()),
                        List.of(),
                        command.note() == null ? List.of() : List.of(command.note()));
        };
    }

    private static List<DirectoryEntry> number(DeclarePattern command) {
        var number = command.declared().number();
        return number == null
                ? List.of()
                : List.of(new DirectoryEntry(
                        command.practice(), "pattern", number.source() + '|' + number.value(), command.pattern()));
    }
}
