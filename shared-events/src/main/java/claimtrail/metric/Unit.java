package claimtrail.metric;

/// What an amount counts. Money is whole cents.
public enum Unit {
    CLAIMS,
    LINES,
    CENTS,
    EPISODES,
    APPEALS,
    FACTS,
    RECORDS,
    PATTERNS,
    SITTINGS,
    SECONDS,
    ANSWERS,
    CORRECTIONS,
    POINTS
}
