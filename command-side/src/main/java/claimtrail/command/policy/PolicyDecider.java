package claimtrail.command.policy;

import static claimtrail.command.policy.PolicyRefusal.DAY_BEFORE_EFFECTIVE;
import static claimtrail.command.policy.PolicyRefusal.POLICY_ID_TAKEN;
import static claimtrail.command.policy.PolicyRefusal.POLICY_RETIRED;
import static claimtrail.command.policy.PolicyRefusal.POLICY_UNKNOWN;
import static claimtrail.command.policy.PolicyRefusal.RANGE_OVERLAPS;
import static claimtrail.command.policy.PolicyRefusal.RANGE_REVERSED;
import static claimtrail.command.policy.PolicyRefusal.VERSION_NOT_NEXT;

import claimtrail.command.Decision;
import claimtrail.command.policy.PolicyCommand.LoadPolicy;
import claimtrail.command.policy.PolicyCommand.PublishPolicy;
import claimtrail.command.policy.PolicyCommand.RetirePolicy;
import claimtrail.command.store.DirectoryEntry;
import claimtrail.event.policy.PolicyEvent;
import claimtrail.event.policy.PolicyEvent.PolicyPublished;
import claimtrail.event.policy.PolicyEvent.PolicyRetired;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/// Decides what is asked of a policy. A published version never changes, versions are dense, and the ranges of one
/// policy do not overlap.
public final class PolicyDecider {

    private PolicyDecider() {}

    public static Decision<PolicyEvent, PolicyRefusal> decide(Policy policy, PolicyCommand command) {
        return switch (command) {
            case PublishPolicy it -> publish(policy, it);
            case LoadPolicy it -> load(policy, it);
            case RetirePolicy it -> retire(policy, new PolicyRetired(it.retiredOn()));
        };
    }

    private static Decision<PolicyEvent, PolicyRefusal> publish(Policy policy, PublishPolicy command) {
        var next = command.published();
        var versions = versions(policy);
        if (versions.contains(next)) {
            return Decision.seenBefore();
        }
        if (isTaken(versions, next)) {
            return Decision.refuse(POLICY_ID_TAKEN, "/number");
        }
        if (policy instanceof Policy.Retired) {
            return Decision.refuse(POLICY_RETIRED);
        }
        if (next.version() != versions.size() + 1) {
            return Decision.refuse(VERSION_NOT_NEXT, "/version");
        }
        var end = next.effectiveTo();
        if (end != null && end.isBefore(next.effectiveFrom())) {
            return Decision.refuse(RANGE_REVERSED, "/effectiveTo");
        }
        if (versions.stream().anyMatch(it -> overlap(it, next))) {
            return Decision.refuse(RANGE_OVERLAPS, "/effectiveFrom");
        }
        return Decision.accept(List.of(next), number(command), List.of());
    }

    /// What was said before in any version is no new one, so that a file read again after a later one changes nothing.
    private static Decision<PolicyEvent, PolicyRefusal> load(Policy policy, LoadPolicy command) {
        var entry = command.entry();
        var versions = versions(policy);
        if (versions.stream().anyMatch(it -> saysTheSame(it, entry))) {
            return Decision.seenBefore();
        }
        var latest = versions.stream().map(PolicyPublished::effectiveFrom).max(Comparator.naturalOrder());
        var from =
                latest.isEmpty() || entry.effectiveFrom().isAfter(latest.get()) ? entry.effectiveFrom() : command.on();
        return publish(
                policy,
                new PublishPolicy(
                        command.policy(),
                        command.practice(),
                        entry.asVersion(versions.size() + 1, from, entry.asserted())));
    }

    /// A source goes on naming the first day of a rule that we hold in a later version; its own figures are no part of
    /// the rule.
    private static boolean saysTheSame(PolicyPublished version, PolicyPublished entry) {
        LocalDate from = entry.effectiveFrom().isAfter(version.effectiveFrom())
                ? entry.effectiveFrom()
                : version.effectiveFrom();
        return entry.asVersion(version.version(), from, version.asserted()).equals(version);
    }

    private static Decision<PolicyEvent, PolicyRefusal> retire(Policy policy, PolicyRetired retired) {
        return switch (policy) {
            case Policy.Unknown _ -> Decision.refuse(POLICY_UNKNOWN);
            case Policy.Retired it when it.retired().equals(retired) -> Decision.seenBefore();
            case Policy.Retired _ -> Decision.refuse(POLICY_RETIRED);
            case Policy.Published it
            when retired.retiredOn().isBefore(it.versions().getLast().effectiveFrom()) ->
                Decision.refuse(DAY_BEFORE_EFFECTIVE, "/retiredOn");
            case Policy.Published _ -> Decision.accept(retired);
        };
    }

    private static boolean isTaken(List<PolicyPublished> versions, PolicyPublished next) {
        return versions.stream()
                .anyMatch(it -> it.version() == next.version() || !it.number().equals(next.number()));
    }

    /// A version without an end holds until the next begins.
    private static boolean overlap(PolicyPublished before, PolicyPublished next) {
        var endBefore = before.effectiveTo();
        var endNext = next.effectiveTo();
        boolean beginsInside = next.effectiveFrom().equals(before.effectiveFrom())
                || (next.effectiveFrom().isAfter(before.effectiveFrom())
                        && endBefore != null
                        && next.effectiveFrom().isBefore(endBefore));
        boolean reachesInto = next.effectiveFrom().isBefore(before.effectiveFrom())
                && (endNext == null || endNext.isAfter(before.effectiveFrom()));
        return beginsInside || reachesInto;
    }

    private static List<PolicyPublished> versions(Policy policy) {
        return switch (policy) {
            case Policy.Unknown _ -> List.of();
            case Policy.Published it -> it.versions();
            case Policy.Retired it -> it.published().versions();
        };
    }

    private static List<DirectoryEntry> number(PublishPolicy command) {
        var number = command.published().number();
        return List.of(new DirectoryEntry(
                command.practice(), "policy", number.source() + '|' + number.value(), command.policy()));
    }
}
