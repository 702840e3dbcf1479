package claimtrail.query.number;

import claimtrail.query.web.Asked;
import claimtrail.query.web.Window;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One part of a divided figure.
///
/// @param key a payer, provider, reason class, day, month …
/// @param explain where every posting of it is listed
public record Part(
        String key,
        @Nullable BigDecimal value,
        long numerator,
        @Nullable Long denominator,
        String explain) {

    private static final int MONTHS_OF_QUARTER = 3;

    static Part of(Definition definition, Asked asked, By by, String key, Value value) {
        var link = "/api/audit/explain?metric="
                + definition.explainedBy() + "&"
                + switch (by) {
                    case WHOLE -> asked.query();
                    case PAYER -> asked.ofPayer(UUID.fromString(key)).query();
                    case PROVIDER -> asked.of(UUID.fromString(key)).query();
                    case REASON -> asked.query() + "&reason=" + key;
                    case CATEGORY -> asked.query() + "&category=" + key;
                    case AGE -> asked.query() + "&age=" + key;
                    case DUE -> asked.query() + "&due=" + key;
                    case PATTERN -> asked.query() + "&pattern=" + key;
                    case ROAD -> asked.query() + "&road=" + key;
                    case CODE -> asked.query() + "&code=" + URLEncoder.encode(key, StandardCharsets.UTF_8);
                    case DAY, WEEK, MONTH, QUARTER ->
                        asked.about(within(asked.window(), period(by, key))).query();
                };
        return new Part(key, value.value(), value.numerator(), value.denominator(), link);
    }

    private static Window period(By by, String key) {
        return switch (by) {
            case DAY -> new Window(LocalDate.parse(key), LocalDate.parse(key));
            case WEEK -> new Window(LocalDate.parse(key), LocalDate.parse(key).plusDays(6));
            case MONTH ->
                new Window(YearMonth.parse(key).atDay(1), YearMonth.parse(key).atEndOfMonth());
            case QUARTER -> {
                var first = YearMonth.of(
                        Integer.parseInt(key.substring(0, 4)),
                        (key.charAt(key.length() - 1) - '1') * MONTHS_OF_QUARTER + 1);
                yield new Window(
                        first.atDay(1), first.plusMonths(MONTHS_OF_QUARTER - 1L).atEndOfMonth());
            }
            case WHOLE, PAYER, PROVIDER, REASON, CATEGORY, AGE, DUE, CODE, PATTERN, ROAD ->
                throw new IllegalArgumentException(by + " is no period");
        };
    }

    /// A month at the edge of a window counts with the days that lie in it.
    private static Window within(Window whole, Window period) {
        return new Window(
                period.from().isBefore(whole.from()) ? whole.from() : period.from(),
                period.to().isAfter(whole.to()) ? whole.to() : period.to());
    }
}
