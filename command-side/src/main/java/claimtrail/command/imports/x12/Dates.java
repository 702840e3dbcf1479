package claimtrail.command.imports.x12;

import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/// Reads CCYYMMDD, CCYYMMDDHHMM and YYMMDD; days are made once and shared.
///
/// A two-digit year is the latest year that is not more than ten years ahead.
final class Dates {

    private static final int SLOTS = 1 << 12;
    private static final int FIRST_YEAR = 1800;
    private static final int LAST_YEAR = 2199;

    private final int latestYear;
    private final int[] keys = new int[SLOTS];
    private final @Nullable LocalDate[] days = new @Nullable LocalDate[SLOTS];

    Dates(LocalDate today) {
        latestYear = today.getYear() + 10;
    }

    /// The day, or null when the bytes are none.
    @Nullable
    LocalDate day(byte[] bytes, int from, int to) {
        int length = to - from;
        if (length != 8 && length != 6 && length != 12 && length != 14) {
            return null;
        }
        int number = 0;
        for (int p = from; p < to; p++) {
            int digit = bytes[p] - '0';
            if (digit < 0 || digit > 9) {
                return null;
            }
            if (p - from < 8) {
                number = number * 10 + digit;
            }
        }
        return length == 6 ? known(number + century(number / 10_000) * 1_000_000) : known(number);
    }

    private int century(int yearOfCentury) {
        int century = latestYear / 100;
        return century * 100 + yearOfCentury > latestYear ? century - 1 : century;
    }

    private @Nullable LocalDate known(int number) {
        int slot = (number ^ (number >>> 7)) & (SLOTS - 1);
        if (keys[slot] == number && days[slot] != null) {
            return days[slot];
        }
        int year = number / 10_000;
        int month = number / 100 % 100;
        int day = number % 100;
        if (year < FIRST_YEAR || year > LAST_YEAR || month < 1 || month > 12 || day < 1) {
            return null;
        }
        if (day > YearMonth.of(year, month).lengthOfMonth()) {
            return null;
        }
        var made = LocalDate.of(year, month, day);
        keys[slot] = number;
        days[slot] = made;
        return made;
    }
}
