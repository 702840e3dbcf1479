package claimtrail.command.imports.portal;

import claimtrail.event.policy.Conditions.Age;
import claimtrail.event.policy.Conditions.Frequency;
import claimtrail.event.policy.Conditions.Frequency.Period;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads the sentences in which the portal writes limits of age and frequency; what is not understood is kept
/// unchecked.
final class LimitSentence {

    private static final Pattern FROM = Pattern.compile("(\\d{1,3}) years? (?:and|or) older");
    private static final Pattern UP_TO = Pattern.compile("(\\d{1,3}) years? (?:and|or) younger");
    private static final Pattern UNDER = Pattern.compile("under (\\d{1,3})(?: years?)?");
    private static final Pattern BETWEEN = Pattern.compile("(\\d{1,3})\\s*(?:-|to)\\s*(\\d{1,3}) years?");
    private static final Pattern AT_MOST = Pattern.compile(
            "maximum (\\d{1,5})(?: [a-z]+)* per (?:(\\d{1,4}) days|(day|week|month|calendar year|year|lifetime))");

    private LimitSentence() {}

    static @Nullable Age age(String sentence) {
        var words = sentence.strip().toLowerCase(Locale.ROOT);
        var from = FROM.matcher(words);
        if (from.matches()) {
            return new Age(Integer.valueOf(from.group(1)), null);
        }
        var upTo = UP_TO.matcher(words);
        if (upTo.matches()) {
            return new Age(null, Integer.valueOf(upTo.group(1)));
        }
        var under = UNDER.matcher(words);
        if (under.matches()) {
            return new Age(null, Integer.parseInt(under.group(1)) - 1);
        }
        var between = BETWEEN.matcher(words);
        return between.matches() ? new Age(Integer.valueOf(between.group(1)), Integer.valueOf(between.group(2))) : null;
    }

    static @Nullable Frequency frequency(String sentence) {
        var atMost = AT_MOST.matcher(sentence.strip().toLowerCase(Locale.ROOT));
        if (!atMost.matches()) {
            return null;
        }
        var count = Integer.parseInt(atMost.group(1));
        if (atMost.group(2) != null) {
            return new Frequency(count, Period.DAY, Integer.valueOf(atMost.group(2)));
        }
        var period = period(atMost.group(3));
        return period == null ? null : new Frequency(count, period, null);
    }

    /// The word for a period.
    static @Nullable Period period(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "day" -> Period.DAY;
            case "week" -> Period.WEEK;
            case "month" -> Period.MONTH;
            case "year", "calendar year" -> Period.YEAR;
            case "lifetime" -> Period.LIFETIME;
            default -> null;
        };
    }
}
