package claimtrail.command.claim;

import claimtrail.command.provider.Terms;
import claimtrail.denial.ReasonTable;
import claimtrail.denial.screening.Rules;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// What is in force for one command on a claim, and what a claim cannot know by itself. Comes in with the command.
///
/// @param reasons what reason codes mean, by effective day
/// @param terms the deadlines of the payer that is named, or that answered
/// @param providersKnown every provider named (accountable, billing, of a line) is known to the practice
/// @param payerKnown the payer named is known to the practice
/// @param patterns the patterns of the practice
/// @param policies the newest version of every policy of the platform and of the practice
/// @param rules by what the claim is screened, and its denials linked
public record Rulebook(
        ReasonTable reasons,
        Terms terms,
        boolean providersKnown,
        boolean payerKnown,
        Set<UUID> patterns,
        Map<UUID, Integer> policies,
        Rules rules) {
    public Rulebook {
        patterns = Set.copyOf(patterns);
        policies = Map.copyOf(policies);
    }

    boolean knowsPolicy(UUID policy, int version) {
        var newest = policies.get(policy);
        return newest != null && version >= 1 && version <= newest;
    }
}
