package claimtrail.query.number;

import java.time.LocalDate;
import java.time.temporal.IsoFields;

/// How periods are cut: months and quarters are those of the calendar.
enum Grain {
    DAY,
    MONTH,
    QUARTER;

    /// The parts of a series that are cut so.
    By by() {
        return switch (this) {
            case DAY -> By.DAY;
            case MONTH -> By.MONTH;
            case QUARTER -> By.QUARTER;
        };
    }

    /// The first day of the period in which a day lies.
    LocalDate start(LocalDate day) {
        return switch (this) {
            case DAY -> day;
            case MONTH -> day.withDayOfMonth(1);
            case QUARTER -> day.with(IsoFields.DAY_OF_QUARTER, 1);
        };
    }
}
