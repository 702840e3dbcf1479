package claimtrail.query.web;

import claimtrail.metric.Definition;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/// Calendar days of a practice, both ends included.
public record Window(LocalDate from, LocalDate to) {

    /// The first day on which anything can have happened; stocks are summed from here.
    public static final LocalDate EVER = Definition.EVER;

    /// So many days ending with a day.
    public static Window ending(LocalDate day, long days) {
        return new Window(day.minusDays(days - 1), day);
    }

    /// All days up to the end of this window.
    public Window sinceEver() {
        return new Window(EVER, to);
    }

    /// As many days, just before; no day is shared.
    public Window previous() {
        return ending(from.minusDays(1), days());
    }

    /// How many days.
    public long days() {
        return ChronoUnit.DAYS.between(from, to) + 1;
    }
}
