package claimtrail.denial.pair;

/// A denied bare visit beside a procedure.
///
/// @param grade how sure the pair rule is
public record PairEvidence(Pair pair, Grade grade) {

    /// How sure the pair rule is that modifier 25 was missing.
    public enum Grade {
        /// The payer's own code or remark says so.
        A,
        /// A policy, an edit or global days make the pair one.
        B,
        /// Only the range of the procedure's code; shown, and not counted towards a pattern.
        C;

        /// Whether it counts towards the threshold of a pattern.
        public boolean counts() {
            return this != C;
        }
    }
}
