package claimtrail.command.imports.x12;

import java.util.Map;

/// What one file came to; records = stored + held + refused.
///
/// @param bytes bytes read, after unpacking
/// @param segments segments read
/// @param sets transaction sets begun
/// @param records claims, decisions, acknowledgements and provider adjustments begun
/// @param stored handed on whole
/// @param held handed on for a person
/// @param refused not handed on
/// @param warnings findings of severity WARNING, also beyond the limit
/// @param counts findings by code
/// @param unknownTags segments that no transaction set knows, by tag; the empty tag counts those beyond 500 tags
public record X12Summary(
        long bytes,
        long segments,
        int sets,
        long records,
        long stored,
        long held,
        long refused,
        long warnings,
        Map<FindingCode, Long> counts,
        Map<String, Long> unknownTags) {

    public X12Summary {
        counts = Map.copyOf(counts);
        unknownTags = Map.copyOf(unknownTags);
    }
}
