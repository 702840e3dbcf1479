package claimtrail.command.automation;

import claimtrail.command.Command;
import claimtrail.command.rulebook.RulebookShelf;
import claimtrail.denial.bill.NearbyLine;
import claimtrail.denial.screening.PolicyIndex;
import claimtrail.denial.screening.Rules;
import claimtrail.event.claim.ClaimEvent.ScreeningCause;
import claimtrail.event.policy.PolicyEvent.PolicyPublished;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Judges claims that were there before a policy was published for their time: as new facts, so that what was known
/// before stays as it was. Most policies hold from a day that nobody has billed for yet, and cost nothing.
@Component
final class LatePolicies {

    private final Memory memory;
    private final Claims claims;
    private final Backfill backfill;
    private final RulebookShelf shelf;

    LatePolicies(Memory memory, Claims claims, Backfill backfill, RulebookShelf shelf) {
        this.memory = memory;
        this.claims = claims;
        this.backfill = backfill;
        this.shelf = shelf;
    }

    OfPage ofPage() {
        return new OfPage();
    }

    /// A version of a policy.
    private record Version(UUID policy, int no) {}

    /// The policies published on one page of the log: a library is one look at each claim.
    final class OfPage {

        private final Map<UUID, Set<Version>> published = new HashMap<>();
        private final Map<UUID, LocalDate> from = new HashMap<>();

        /// @param owner absent for the platform
        void published(@Nullable UUID owner, UUID policy, PolicyPublished version) {
            var whose = owner == null ? Command.PLATFORM : owner;
            published.computeIfAbsent(whose, _ -> new HashSet<>()).add(new Version(policy, version.version()));
            from.merge(whose, version.effectiveFrom(), (a, b) -> a.isBefore(b) ? a : b);
        }

        /// Screens the claims of the time of these policies, and links their denials.
        void judge() {
            published.forEach((owner, versions) -> {
                var practices = owner.equals(Command.PLATFORM) ? memory.practices() : List.of(owner);
                practices.forEach(practice -> judge(practice, owner, versions));
            });
        }

        private void judge(UUID practice, UUID owner, Set<Version> versions) {
            var rules = only(versions, shelf.inForce().rules(practice));
            // Nobody is billed before being served, so that earlier claims are of an earlier time.
            var later = memory.claimsFrom(practice, from.getOrDefault(owner, LocalDate.MAX));
            claims.some(later, known -> {
                var looks = known.stream()
                        .filter(it -> !it.isVoided())
                        .map(it -> new Look(it, nearby(it, practice, rules)))
                        .toList();
                claims.together(
                        looks,
                        it -> backfill.tie(it.claim(), practice, it.nearby(), rules, ScreeningCause.RETROACTIVE));
            });
        }

        /// Asked in the transaction in which the lines of this page were kept, and only where a policy counts them.
        private List<NearbyLine> nearby(KnownClaim claim, UUID practice, Rules rules) {
            var bill = claim.newest();
            return bill != null
                            && bill.lines().stream()
                                    .anyMatch(it -> rules.policies().needsOtherLines(it.code()))
                    ? backfill.nearby(claim, practice)
                    : List.of();
        }
    }

    /// A claim and what is known beside it.
    private record Look(KnownClaim claim, List<NearbyLine> nearby) {}

    private static Rules only(Set<Version> versions, Rules rules) {
        return new Rules(
                new PolicyIndex(rules.policies().all().stream()
                        .filter(it -> versions.contains(new Version(it.policy(), it.version())))
                        .toList()),
                List.of(),
                rules.pairs(),
                rules.categories());
    }
}
