package claimtrail.command.web;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Refusal codes in HTTP and in words. Source: events.md, section 14.
public final class Refusals {

    /// Refusals of every command, in their order; a stream's own come after them.
    public static final List<String> COMMON =
            List.of("MALFORMED", "KEY_REUSED", "PRACTICE_UNKNOWN", "VERSION_STALE", "DAY_IN_FUTURE");

    private static final Set<String> TELLING_OF_A_STATE =
            Set.of("NOT_YET_ANSWERED", "NOTHING_DENIED", "NOT_APPEALABLE", "LINE_NOT_DENIED", "LINE_NOT_APPEALED");

    private static final List<String> ENDINGS_TELLING_OF_A_STATE = List.of(
            "_TAKEN",
            "_VOIDED",
            "_OPEN",
            "_CLOSED",
            "_COMPLETED",
            "_ENDED",
            "_ACTIVE",
            "_RETIRED",
            "_FIXED",
            "_UNCHANGED",
            "_NOT_ALLOWED",
            "_IN_PROGRESS",
            "_DUPLICATE",
            "_NOT_HELD");

    private Refusals() {}

    /// The HTTP status of a code: 404 for the unknown, 409 for what a state forbids, 422 for what a rule forbids.
    public static int status(String code) {
        if (code.equals("MALFORMED")) {
            return 400;
        }
        if (code.equals("VERSION_STALE")) {
            return 412;
        }
        if (code.endsWith("_UNKNOWN")) {
            return 404;
        }
        var ofState = TELLING_OF_A_STATE.contains(code)
                || ENDINGS_TELLING_OF_A_STATE.stream().anyMatch(code::endsWith);
        return ofState ? 409 : 422;
    }

    /// The code as a sentence: `APPEAL_TOO_LATE` is "Appeal too late."
    public static String title(String code) {
        return code.charAt(0) + code.substring(1).replace('_', ' ').toLowerCase(Locale.ROOT) + '.';
    }
}
