package claimtrail.query.difference;

import java.util.Map;

/// Why an answer moved, in the words of the claims office.
///
/// @param cause what kind of news it was
/// @param facts that brought it
/// @param numerator what they add to the numerator
/// @param denominator what they add to the denominator; 0 where nothing is divided
public record Cause(String cause, long facts, long numerator, long denominator) {

    static final String OLD_ENOUGH = "old enough to be counted now";

    private static final String CORRECTION = "correction of an earlier answer";

    /// What a fact is called that had happened by the first answer, and was learnt after it.
    private static final Map<String, String> LATE = Map.ofEntries(
            Map.entry("claim.submitted", "late claim"),
            Map.entry("claim.inferred", "late remittance"),
            Map.entry("claim.approved", "late remittance"),
            Map.entry("claim.denied", "late remittance"),
            Map.entry("claim.appealed", "late news of an appeal"),
            Map.entry("claim.overturned", "late news of an appeal"),
            Map.entry("claim.upheld", "late news of an appeal"),
            Map.entry("claim.appeal-withdrawn", "late news of an appeal"),
            Map.entry("claim.episode-closed", "late closing of a denial"));

    /// The same where it happened later.
    private static final Map<String, String> NEW = Map.ofEntries(
            Map.entry("claim.submitted", "new claim"),
            Map.entry("claim.inferred", "new remittance"),
            Map.entry("claim.approved", "new remittance"),
            Map.entry("claim.denied", "new remittance"),
            Map.entry("claim.appealed", "new appeal"),
            Map.entry("claim.overturned", "new answer to an appeal"),
            Map.entry("claim.upheld", "new answer to an appeal"),
            Map.entry("claim.appeal-withdrawn", "new answer to an appeal"),
            Map.entry("claim.episode-closed", "new closing of a denial"));

    /// The same, whenever it happened.
    private static final Map<String, String> EVER = Map.of(
            "claim.payment-reversed", "reversal",
            "claim.replaced", "corrected claim",
            "claim.voided", "claim taken back",
            "claim.rejected", "claim sent back unread",
            "claim.acknowledged", "acknowledgement of a claim",
            "claim.screened", "screening",
            "claim.denial-linked", "linking of a denial");

    /// @param name of the fact
    /// @param late whether it had happened when the first answer was given
    /// @param undoes whether it takes off what a decision had added
    static String of(String name, boolean late, boolean undoes) {
        if (undoes && (name.equals("claim.approved") || name.equals("claim.denied"))) {
            return CORRECTION;
        }
        var known = EVER.get(name);
        if (known == null) {
            known = (late ? LATE : NEW).get(name);
        }
        return known == null ? name.substring(0, name.indexOf('.')).replace('-', ' ') : known;
    }
}
