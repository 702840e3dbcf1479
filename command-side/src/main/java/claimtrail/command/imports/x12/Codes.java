package claimtrail.command.imports.x12;

import static claimtrail.command.imports.x12.Separators.isLetterOrDigit;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads procedures, adjustments and remarks: unknown codes are kept as sent, odd ones are warned of.
final class Codes {

    private Codes() {}

    /// A procedure with its modifiers; null when the element is empty.
    static @Nullable Procedure procedure(Segment s, int element) {
        if (!s.has(element)) {
            return null;
        }
        byte[] b = s.bytes;
        int end = s.to(element);
        String qualifier = null;
        String code = null;
        List<String> modifiers = List.of();
        int no = 0;
        for (int p = s.from(element); p <= end; p++) {
            int start = p;
            while (p < end && b[p] != s.component) {
                p++;
            }
            no++;
            var text = start == p ? "" : s.text(start, p).strip();
            if (no == 1) {
                qualifier = text;
            } else if (no == 2) {
                code = text.length() == 5 ? s.upper(text) : text;
            } else if (no <= 6 && !text.isEmpty()) {
                modifiers = modifiers.isEmpty() ? new ArrayList<>(4) : modifiers;
                modifiers.add(s.upper(text));
            }
        }
        if (code == null && qualifier != null) { // a bare code
            return new Procedure(null, qualifier.length() == 5 ? s.upper(qualifier) : qualifier, modifiers);
        }
        if (code == null || code.isEmpty()) {
            return null;
        }
        return new Procedure(qualifier == null || qualifier.isEmpty() ? null : s.upper(qualifier), code, modifiers);
    }

    /// Up to six triplets of a CAS segment, added to the list.
    static void adjustments(Segment s, OpenRecord record, boolean version4010, List<Adjustment> to, int most) {
        var group = group(s, record, version4010);
        if (s.elements() < 2) {
            record.missAmount(s, 2);
            return;
        }
        for (int i = 2; i <= s.elements() && i < 20; i += 3) {
            if (!s.has(i)) {
                if (s.has(i + 1)) { // money without a reason would be lost
                    record.warn(FindingCode.CODE_UNREADABLE, s, i);
                } else {
                    continue;
                }
            }
            if (to.size() == most) {
                record.refuse(FindingCode.LIMIT_EXCEEDED, s, i);
                return;
            }
            var quantity = s.has(i + 2) ? record.quantity(s, i + 2) : null;
            to.add(new Adjustment(group, reason(s, record, i), record.owedMoney(s, i + 1), quantity));
        }
    }

    private static String group(Segment s, OpenRecord record, boolean version4010) {
        return switch (s.code(1)) {
            case 'C' << 8 | 'O' -> "CO";
            case 'P' << 8 | 'R' -> "PR";
            case 'O' << 8 | 'A' -> "OA";
            case 'P' << 8 | 'I' -> "PI";
            case 'C' << 8 | 'R' -> {
                if (!version4010) {
                    record.warn(FindingCode.GROUP_UNKNOWN, s, 1);
                }
                yield "CR";
            }
            default -> {
                record.warn(FindingCode.GROUP_UNKNOWN, s, 1);
                yield s.text(1);
            }
        };
    }

    private static String reason(Segment s, OpenRecord record, int element) {
        if (!s.has(element)) {
            return "";
        }
        int from = s.from(element);
        int to = s.to(element);
        while (from < to - 1 && s.bytes[from] == '0') {
            from++;
        }
        int digits = 0;
        for (int p = from; p < to; p++) {
            digits += s.bytes[p] >= '0' && s.bytes[p] <= '9' ? 1 : 0;
        }
        boolean lettered =
                digits == to - from - 1 && digits > 0 && isLetterOrDigit(s.bytes[from]) && s.bytes[from] > '9';
        if (digits > 3 || (digits != to - from && !lettered)) {
            record.warn(FindingCode.CODE_UNREADABLE, s, element);
        }
        return s.upper(s.text(from, to));
    }

    /// A remark code, added to the list; M, MA or N and digits, anything else is kept and warned of.
    static void remark(Segment s, OpenRecord record, int element, List<String> to, int most) {
        var remark = s.upper(element);
        if (remark == null) {
            return;
        }
        if (to.size() == most) {
            record.refuse(FindingCode.LIMIT_EXCEEDED, s, element);
            return;
        }
        int letters = remark.startsWith("MA") ? 2 : 1;
        boolean known = remark.charAt(0) == 'M' || remark.charAt(0) == 'N';
        boolean digits = remark.length() > letters && remark.length() <= letters + 4;
        for (int i = letters; i < remark.length(); i++) {
            digits &= remark.charAt(i) >= '0' && remark.charAt(i) <= '9';
        }
        if (!known || !digits) {
            record.warn(FindingCode.CODE_UNREADABLE, s, element);
        }
        to.add(remark);
    }

    /// Whether a remark has to stand beside this reason. Source: X12 code list 139, the entries that ask for one.
    static boolean needsRemark(String reason) {
        return switch (reason) {
            case "16", "96", "125", "129", "226", "227", "251", "252", "A1" -> true;
            default -> false;
        };
    }
}
