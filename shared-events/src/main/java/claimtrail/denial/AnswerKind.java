package claimtrail.denial;

import org.jspecify.annotations.Nullable;

/// What a claim status of a remittance (CLP02) says an answer is. Source: X12 005010X221A1, element 1029.
public enum AnswerKind {
    /// 1, 2, 3, 4, 19, 20, 21; and what is absent or unknown, which rule 1 reads as 1.
    DECISION,
    /// 22: an earlier answer is taken back.
    REVERSAL,
    /// 23: not this payer's claim, forwarded to another.
    FORWARDED,
    /// 25: what would be paid; nothing is decided.
    PREDETERMINATION;

    public static AnswerKind of(@Nullable String status) {
        return switch (plain(status)) {
            case "22" -> REVERSAL;
            case "23" -> FORWARDED;
            case "25" -> PREDETERMINATION;
            default -> DECISION;
        };
    }

    /// Whether the payer does not know the patient (4).
    static boolean isPatientUnknown(@Nullable String status) {
        return plain(status).equals("4");
    }

    /// 1 primary, 2 secondary, 3 tertiary; 1 where the status does not say.
    public static int payerSequence(@Nullable String status) {
        return switch (plain(status)) {
            case "2", "20" -> 2;
            case "3", "21" -> 3;
            default -> 1;
        };
    }

    private static String plain(@Nullable String status) {
        return status == null ? "" : status.strip();
    }
}
