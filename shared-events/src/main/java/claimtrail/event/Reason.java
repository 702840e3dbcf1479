package claimtrail.event;

/// A code by which somebody explains an answer, as sent; an unknown code is data.
///
/// @param system `CARC`, `RARC`, `CLAIM_STATUS`, `portal`, …
public record Reason(String system, String code) {

    public static Reason carc(String code) {
        return new Reason("CARC", code);
    }

    public static Reason rarc(String code) {
        return new Reason("RARC", code);
    }
}
