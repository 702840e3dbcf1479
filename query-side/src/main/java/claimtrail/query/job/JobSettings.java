package claimtrail.query.job;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;

/// When jobs run; units and reasons stand in `query-side.yml`.
///
/// @param enabled false: this node runs none; it can still be asked to have one run
/// @param zone whose clock the times are of
/// @param proofAt when everything is counted again
/// @param verifyAt when the log is compared with its checkpoints
/// @param poll how often a node looks for what is due
/// @param heartbeat how often a node says that it still runs a job; silent for four of them, it is taken over
@ConfigurationProperties("claimtrail.jobs")
public record JobSettings(
        boolean enabled, ZoneId zone, LocalTime proofAt, LocalTime verifyAt, Duration poll, Duration heartbeat) {}
