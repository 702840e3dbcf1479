package claimtrail.command.web;

import java.util.List;
import java.util.Locale;

/// Refusal codes in words. Source: events.md, section 14.
public final class Refusals {

    /// Refusals of every command, in their order; a stream's own come after them.
    public static final List<String> COMMON =
            List.of("MALFORMED", "KEY_REUSED", "PRACTICE_UNKNOWN", "VERSION_STALE", "DAY_IN_FUTURE");

    private Refusals() {}

    /// The code as a sentence: `APPEAL_TOO_LATE` is "Appeal too late."
    public static String title(String code) {
        return code.charAt(0) + code.substring(1).replace('_', ' ').toLowerCase(Locale.ROOT) + '.';
    }
}
