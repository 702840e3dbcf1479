package claimtrail.denial;

import claimtrail.event.claim.ClaimEvent.Disposition;

/// How a denial ended.
public enum Road {
    /// Paid, or no longer denied, while an appeal was open or had been won.
    APPEAL,
    /// The answer that cures it speaks of a later version of the bill.
    CORRECTION,
    /// The payer changed its mind by itself.
    PAYER,
    WRITTEN_OFF,
    PATIENT,
    GIVEN_UP,
    VOIDED;

    static Road of(Disposition disposition) {
        return switch (disposition) {
            case WRITTEN_OFF -> WRITTEN_OFF;
            case PATIENT -> PATIENT;
            case GIVEN_UP -> GIVEN_UP;
        };
    }
}
