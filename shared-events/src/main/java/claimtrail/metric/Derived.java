package claimtrail.metric;

import org.jspecify.annotations.Nullable;

/// A figure that a rule makes of sums: no sum itself, and not one divided by another. It is explained by the postings
/// of
/// what it is made of, and by its rule in words.
///
/// @param id `pattern.velocity`
/// @param version from 1; a changed rule is a new one
/// @param shown the name on a page
/// @param unit what its value is in
/// @param madeOf id of the figure whose postings it is made of; absent where lists and facts say it
/// @param text what an auditor reads, with the rule
public record Derived(
        String id,
        int version,
        String shown,
        String unit,
        @Nullable String madeOf,
        String text) {

    /// What it is made of, as an auditor reads it.
    public String formula() {
        return madeOf == null ? "told by facts" : "by rule, of " + madeOf;
    }
}
