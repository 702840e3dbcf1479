package claimtrail.command.policy;

import claimtrail.event.policy.PolicyEvent;
import claimtrail.event.policy.PolicyEvent.PolicyPublished;
import claimtrail.event.policy.PolicyEvent.PolicyRetired;
import java.util.ArrayList;
import java.util.List;

/// What a policy is to its decider.
public sealed interface Policy {

    /// Nothing was published.
    record Unknown() implements Policy {}

    /// Published; version `n` stands at place `n − 1`.
    record Published(List<PolicyPublished> versions) implements Policy {
        public Published {
            versions = List.copyOf(versions);
        }

        Published with(PolicyPublished next) {
            var all = new ArrayList<>(versions);
            all.add(next);
            return new Published(all);
        }
    }

    /// No longer in force.
    record Retired(Published published, PolicyRetired retired) implements Policy {}

    /// The policy after one more fact.
    ///
    /// @throws IllegalStateException if the fact contradicts the stream: a reader must stop, not guess
    static Policy after(Policy policy, PolicyEvent event) {
        return switch (event) {
            case PolicyPublished it ->
                switch (policy) {
                    case Unknown _ -> new Published(List.of(it));
                    case Published before -> before.with(it);
                    case Retired _ -> throw new IllegalStateException("a version of a retired policy");
                };
            case PolicyRetired it ->
                switch (policy) {
                    case Unknown _ -> throw new IllegalStateException("a policy nobody published is retired");
                    case Published before -> new Retired(before, it);
                    case Retired _ -> throw new IllegalStateException("a policy retired twice");
                };
        };
    }
}
