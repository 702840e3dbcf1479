package claimtrail.denial.pair;

/// A paid visit beside a procedure: what speaks against a missing modifier, or for adding it.
public record CounterEvidence(Pair pair, Kind kind) {

    /// What a payment shows.
    public enum Kind {
        /// With modifier 25, and paid: the fix works.
        FIX_WORKS,
        /// Without, and paid: this payer did not ask.
        NOT_ASKED
    }
}
