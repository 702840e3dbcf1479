package claimtrail.command.imports.csv;

import claimtrail.command.imports.csv.MappingProfile.DayColumn;
import claimtrail.command.imports.reading.Amounts;
import claimtrail.command.imports.reading.Days;
import claimtrail.command.imports.reading.NotReadable;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One row of a table with the names of its columns.
record TableRow(
        long number, long from, long to, List<String> fields, Map<String, Integer> columns, MappingProfile profile) {

    /// What a column holds; absent when the column is not there or holds nothing.
    @Nullable
    String text(@Nullable String column) {
        var place = column == null ? null : columns.get(column);
        if (place == null || place >= fields.size()) {
            return null;
        }
        var text = fields.get(place).strip();
        return text.isEmpty() || profile.nulls().contains(text) ? null : text;
    }

    String required(String column) {
        var text = text(column);
        if (text == null) {
            throw new NotReadable("REQUIRED_MISSING", column);
        }
        return text;
    }

    long cents(String column) {
        var text = text(column);
        var grouping = profile.grouping();
        return text == null ? 0 : Amounts.cents(grouping == null ? text : text.replace(grouping, ""), column);
    }

    @Nullable
    LocalDate day(@Nullable DayColumn column) {
        var text = column == null ? null : text(column.col());
        return column == null || text == null ? null : Days.in(text, format(column.format()), column.col());
    }

    LocalDate requiredDay(DayColumn column) {
        var day = day(column);
        if (day == null) {
            throw new NotReadable("REQUIRED_MISSING", column.col());
        }
        return day;
    }

    /// How days are read; a day of no calendar is none.
    static DateTimeFormatter format(String pattern) {
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(pattern.replace("yyyy", "uuuu"))
                .toFormatter(Locale.US)
                .withResolverStyle(ResolverStyle.STRICT);
    }
}
