package claimtrail.command.claim;

import java.util.UUID;

/// Hears that somebody has told us of a claim by hand.
public interface ClaimNews {

    /// A fact of a claim of this practice is stored. Returns at once.
    void heard(UUID practice);
}
