package claimtrail.query.number;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/// How totals are kept for positions in the past; units and reasons stand in `query-side.yml`.
///
/// @param enabled false: this node adds none, and answers from what others have kept
/// @param size positions in the shortest stretch, 1 or more
/// @param fan stretches that make one of the next level, 2 or more
/// @param poll how often is looked whether another stretch is complete
@ConfigurationProperties("claimtrail.kept")
record KeptSettings(boolean enabled, int size, int fan, Duration poll) {

    KeptSettings {
        if (size < 1 || fan < 2) {
            throw new IllegalArgumentException("claimtrail.kept: size is 1 or more, and fan 2 or more");
        }
    }
}
