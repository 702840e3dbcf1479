package claimtrail.command.imports.x12;

/// What separates what in one interchange.
///
/// @param repetition 0 when the version knows none
/// @param newline segments end with CR, LF or both; `terminator` is LF then
record Separators(byte element, byte component, byte repetition, byte terminator, boolean newline) {

    static boolean isLetterOrDigit(int b) {
        return (b >= '0' && b <= '9') || (b >= 'A' && b <= 'Z') || (b >= 'a' && b <= 'z');
    }

    static boolean isNewline(int b) {
        return b == '\r' || b == '\n';
    }

    /// A printable mark that is neither letter, digit nor space.
    static boolean isMark(int b) {
        return b > ' ' && b < 0x7F && !isLetterOrDigit(b);
    }

    Separators withComponent(byte mark) {
        return new Separators(element, mark, repetition, terminator, newline);
    }

    /// What the scanner does at each byte.
    byte[] kinds() {
        var kinds = new byte[256];
        kinds['\r'] = newline ? TERMINATOR : BREAK;
        kinds['\n'] = newline ? TERMINATOR : BREAK;
        kinds[terminator & 0xFF] = TERMINATOR;
        kinds[element & 0xFF] = ELEMENT;
        return kinds;
    }

    static final byte ELEMENT = 1;
    static final byte TERMINATOR = 2;
    /// CR or LF inside a segment: the file was wrapped.
    static final byte BREAK = 3;
}
