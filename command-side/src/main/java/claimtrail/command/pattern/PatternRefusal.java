package claimtrail.command.pattern;

import claimtrail.command.Refusal;

/// Why something asked of a pattern is refused, in order of precedence.
public enum PatternRefusal implements Refusal {
    PATTERN_ID_TAKEN,
    PATTERN_UNKNOWN
}
