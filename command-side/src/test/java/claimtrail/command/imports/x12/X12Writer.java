package claimtrail.command.imports.x12;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Objects;
import java.util.function.LongFunction;

/// Writes valid 837P and 835 files for any number of claims, as a stream that is made while it is read.
///
/// Claim n is the same claim in both files: account number, charge, lines and service day agree. Every tenth decision
/// denies its first line (CO-97 with remark N20), every seventh leaves a deductible; the rest is contractual. All
/// amounts
/// balance.
public final class X12Writer {

    private static final LocalDate FIRST_DAY = LocalDate.of(2026, 1, 5);
    private static final String[] CODES = {"99213", "20610", "36415", "93000", "99214", "71046"};

    private final char element;
    private final char component;
    private final String terminator;

    /// With the separators of the standard: `*`, `:` and `~`, each segment on a line of its own.
    public X12Writer() {
        this('*', ':', "~\n");
    }

    /// With other separators.
    public X12Writer(char element, char component, String terminator) {
        this.element = element;
        this.component = component;
        this.terminator = terminator;
    }

    /// One 837P with the claims from `first` to `first + claims - 1` in one transaction set.
    public InputStream submissions(long first, long claims) {
        return new Made(claims + 2, piece -> {
            if (piece == 0) {
                return envelope("HC", "005010X222A1")
                        + line("ST", "837", "0001", "005010X222A1")
                        + line("BHT", "0019", "00", "BATCH" + first, "20260301", "1200", "CH")
                        + line("NM1", "41", "2", "NORTH CLINIC", "", "", "", "", "46", "SENDER")
                        + line("NM1", "40", "2", "CLEARING", "", "", "", "", "46", "RECEIVER")
                        + line("HL", "1", "", "20", "1")
                        + line("PRV", "BI", "PXC", "207Q00000X")
                        + line("NM1", "85", "2", "NORTH CLINIC", "", "", "", "", "XX", "1234567893")
                        + line("REF", "EI", "123456789");
            }
            if (piece <= claims) {
                return submission(first + piece - 1, piece + 1);
            }
            long lines = 0;
            for (long n = first; n < first + claims; n++) {
                lines += lines(n);
            }
            return line("SE", String.valueOf(9 + 9 * claims + 3 * lines), "0001") + trailer();
        });
    }

    /// One 835 that decides the same claims in one payment.
    public InputStream remittance(long first, long claims) {
        return new Made(claims + 2, piece -> {
            if (piece == 0) {
                return header(first, claims);
            }
            if (piece <= claims) {
                return decision(first + piece - 1);
            }
            long segments = 9;
            for (long n = first; n < first + claims; n++) {
                segments += 5 + 5 * lines(n) + (isDenied(n) ? 1 : 0) + (isDeductible(n) ? 1 : 0);
            }
            return line("SE", String.valueOf(segments), "0001") + trailer();
        });
    }

    /// Lines of claim n.
    public static int lines(long n) {
        return 1 + (int) (n % 3);
    }

    /// Charge of claim n.
    public static long chargeCents(long n) {
        long sum = 0;
        for (int i = 0; i < lines(n); i++) {
            sum += lineCents(n, i);
        }
        return sum;
    }

    /// What the payer pays for claim n.
    public static long paidCents(long n) {
        long sum = 0;
        for (int i = 0; i < lines(n); i++) {
            sum += linePaidCents(n, i);
        }
        return sum;
    }

    /// The account number of claim n.
    public static String accountNumber(long n) {
        return "A-" + (1_000_000 + n);
    }

    private static boolean isDenied(long n) {
        return n % 10 == 0;
    }

    private static boolean isDeductible(long n) {
        return n % 7 == 0;
    }

    private static long lineCents(long n, int line) {
        return 10_000 + n % 97 * 100 + line * 1_250L;
    }

    private static long deductibleCents(long n, int line) {
        return isDeductible(n) && line == lines(n) - 1 && !(isDenied(n) && line == 0) ? 1_500 : 0;
    }

    private static long linePaidCents(long n, int line) {
        return isDenied(n) && line == 0 ? 0 : lineCents(n, line) - 3_000 - deductibleCents(n, line);
    }

    private String header(long first, long claims) {
        long paid = 0;
        for (long n = first; n < first + claims; n++) {
            paid += paidCents(n);
        }
        return envelope("HP", "005010X221A1")
                + line("ST", "835", "0001")
                + line("BPR", "I", money(paid), "C", "ACH", "", "", "", "", "", "", "", "", "", "", "", "20260320")
                + line("TRN", "1", "TRACE" + first, "1512345678")
                + line("DTM", "405", "20260319")
                + line("N1", "PR", "ACME HEALTH PLAN", "XV", "00431")
                + line("N1", "PE", "NORTH CLINIC", "XX", "1234567893")
                + line("REF", "TJ", "123456789")
                + line("LX", "1");
    }

    private String submission(long n, long level) {
        var text = new StringBuilder(600)
                .append(line("HL", String.valueOf(level), "1", "22", "0"))
                .append(line("SBR", "P", "18", "", "", "", "", "", "", "CI"))
                .append(line("NM1", "IL", "1", "DOE", "PAT" + n, "", "", "", "MI", "M" + n))
                .append(line("DMG", "D8", "19700101", "F"))
                .append(line("NM1", "PR", "2", "ACME HEALTH PLAN", "", "", "", "", "PI", "00431"))
                .append(line(
                        "CLM", accountNumber(n), money(chargeCents(n)), "", "", composite("11", "B", "1"), "Y", "A"))
                .append(line("REF", "D9", "CH" + n))
                .append(line("HI", composite("ABK", "E119"), composite("ABF", "R42")))
                .append(line("NM1", "82", "1", "LEE", "SAM", "", "", "", "XX", "1245319599"));
        for (int i = 0; i < lines(n); i++) {
            text.append(line("LX", String.valueOf(i + 1)))
                    .append(line(
                            "SV1", procedure(n, i), money(lineCents(n, i)), "UN", "1", "", "", composite("1", "2")))
                    .append(line("DTP", "472", "D8", day(n)));
        }
        return text.toString();
    }

    private String decision(long n) {
        long deductible = 0;
        for (int i = 0; i < lines(n); i++) {
            deductible += deductibleCents(n, i);
        }
        var text = new StringBuilder(600)
                .append(line(
                        "CLP",
                        accountNumber(n),
                        "1",
                        money(chargeCents(n)),
                        money(paidCents(n)),
                        money(deductible),
                        "12",
                        "P" + n,
                        "11",
                        "1"))
                .append(line("NM1", "QC", "1", "DOE", "PAT" + n, "", "", "", "MI", "M" + n))
                .append(line("DTM", "232", day(n)))
                .append(line("DTM", "050", "20260302"))
                .append(line("AMT", "AU", money(chargeCents(n))));
        for (int i = 0; i < lines(n); i++) {
            boolean denied = isDenied(n) && i == 0;
            text.append(line("SVC", procedure(n, i), money(lineCents(n, i)), money(linePaidCents(n, i)), "", "1"))
                    .append(line("DTM", "472", day(n)))
                    .append(line("CAS", "CO", denied ? "97" : "45", money(denied ? lineCents(n, i) : 3_000)));
            if (isDeductible(n) && i == lines(n) - 1) {
                text.append(line("CAS", "PR", "1", money(deductibleCents(n, i))));
            }
            text.append(line("REF", "6R", n + "-" + (i + 1))).append(line("AMT", "B6", money(linePaidCents(n, i))));
            if (denied) {
                text.append(line("LQ", "HE", "N20"));
            }
        }
        return text.toString();
    }

    private String procedure(long n, int line) {
        var code = CODES[(int) ((n + line) % CODES.length)];
        return n % 5 == 0 ? composite("HC", code, "25") : composite("HC", code);
    }

    private static String day(long n) {
        return FIRST_DAY.plusDays(n % 50).format(DateTimeFormatter.BASIC_ISO_DATE);
    }

    private static String money(long cents) {
        return cents / 100 + "." + cents / 10 % 10 + cents % 10;
    }

    private String envelope(String group, String version) {
        return line(
                        "ISA",
                        "00",
                        "          ",
                        "00",
                        "          ",
                        "ZZ",
                        "SENDER         ",
                        "ZZ",
                        "RECEIVER       ",
                        "260320",
                        "1200",
                        "^",
                        "00501",
                        "000000001",
                        "0",
                        "T",
                        String.valueOf(component))
                + line("GS", group, "SENDER", "RECEIVER", "20260320", "1200", "1", "X", version);
    }

    private String trailer() {
        return line("GE", "1", "1") + line("IEA", "1", "000000001");
    }

    private String composite(String... parts) {
        return String.join(String.valueOf(component), parts);
    }

    private String line(String... parts) {
        return String.join(String.valueOf(element), parts) + terminator;
    }

    /// Bytes made piece by piece.
    private static final class Made extends InputStream {

        private final long pieces;
        private final LongFunction<String> piece;
        private long next;
        private byte[] bytes = new byte[0];
        private int position;

        private Made(long pieces, LongFunction<String> piece) {
            this.pieces = pieces;
            this.piece = piece;
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            Objects.checkFromIndexSize(offset, length, into.length);
            while (position == bytes.length) {
                if (next == pieces) {
                    return -1;
                }
                bytes = piece.apply(next++).getBytes(StandardCharsets.ISO_8859_1);
                position = 0;
            }
            int count = Math.min(length, bytes.length - position);
            System.arraycopy(bytes, position, into, offset, count);
            position += count;
            return count;
        }
    }
}
