package claimtrail.command.imports.x12;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// Reads `[+-]?digits*[.digits*]` with at least one digit, without floating point; empty is 0.
final class Amount {

    static final long UNREADABLE = Long.MIN_VALUE;
    static final long NOT_IN_CENTS = Long.MIN_VALUE + 1;
    static final long TOO_LARGE = Long.MIN_VALUE + 2;

    /// 9,999,999,999.99
    static final long LARGEST_CENTS = 999_999_999_999L;

    private static final BigDecimal[] SMALL = new BigDecimal[1000];

    static {
        for (int i = 0; i < SMALL.length; i++) {
            SMALL[i] = BigDecimal.valueOf(i);
        }
    }

    private Amount() {}

    static boolean isFault(long cents) {
        return cents <= TOO_LARGE;
    }

    static FindingCode fault(long fault) {
        if (fault == NOT_IN_CENTS) {
            return FindingCode.AMOUNT_NOT_IN_CENTS;
        }
        return fault == TOO_LARGE ? FindingCode.AMOUNT_TOO_LARGE : FindingCode.AMOUNT_UNREADABLE;
    }

    /// Cents, or one of the three faults.
    static long cents(byte[] bytes, int from, int to) {
        return scaled(bytes, from, to, 2);
    }

    /// A quantity with at most three decimals; null when absent or when it is none.
    static @Nullable BigDecimal quantity(byte[] bytes, int from, int to) {
        long thousandths = from == to ? UNREADABLE : scaled(bytes, from, to, 3);
        if (isFault(thousandths)) {
            return null;
        }
        if (thousandths % 1000 == 0 && thousandths >= 0 && thousandths < 1000L * SMALL.length) {
            return SMALL[(int) (thousandths / 1000)];
        }
        var exact = BigDecimal.valueOf(thousandths, 3).stripTrailingZeros();
        return exact.scale() < 0 ? exact.setScale(0) : exact;
    }

    private static long scaled(byte[] bytes, int from, int to, int places) {
        if (from == to) {
            return 0;
        }
        int p = from;
        boolean negative = bytes[p] == '-';
        if (negative || bytes[p] == '+') {
            p++;
        }
        long value = 0;
        int digits = 0;
        int decimals = -1; // -1 until the point
        boolean tooLarge = false;
        boolean tooFine = false;
        for (; p < to; p++) {
            int digit = bytes[p] - '0';
            if (digit >= 0 && digit <= 9) {
                digits++;
                if (decimals >= 0 && decimals++ >= places) {
                    tooFine |= digit != 0;
                    continue;
                }
                value = value * 10 + digit;
                if (value > 10 * LARGEST_CENTS) {
                    tooLarge = true;
                    value = LARGEST_CENTS;
                }
            } else if (bytes[p] == '.' && decimals < 0) {
                decimals = 0;
            } else {
                return UNREADABLE;
            }
        }
        if (digits == 0) {
            return UNREADABLE;
        }
        if (tooFine) {
            return NOT_IN_CENTS;
        }
        for (int i = Math.max(decimals, 0); i < places && !tooLarge; i++) {
            value *= 10;
        }
        if (tooLarge || value > (places == 2 ? LARGEST_CENTS : 10 * LARGEST_CENTS + 9)) {
            return TOO_LARGE;
        }
        return negative ? -value : value;
    }
}
