package claimtrail.command.web;

import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;

/// The practices that doors know.
public interface Practices {

    /// The practice with this id or number.
    Optional<UUID> practice(String idOrNumber);

    /// Where a practice's business days begin and end; UTC for the platform and for a practice that is not known.
    ZoneId zone(UUID practice);
}
