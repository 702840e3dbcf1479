package claimtrail.query.replay;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/// How replays are run; units and reasons stand in `query-side.yml`.
///
/// @param enabled false: this node runs none; it can still be asked to have one run
/// @param threads that count, where nobody says how many; 0 = one for each core
/// @param part facts that are counted in one transaction; what is killed in between is counted again
/// @param poll how often a node looks for a replay that nobody runs
/// @param heartbeat how often a node says that it still runs one, and how far it is
/// @param silence after which a node is taken for gone, and another one goes on with its replay
@ConfigurationProperties("claimtrail.replay")
public record ReplaySettings(
        boolean enabled, int threads, int part, Duration poll, Duration heartbeat, Duration silence) {

    /// More would take all connections from those who ask.
    public static final int MOST_THREADS = 8;

    public ReplaySettings {
        if (threads < 0 || threads > MOST_THREADS) {
            throw new IllegalArgumentException("claimtrail.replay: threads are 0 to " + MOST_THREADS);
        }
        if (part < 1) {
            throw new IllegalArgumentException("claimtrail.replay: a part holds 1 fact or more");
        }
    }

    /// Threads that count, where nobody says how many.
    public int standardThreads() {
        return threads > 0
                ? threads
                : Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors());
    }
}
