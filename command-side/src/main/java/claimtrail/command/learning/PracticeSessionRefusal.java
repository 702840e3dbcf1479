package claimtrail.command.learning;

import claimtrail.command.Refusal;

/// Why something asked of a sitting is refused, in order of precedence.
public enum PracticeSessionRefusal implements Refusal {
    SESSION_UNKNOWN,
    PATTERN_UNKNOWN,
    SESSION_ID_TAKEN,
    SESSION_COMPLETED,
    SCORE_ABOVE_TOTAL,
    CLAIM_UNKNOWN,
    DAY_BEFORE_START
}
