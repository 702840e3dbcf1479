package claimtrail.command;

import java.util.List;

/// The HTTP status that goes with a refusal's code: an unknown thing is 404, a state that stands against it 409, a
/// value that cannot be 422.
public final class RefusalStatus {

    private static final List<String> STATES = List.of(
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

    private RefusalStatus() {}

    /// The status of a stream's own refusal.
    public static int of(Refusal refusal) {
        return of(refusal.name());
    }

    /// The status of a code, also of those common to all commands.
    public static int of(String code) {
        return switch (code) {
            case "MALFORMED" -> 400;
            case "NOT_PERMITTED" -> 403;
            case "VERSION_STALE" -> 412;
            case "STORAGE_FULL" -> 507;
            case "NOT_YET_ANSWERED", "NOTHING_DENIED", "NOT_APPEALABLE" -> 409;
            case String it when it.endsWith("_UNKNOWN") -> 404;
            case String it when it.startsWith("LINE_NOT_") -> 409;
            case String it when STATES.stream().anyMatch(it::endsWith) -> 409;
            case String _ -> 422;
        };
    }
}
