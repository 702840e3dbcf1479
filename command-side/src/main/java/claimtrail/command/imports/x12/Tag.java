package claimtrail.command.imports.x12;

/// Segment tags as numbers: up to three upper-case bytes, the first one highest, so that a switch needs no text.
final class Tag {

    static final int INVALID = 0;

    static final int ISA = 'I' << 16 | 'S' << 8 | 'A';
    static final int IEA = 'I' << 16 | 'E' << 8 | 'A';
    static final int TA1 = 'T' << 16 | 'A' << 8 | '1';
    static final int GS = 'G' << 8 | 'S';
    static final int GE = 'G' << 8 | 'E';
    static final int ST = 'S' << 8 | 'T';
    static final int SE = 'S' << 8 | 'E';

    static final int AMT = 'A' << 16 | 'M' << 8 | 'T';
    static final int BHT = 'B' << 16 | 'H' << 8 | 'T';
    static final int BPR = 'B' << 16 | 'P' << 8 | 'R';
    static final int CAS = 'C' << 16 | 'A' << 8 | 'S';
    static final int CLM = 'C' << 16 | 'L' << 8 | 'M';
    static final int CLP = 'C' << 16 | 'L' << 8 | 'P';
    static final int DMG = 'D' << 16 | 'M' << 8 | 'G';
    static final int DTM = 'D' << 16 | 'T' << 8 | 'M';
    static final int DTP = 'D' << 16 | 'T' << 8 | 'P';
    static final int HI = 'H' << 8 | 'I';
    static final int HL = 'H' << 8 | 'L';
    static final int LQ = 'L' << 8 | 'Q';
    static final int LX = 'L' << 8 | 'X';
    static final int MIA = 'M' << 16 | 'I' << 8 | 'A';
    static final int MOA = 'M' << 16 | 'O' << 8 | 'A';
    static final int N1 = 'N' << 8 | '1';
    static final int N3 = 'N' << 8 | '3';
    static final int N4 = 'N' << 8 | '4';
    static final int NM1 = 'N' << 16 | 'M' << 8 | '1';
    static final int NTE = 'N' << 16 | 'T' << 8 | 'E';
    static final int PAT = 'P' << 16 | 'A' << 8 | 'T';
    static final int PLB = 'P' << 16 | 'L' << 8 | 'B';
    static final int PRV = 'P' << 16 | 'R' << 8 | 'V';
    static final int PWK = 'P' << 16 | 'W' << 8 | 'K';
    static final int QTY = 'Q' << 16 | 'T' << 8 | 'Y';
    static final int REF = 'R' << 16 | 'E' << 8 | 'F';
    static final int SBR = 'S' << 16 | 'B' << 8 | 'R';
    static final int STC = 'S' << 16 | 'T' << 8 | 'C';
    static final int SV1 = 'S' << 16 | 'V' << 8 | '1';
    static final int SV2 = 'S' << 16 | 'V' << 8 | '2';
    static final int SVC = 'S' << 16 | 'V' << 8 | 'C';
    static final int SVD = 'S' << 16 | 'V' << 8 | 'D';
    static final int TRN = 'T' << 16 | 'R' << 8 | 'N';
    static final int TS3 = 'T' << 16 | 'S' << 8 | '3';

    private Tag() {}

    /// The number of a text of up to four letters or digits, as [Segment#code] gives it.
    static int of(String text) {
        int tag = 0;
        for (int i = 0; i < text.length(); i++) {
            tag = (tag << 8) | text.charAt(i);
        }
        return tag;
    }

    /// The text of a tag.
    static String text(int tag) {
        var text = new StringBuilder(3);
        for (int shift = 16; shift >= 0; shift -= 8) {
            if ((tag >> shift & 0xFF) != 0) {
                text.append((char) (tag >> shift & 0xFF));
            }
        }
        return text.toString();
    }
}
