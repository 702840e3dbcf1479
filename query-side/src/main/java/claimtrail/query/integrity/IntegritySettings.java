package claimtrail.query.integrity;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/// How the log is made evident; units and reasons stand in `query-side.yml`.
///
/// @param enabled false: this node makes no checkpoints; it can still verify
/// @param signingKey file of the key that signs, made at the first start
/// @param directory where checkpoints are written, outside the database
/// @param events so many new facts are reason enough for a checkpoint
/// @param every so long after the last checkpoint, one new fact is
/// @param poll how often the head of the log is looked at
/// @param storage where copies of checkpoints are put; absent: nowhere
/// @param pinnedKey the public key as somebody wrote it down; absent: the one in the file is believed
@ConfigurationProperties("claimtrail.integrity")
public record IntegritySettings(
        boolean enabled,
        Path signingKey,
        Path directory,
        int events,
        Duration every,
        Duration poll,
        @Nullable URI storage,
        @Nullable String pinnedKey) {}
