package claimtrail.command.pattern;

import claimtrail.command.Refusal;

/// Why something asked of a pattern is refused, in order of precedence.
public enum PatternRefusal implements Refusal {
    DETECTOR_INVALID,
    EVIDENCE_TOO_SMALL,
    PATTERN_ID_TAKEN,
    PATTERN_UNKNOWN,
    BASELINE_FIXED,
    WINDOW_REVERSED,
    STATUS_UNCHANGED,
    TRANSITION_NOT_ALLOWED,
    EVIDENCE_MISSING
}
