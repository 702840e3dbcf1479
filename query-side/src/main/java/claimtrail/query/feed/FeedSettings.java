package claimtrail.query.feed;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/// How the log is followed; units and reasons stand in `query-side.yml`.
///
/// @param enabled false: this node only answers
/// @param segments shares into which the streams are divided, 1 or more
/// @param batch facts counted in one transaction
/// @param page facts read from the log at once
/// @param poll how often the head of the log is looked at
/// @param claimTimeout after which a silent node's segments are taken over
@ConfigurationProperties("claimtrail.feed")
public record FeedSettings(boolean enabled, int segments, int batch, int page, Duration poll, Duration claimTimeout) {

    public FeedSettings {
        if (segments < 1 || batch < 1 || page < 1) {
            throw new IllegalArgumentException("claimtrail.feed: segments, batch and page are 1 or more");
        }
    }
}
