package claimtrail.command.claim;

import java.util.UUID;

/// Finds who is named on a bill, by our id or by a number or name that the practice's own systems use.
public interface Parties {

    /// The payer with this id, number, name or alias. A name nobody knows gets an id nobody has, so that the decider
    /// refuses it in its turn.
    UUID payer(UUID practice, String named);

    /// The provider with this id, number or NPI; as for payers, nobody is somebody unknown.
    UUID provider(UUID practice, String named);
}
