package claimtrail.query.audit;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/// From when on something is an alarm; units and reasons stand in `query-side.yml`.
///
/// @param lateAfter age of the oldest fact that is not counted
/// @param staleAfter age of the newest fact of a practice that no run feeds
/// @param heldAfter age of a file with records that wait for somebody to judge them
/// @param newsFor how long a new pattern, a new status or a large file is told
/// @param largeFile records from which a file is large
@ConfigurationProperties("claimtrail.alarms")
public record AlarmSettings(
        Duration lateAfter, Duration staleAfter, Duration heldAfter, Duration newsFor, int largeFile) {}
