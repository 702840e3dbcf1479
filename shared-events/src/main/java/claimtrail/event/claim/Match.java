package claimtrail.event.claim;

/// How an answer found its claim.
///
/// @param score 0–100; below 90 a person looks at it
public record Match(Method method, int score) {

    /// The first rule with exactly one candidate.
    public enum Method {
        /// The claim was named by its own id.
        DIRECT,
        PAYER_NUMBER,
        CLAIM_NUMBER,
        NUMBER_AND_CHARGE,
        NUMBER_FOLDED,
        PATIENT_AND_CHARGE,
        /// No claim fits: it is inferred.
        NONE
    }

    public static Match direct() {
        return new Match(Method.DIRECT, 100);
    }
}
