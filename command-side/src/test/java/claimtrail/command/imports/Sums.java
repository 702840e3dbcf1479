package claimtrail.command.imports;

import claimtrail.denial.ClaimReading;
import claimtrail.event.Actor;
import claimtrail.event.Envelope;
import claimtrail.event.EventCatalogue;
import claimtrail.event.Recorded;
import claimtrail.event.Source;
import claimtrail.event.claim.ClaimEvent;
import claimtrail.event.provider.PayerEvent.PayerRegistered;
import claimtrail.event.provider.ProviderEvent.ProviderRegistered;
import claimtrail.metric.Tally;
import claimtrail.metric.claim.ClaimFold;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

/// What a log adds up to: every posting of fold `claim/1` summed by cell, on both bases, and the readings of all
/// claims. Ids are given anew in every log and stand under the numbers of the outside world, or as `#`.
///
/// @param postings one line a cell that is not 0
/// @param readings one line a claim
record Sums(List<String> postings, Set<String> readings) {

    private static final ClaimFold FOLD = new ClaimFold();

    static Sums of(MemoryLog log) {
        Map<UUID, String> names = new HashMap<>();
        for (var kept : log.facts()) {
            if (kept.event() instanceof PayerRegistered it) {
                names.put(kept.stream(), "payer " + it.number().value());
            } else if (kept.event() instanceof ProviderRegistered it) {
                names.put(kept.stream(), "provider " + it.number().value());
            }
        }
        Map<UUID, List<ClaimEvent>> claims = new LinkedHashMap<>();
        for (var kept : log.facts()) {
            if (kept.event() instanceof ClaimEvent it) {
                claims.computeIfAbsent(kept.stream(), _ -> new ArrayList<>()).add(it);
            }
        }
        var sum = new Tally();
        claims.forEach((claim, facts) -> post(claim, facts, sum));
        return new Sums(
                named(sum.toString(), names).lines().sorted().toList(),
                claims.values().stream()
                        .map(facts -> named(ClaimReading.of(facts).toString(), names))
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    /// Each fact posts what it changes; the postings are summed, not the last tally taken.
    private static void post(UUID claim, List<ClaimEvent> facts, Tally sum) {
        var standing = FOLD.start();
        for (int i = 0; i < facts.size(); i++) {
            var shape = EventCatalogue.of(facts.get(i));
            var envelope = new Envelope(
                    i + 1,
                    new UUID(1, i),
                    "claim",
                    claim,
                    i,
                    shape.name(),
                    shape.version(),
                    Instant.EPOCH,
                    Imports.PRACTICE,
                    new Actor(Actor.Kind.IMPORT, "importer"),
                    null,
                    new UUID(2, i),
                    new Source.Api("test"));
            var step = FOLD.step(standing, new Recorded<>(envelope, facts.get(i)));
            step.postings().forEach(sum::add);
            standing = step.standing();
        }
    }

    private static String named(String text, Map<UUID, String> names) {
        var named = text;
        for (var name : names.entrySet()) {
            named = named.replace(name.getKey().toString(), name.getValue());
        }
        return named.replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "#")
                .replaceAll("Match\\[[^]]*]", "Match")
                .replaceAll("(ClaimSubmitted\\[number=ExternalId\\[[^]]*], )version=\\d+", "$1version")
                .replaceAll("recordedNo=\\d+", "recordedNo")
                .replaceAll("reverses=[^,]*", "reverses");
    }
}
