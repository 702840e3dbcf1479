package claimtrail.denial.screening;

import claimtrail.denial.pair.PairBook;
import java.util.List;
import java.util.function.Function;

/// What is in force for screening and linking the claims of one practice. Immutable.
///
/// @param categories the category of a reason class, such as `modifier-missing` of `MOD25`; empty where unknown
public record Rules(
        PolicyIndex policies, List<KnownPattern> patterns, PairBook pairs, Function<String, String> categories) {

    private static final Rules NONE = new Rules(PolicyIndex.empty(), List.of(), PairBook.dayOne(), _ -> "");

    public Rules {
        patterns = List.copyOf(patterns);
    }

    /// No policy, no pattern, nothing loaded.
    public static Rules none() {
        return NONE;
    }

    /// Whether there is nothing to screen for.
    public boolean isEmpty() {
        return policies.isEmpty() && patterns.isEmpty();
    }
}
