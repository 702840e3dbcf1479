package claimtrail.query.page;

import claimtrail.query.audit.Sentence;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// How pages say amounts, days and words; what is not known is a dash, never a zero.
public final class Words {

    private static final String UNKNOWN = "–";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.US);
    private static final DateTimeFormatter INSTANT =
            DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm:ss", Locale.US);

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

    /// A code word of ours as words: `PARTLY_DENIED` → `partly denied`.
    public String word(@Nullable String code) {
        return code == null ? UNKNOWN : code.toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /// A text, or a dash.
    public String text(@Nullable String text) {
        return text == null || text.isBlank() ? UNKNOWN : text;
    }

    /// An amount of a measure: dollars where it is counted in cents.
    public String amount(String measure, long amount) {
        var sign = amount > 0 ? "+" : "";
        return sign + (measure.endsWith(".cents") ? dollars(amount) : String.format(Locale.ROOT, "%,d", amount));
    }
}
