package claimtrail.command.provider;

import claimtrail.command.Refusal;

/// Why something asked of a payer is refused, in order of precedence.
public enum PayerRefusal implements Refusal {
    PAYER_ID_TAKEN,
    PAYER_UNKNOWN,
    DAYS_NOT_POSITIVE,
    TERMS_OVERLAP
}
