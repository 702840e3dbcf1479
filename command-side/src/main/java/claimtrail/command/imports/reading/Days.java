package claimtrail.command.imports.reading;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/// Calendar days of tables and JSON. An unreadable day is refused, never "today".
public final class Days {

    private static final LocalDate FIRST = LocalDate.of(1800, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2199, 12, 31);

    private Days() {}

    /// `2026-03-02`, also with a time behind it, which is dropped.
    ///
    /// @throws NotReadable `DATE_UNREADABLE`
    public static LocalDate iso(String text, String field) {
        var day = text.length() > 10 && text.charAt(10) == 'T' ? text.substring(0, 10) : text;
        return in(day.strip(), DateTimeFormatter.ISO_LOCAL_DATE, field);
    }

    /// A day written as the format says.
    ///
    /// @throws NotReadable `DATE_UNREADABLE`
    public static LocalDate in(String text, DateTimeFormatter format, String field) {
        try {
            var day = LocalDate.parse(text, format);
            if (day.isBefore(FIRST) || day.isAfter(LAST)) {
                throw new NotReadable("DATE_UNREADABLE", field);
            }
            return day;
        } catch (DateTimeException e) {
            throw new NotReadable("DATE_UNREADABLE", field);
        }
    }

    /// An instant such as `2024-08-10T08:30:00Z`.
    ///
    /// @throws NotReadable `DATE_UNREADABLE`
    public static Instant instant(String text, String field) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw new NotReadable("DATE_UNREADABLE", field);
        }
    }
}
