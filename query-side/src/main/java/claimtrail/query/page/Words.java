package claimtrail.query.page;

import claimtrail.denial.Episode;
import claimtrail.query.audit.Explanation.PartSum;
import claimtrail.query.audit.Sentence;
import claimtrail.query.number.Definition.Part;
import claimtrail.query.number.Definitions;
import claimtrail.query.number.Figure;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// How pages say amounts, days and words; what is not known is a dash, never a zero.
public final class Words {

    private static final String UNKNOWN = "–";
    private static final String CENTS = ".cents";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.US);
    private static final DateTimeFormatter INSTANT = DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm:ss", Locale.US);

    Words() {}

    /// US dollars.
    public String dollars(@Nullable Long cents) {
        if (cents == null) {
            return UNKNOWN;
        }
        var text = Sentence.dollars(cents);
        return text.startsWith("−") ? "−$" + text.substring(1) : "$" + text;
    }

    /// A whole number.
    public String count(@Nullable Number number) {
        return number == null ? UNKNOWN : String.format(Locale.ROOT, "%,d", number.longValue());
    }

    /// A calendar day.
    public String day(@Nullable LocalDate day) {
        return day == null ? UNKNOWN : DAY.format(day);
    }

    /// A moment, in UTC.
    public String instant(@Nullable Instant instant) {
        return instant == null ? UNKNOWN : INSTANT.format(instant.atZone(ZoneId.of("UTC"))) + " UTC";
    }

    /// A stretch of time, in seconds.
    public String seconds(@Nullable Long millis) {
        return millis == null ? UNKNOWN : BigDecimal.valueOf(millis, 3).setScale(1, RoundingMode.HALF_UP) + " s";
    }

    /// A code word of ours as words: `PARTLY_DENIED` → `partly denied`.
    public String word(@Nullable String code) {
        return code == null ? UNKNOWN : code.toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /// A class of reasons as the claims office calls it: `MOD25` → `Modifier 25 missing`.
    public String reason(@Nullable String reasonClass) {
        return reasonClass == null ? UNKNOWN : ReasonNames.of(reasonClass);
    }

    /// By what a posting is told apart from others of its measure: a reason, a road, an outcome, a number of days.
    public String facet(String facet) {
        return ReasonNames.knows(facet) ? ReasonNames.of(facet) : word(facet);
    }

    /// A text, or a dash.
    public String text(@Nullable String text) {
        return text == null || text.isBlank() ? UNKNOWN : text;
    }

    /// An amount of a measure: dollars where it is counted in cents.
    public String amount(String measure, long amount) {
        var sign = amount > 0 ? "+" : "";
        return sign + (measure.endsWith(CENTS) ? dollars(amount) : String.format(Locale.ROOT, "%,d", amount));
    }

    /// A figure in its unit.
    public String value(String unit, @Nullable BigDecimal value) {
        if (value == null) {
            return UNKNOWN;
        }
        return switch (unit) {
            case "percent" -> value.toPlainString() + " %";
            case "cents" -> dollars(value.longValue());
            case "days" -> value.stripTrailingZeros().toPlainString() + " days";
            default -> String.format(Locale.ROOT, "%,." + Math.max(0, value.scale()) + "f", value);
        };
    }

    /// What a figure was the window before.
    public String before(Figure figure) {
        return figure.previous() == null
                ? UNKNOWN
                : value(figure.unit(), figure.previous().value());
    }

    /// What a rate counts: a number, or dollars.
    public String numerator(Figure figure) {
        return half(figure, Part.NUMERATOR, figure.numerator());
    }

    /// What a rate is divided by: a number, or dollars.
    public String denominator(Figure figure) {
        var amount = figure.denominator();
        return amount == null ? "" : half(figure, Part.DENOMINATOR, amount);
    }

    private String half(Figure figure, Part part, long amount) {
        return half(figure.id(), part, amount);
    }

    private String half(String metric, Part part, long amount) {
        return isMoney(metric, part) ? dollars(amount) : count(amount);
    }

    private static boolean isMoney(String metric, Part part) {
        return Definitions.find(metric)
                .filter(it -> it.part(part).getFirst().measure().endsWith(CENTS))
                .isPresent();
    }

    /// What a figure counts: a number, or dollars.
    public String above(String metric, long amount) {
        return half(metric, Part.NUMERATOR, amount);
    }

    /// What a figure is divided by: a number, or dollars.
    public String below(String metric, long amount) {
        return half(metric, Part.DENOMINATOR, amount);
    }

    /// What is added to what a figure counts.
    public String addsAbove(String metric, long amount) {
        return (amount > 0 ? "+" : "") + above(metric, amount);
    }

    /// What is added to what a figure is divided by.
    public String addsBelow(String metric, long amount) {
        return (amount > 0 ? "+" : "") + below(metric, amount);
    }

    /// By how much a figure moved, in its unit; points for percent.
    public String change(String unit, @Nullable BigDecimal change) {
        if (change == null) {
            return UNKNOWN;
        }
        var amount = unit.equals("percent") ? change.toPlainString() + " points" : value(unit, change);
        return change.signum() > 0 ? "+" + amount : amount;
    }

    /// The sum of one half of a figure.
    public String total(List<PartSum> parts, long sum) {
        return !parts.isEmpty() && parts.getFirst().measure().endsWith(CENTS) ? dollars(sum) : count(sum);
    }

    /// How a figure moved: `↓ down 10.00 points`.
    public String move(Figure figure) {
        var change = figure.change();
        if (figure.word() == null || change == null) {
            return "";
        }
        var by = figure.unit().equals("percent")
                ? change.abs().toPlainString() + " points"
                : value(figure.unit(), change.abs());
        return switch (figure.word()) {
            case "up" -> "↑ up " + by;
            case "down" -> "↓ down " + by;
            default -> figure.word();
        };
    }

    /// A class of ages or of days left: `0-30` → `0–30 days`, `over-120` → `more than 120 days`.
    public String days(String bucket) {
        return switch (bucket) {
            case "passed" -> "last day passed";
            case "not-known" -> "last day not known";
            default -> bucket.replace("over-", "more than ").replace('-', '–') + " days";
        };
    }

    /// How long there is left.
    public String left(@Nullable Long days) {
        if (days == null) {
            return "last day not known";
        }
        if (days < 0) {
            return "last day passed";
        }
        return days == 0 ? "last day today" : days + (days == 1 ? " day left" : " days left");
    }

    /// Where a denial stands.
    public String state(Episode episode) {
        var road = episode.road();
        return switch (episode.state()) {
            case OVERTURNED -> "won, payment awaited";
            case CLOSED -> road == null ? "closed" : "closed: " + word(road.name());
            case OPEN, APPEALED, UPHELD -> word(episode.state().name());
        };
    }

    /// The page that shows the difference that an API address shows.
    public String difference(String diff) {
        return diff.replace("/api/audit/diff", "/difference");
    }

    /// The page that explains what an API address explains.
    public String why(String explain) {
        return Links.why(explain);
    }
}
