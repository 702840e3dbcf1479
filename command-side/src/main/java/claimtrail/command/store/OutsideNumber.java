package claimtrail.command.store;

import java.util.UUID;

/// A number of the outside world, as it is looked for in the directory.
///
/// @param kind what the key is: `claim-number`, `payer-control-number`, `provider`, …
/// @param key the canonical text under which it was written
public record OutsideNumber(UUID practice, String kind, String key) {}
