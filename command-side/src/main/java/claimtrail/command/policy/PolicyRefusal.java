package claimtrail.command.policy;

import claimtrail.command.Refusal;

/// Why something asked of a policy is refused, in order of precedence.
public enum PolicyRefusal implements Refusal {
    POLICY_UNKNOWN,
    POLICY_ID_TAKEN,
    POLICY_RETIRED,
    VERSION_NOT_NEXT,
    RANGE_REVERSED,
    RANGE_OVERLAPS,
    DAY_BEFORE_EFFECTIVE
}
