package claimtrail.command.imports.reading;

import java.math.BigDecimal;

/// Amounts of tables and JSON: `[+-]?digits*[.digits*]` with at least one digit, no exponent, no grouping; empty is 0.
public final class Amounts {

    /// 9,999,999,999.99
    private static final long LARGEST_CENTS = 999_999_999_999L;

    private Amounts() {}

    /// Whole US cents of an amount in dollars.
    ///
    /// @param field where it stands, for the report
    /// @throws NotReadable `AMOUNT_UNREADABLE`, `AMOUNT_NOT_IN_CENTS` or `AMOUNT_TOO_LARGE`
    public static long cents(String text, String field) {
        var trimmed = text.strip();
        if (trimmed.isEmpty()) {
            return 0;
        }
        return cents(decimal(trimmed, field), field);
    }

    /// Whole US cents of an exact decimal number of dollars.
    public static long cents(BigDecimal dollars, String field) {
        var cents = dollars.movePointRight(2).stripTrailingZeros();
        if (cents.scale() > 0) {
            throw new NotReadable("AMOUNT_NOT_IN_CENTS", field);
        }
        if (cents.precision() - cents.scale() > 12) {
            throw new NotReadable("AMOUNT_TOO_LARGE", field);
        }
        long exact = cents.longValueExact();
        if (Math.abs(exact) > LARGEST_CENTS) {
            throw new NotReadable("AMOUNT_TOO_LARGE", field);
        }
        return exact;
    }

    /// Units of service, at most three decimals.
    public static BigDecimal units(String text, String field) {
        var units = decimal(text.strip(), field).stripTrailingZeros();
        if (units.scale() > 3) {
            throw new NotReadable("AMOUNT_UNREADABLE", field);
        }
        return units.scale() < 0 ? units.setScale(0) : units;
    }

    /// The same amount in parts that differ by at most one cent; odd cents go to the first parts.
    public static long share(long cents, int parts, int index) {
        return Math.floorDiv(cents, (long) parts) + (index < Math.floorMod(cents, (long) parts) ? 1 : 0);
    }

    private static BigDecimal decimal(String text, String field) {
        int digits = 0;
        int points = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                digits++;
            } else if (c == '.') {
                points++;
            } else if (i > 0 || (c != '-' && c != '+')) {
                throw new NotReadable("AMOUNT_UNREADABLE", field);
            }
        }
        if (digits == 0 || points > 1) {
            throw new NotReadable("AMOUNT_UNREADABLE", field);
        }
        if (text.length() > 40) {
            throw new NotReadable("AMOUNT_TOO_LARGE", field);
        }
        return new BigDecimal(text);
    }
}
