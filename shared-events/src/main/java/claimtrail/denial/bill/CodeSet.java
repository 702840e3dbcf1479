package claimtrail.denial.bill;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Procedure codes, written one by one (`99213`), as ranges with both ends (`99202-99215`) or by their first
/// characters (`992*`). Compared upper-case; a range holds only codes as long as its ends.
public final class CodeSet {

    /// A range of at most so many codes is kept as its codes, so that an index can find them.
    private static final int WRITTEN_OUT = 1_000;

    /// A range with both ends.
    private record Range(String from, String to) {

        /// Where the digits begin in which the ends differ; −1 where they differ in letters.
        private int digits() {
            var start = from.length();
            while (start > 0 && Character.isDigit(from.charAt(start - 1)) && Character.isDigit(to.charAt(start - 1))) {
                start--;
            }
            return start < from.length() && from.substring(0, start).equals(to.substring(0, start)) ? start : -1;
        }

        private int size() {
            var start = digits();
            return start < 0 || from.length() - start > 9
                    ? Integer.MAX_VALUE
                    : Integer.parseInt(to.substring(start)) - Integer.parseInt(from.substring(start)) + 1;
        }

        private void addTo(Set<String> codes) {
            var start = digits();
            var width = from.length() - start;
            for (var no = Integer.parseInt(from.substring(start)); no <= Integer.parseInt(to.substring(start)); no++) {
                var digits = Integer.toString(no);
                codes.add(from.substring(0, start) + "0".repeat(width - digits.length()) + digits);
            }
        }

        boolean contains(String code) {
            return code.length() == from.length() && code.compareTo(from) >= 0 && code.compareTo(to) <= 0;
        }
    }

    private final Set<String> codes;
    private final List<Range> ranges;
    private final List<String> prefixes;

    private CodeSet(Set<String> codes, List<Range> ranges, List<String> prefixes) {
        this.codes = Set.copyOf(codes);
        this.ranges = List.copyOf(ranges);
        this.prefixes = List.copyOf(prefixes);
    }

    /// The set that is written so. What is no range and no prefix is a code.
    public static CodeSet of(List<String> written) {
        var codes = new HashSet<String>();
        var ranges = new HashSet<Range>();
        var prefixes = new HashSet<String>();
        for (var text : written) {
            var plain = folded(text);
            var dash = plain.indexOf('-');
            if (plain.endsWith("*")) {
                prefixes.add(plain.substring(0, plain.length() - 1));
            } else if (dash > 0 && dash == plain.length() - dash - 1) {
                var range = new Range(plain.substring(0, dash), plain.substring(dash + 1));
                if (range.size() <= WRITTEN_OUT) {
                    range.addTo(codes);
                } else {
                    ranges.add(range);
                }
            } else {
                codes.add(plain);
            }
        }
        return new CodeSet(codes, List.copyOf(ranges), List.copyOf(prefixes));
    }

    /// The codes written one by one, and those of small ranges.
    public Set<String> codes() {
        return codes;
    }

    /// Whether there are more codes than [#codes].
    public boolean isOpen() {
        return !ranges.isEmpty() || !prefixes.isEmpty();
    }

    public boolean isEmpty() {
        return codes.isEmpty() && !isOpen();
    }

    /// Whether a code is in the set.
    ///
    /// @param code as sent
    public boolean contains(String code) {
        var plain = folded(code);
        return codes.contains(plain)
                || ranges.stream().anyMatch(it -> it.contains(plain))
                || prefixes.stream().anyMatch(plain::startsWith);
    }

    /// A code as it is compared.
    public static String folded(String code) {
        return code.strip().toUpperCase(Locale.ROOT);
    }
}
