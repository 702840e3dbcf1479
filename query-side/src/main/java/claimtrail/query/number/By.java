package claimtrail.query.number;

/// Into what a figure is divided. The counts of the parts add up to the whole.
public enum By {
    WHOLE,
    PAYER,
    PROVIDER,
    /// Class of the reason; only for measures that are posted by it.
    REASON,
    DAY,
    WEEK,
    MONTH,
    QUARTER;

    /// The key of a part, as an expression over a row with these columns.
    String key(String day, String payer, String provider, String facet) {
        return switch (this) {
            case WHOLE -> "''";
            case PAYER -> payer + "::text";
            case PROVIDER -> provider + "::text";
            case REASON -> facet;
            case DAY -> "to_char(" + day + ", 'YYYY-MM-DD')";
            case WEEK -> "to_char(date_trunc('week', " + day + "), 'YYYY-MM-DD')";
            case MONTH -> "to_char(" + day + ", 'YYYY-MM')";
            case QUARTER -> "to_char(" + day + ", 'YYYY-\"Q\"Q')";
        };
    }
}
