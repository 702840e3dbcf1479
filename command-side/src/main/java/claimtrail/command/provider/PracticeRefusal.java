package claimtrail.command.provider;

import claimtrail.command.Refusal;

/// Why something asked of a practice is refused, in order of precedence.
public enum PracticeRefusal implements Refusal {
    PRACTICE_ID_TAKEN,
    TIME_ZONE_INVALID
}
