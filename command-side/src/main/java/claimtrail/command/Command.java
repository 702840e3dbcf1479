package claimtrail.command;

import java.util.UUID;

/// Something asked of one stream.
public interface Command {

    /// The tenant of what belongs to nobody: reference data and policies of the platform.
    UUID PLATFORM = new UUID(0, 0);

    /// The stream that decides.
    UUID stream();

    /// The tenant; the all-zero id for what belongs to the platform.
    UUID practice();
}
