package claimtrail.query.number;

import claimtrail.metric.Facets;
import claimtrail.metric.Home;
import claimtrail.metric.Measure;
import claimtrail.query.web.Window;
import java.time.DayOfWeek;
import java.time.YearMonth;
import java.time.temporal.IsoFields;
import java.util.LinkedHashSet;
import java.util.List;

/// Into what a figure is divided. The counts of the parts add up to the whole.
public enum By {
    WHOLE,
    PAYER,
    PROVIDER,
    /// Class of the reason; only for measures that are posted by it.
    REASON,
    /// Category of that class.
    CATEGORY,
    /// Days since an open denial began; only for what stands by it.
    AGE,
    /// Days that are left to appeal an open denial; only for what stands by it.
    DUE,
    /// The payer's code; only for what is posted by codes that belong to no class.
    CODE,
    /// Pattern; only for what is posted by it. A claim of several patterns counts with each.
    PATTERN,
    /// How a denial ended, or on which way its money came; only for what is posted by it.
    ROAD,
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
            case REASON, CATEGORY, AGE, DUE, CODE, PATTERN, ROAD -> facet;
            case DAY -> "to_char(" + day + ", 'YYYY-MM-DD')";
            case WEEK -> "to_char(date_trunc('week', " + day + "), 'YYYY-MM-DD')";
            case MONTH -> "to_char(" + day + ", 'YYYY-MM')";
            case QUARTER -> "to_char(" + day + ", 'YYYY-\"Q\"Q')";
        };
    }

    /// Whether the parts are periods.
    boolean isPeriod() {
        return switch (this) {
            case DAY, WEEK, MONTH, QUARTER -> true;
            case WHOLE, PAYER, PROVIDER, REASON, CATEGORY, AGE, DUE, CODE, PATTERN, ROAD -> false;
        };
    }

    /// Whether the parts are those who pay, or who are paid.
    boolean isParty() {
        return this == PAYER || this == PROVIDER;
    }

    /// Whether a measure is posted so that its sum can be divided by this.
    boolean divides(String measure) {
        return switch (this) {
            case REASON, CATEGORY -> measure.startsWith("episode.opened");
            case AGE -> measure.startsWith("episode.standing");
            case DUE -> measure.startsWith("episode.due");
            case CODE -> measure.startsWith("flag.unmapped");
            case PATTERN ->
                Measure.find(measure).filter(it -> it.home() == Home.PATTERN).isPresent();
            case ROAD -> Measure.find(measure).filter(Facets::areRoads).isPresent();
            case WHOLE, PAYER, PROVIDER, DAY, WEEK, MONTH, QUARTER -> true;
        };
    }

    /// The keys of all periods that touch a window, in order; none for parts that are no periods.
    public List<String> keys(Window window) {
        var keys = new LinkedHashSet<String>();
        for (var day = window.from(); !day.isAfter(window.to()); day = day.plusDays(1)) {
            switch (this) {
                case DAY -> keys.add(day.toString());
                case WEEK -> keys.add(day.with(DayOfWeek.MONDAY).toString());
                case MONTH -> keys.add(YearMonth.from(day).toString());
                case QUARTER -> keys.add(day.getYear() + "-Q" + day.get(IsoFields.QUARTER_OF_YEAR));
                case WHOLE, PAYER, PROVIDER, REASON, CATEGORY, AGE, DUE, CODE, PATTERN, ROAD -> {}
            }
        }
        return List.copyOf(keys);
    }
}
