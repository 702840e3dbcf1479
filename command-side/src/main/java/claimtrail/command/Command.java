package claimtrail.command;

import java.util.UUID;

/// Something asked of one stream.
public interface Command {

    /// The stream that decides.
    UUID stream();

    /// The tenant; the all-zero id for what belongs to the platform.
    UUID practice();
}
