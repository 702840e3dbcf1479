package claimtrail.query.audit;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Something that somebody should know before relying on the figures, or that is news.
///
/// @param code stable name, such as `PROOF_DIFFERS`
/// @param practice whom it is about; absent: everybody
/// @param says in a sentence
/// @param details at most three lines more
/// @param page where more stands
public record Alarm(Level level, String code, @Nullable UUID practice, String says, List<String> details, String page) {

    public Alarm {
        details = List.copyOf(details);
    }

    /// How grave.
    public enum Level {
        /// Do not rely on the figures.
        RED,
        /// The figures are right and something is missing in them.
        YELLOW,
        /// News.
        BLUE
    }
}
