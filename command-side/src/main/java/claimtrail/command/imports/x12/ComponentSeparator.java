package claimtrail.command.imports.x12;

/// Tells from the first composite of an interchange whether the declared component separator is the one in use.
///
/// An open sample declares `:` and writes `HC>12345>26`.
final class ComponentSeparator {

    static final byte UNDECIDED = 0;

    private ComponentSeparator() {}

    /// The separator in use, or [#UNDECIDED] when this segment does not tell.
    static byte used(Segment segment) {
        int element = switch (segment.tag) {
            case Tag.SVC, Tag.SV1 -> 1;
            case Tag.SV2 -> 2;
            case Tag.CLM -> 5;
            default -> 0;
        };
        if (element == 0 || !segment.has(element)) {
            return UNDECIDED;
        }
        if (segment.components(element) > 1) {
            return segment.component;
        }
        int from = segment.from(element);
        if (segment.length(element) < 4 || !Separators.isMark(segment.bytes[from + 2])) {
            return UNDECIDED;
        }
        byte mark = segment.bytes[from + 2];
        boolean told = segment.tag == Tag.CLM ? isPlace(segment, from, mark) : isQualifier(segment, from);
        return told ? mark : UNDECIDED;
    }

    private static boolean isPlace(Segment segment, int from, byte mark) {
        return segment.length(5) >= 6 && segment.bytes[from + 4] == mark;
    }

    private static boolean isQualifier(Segment segment, int from) {
        return switch ((segment.bytes[from] & 0xDF) << 8 | (segment.bytes[from + 1] & 0xDF)) {
            case 'H' << 8 | 'C', 'A' << 8 | 'D', 'E' << 8 | 'R', 'H' << 8 | 'P', 'I' << 8 | 'V' -> true;
            case 'N' << 8 | ('4' & 0xDF), 'N' << 8 | 'U', 'W' << 8 | 'K' -> true;
            default -> false;
        };
    }
}
