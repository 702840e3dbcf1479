package claimtrail.command.reference;

import claimtrail.command.Refusal;

/// Why something asked of reference data is refused, in order of precedence.
public enum ReferenceRefusal implements Refusal {
    VERSION_NOT_NEXT,
    RANGE_REVERSED,
    CLASS_INVALID,
    SETTING_INVALID,
    VALUE_OUT_OF_RANGE
}
