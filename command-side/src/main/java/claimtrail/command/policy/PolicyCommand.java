package claimtrail.command.policy;

import claimtrail.command.Command;
import claimtrail.event.policy.PolicyEvent.PolicyPublished;
import java.time.LocalDate;
import java.util.UUID;

/// What may be asked of a policy. The practice is its owner: the all-zero id for the platform.
public sealed interface PolicyCommand extends Command {

    /// The policy's stream.
    UUID policy();

    @Override
    default UUID stream() {
        return policy();
    }

    /// Publish the first or the next version; the command holds what would become the fact.
    record PublishPolicy(UUID policy, UUID practice, PolicyPublished published) implements PolicyCommand {}

    /// Take in what a library says of the policy, which counts no versions: the first one, or the next where it says
    /// something else than before.
    ///
    /// @param entry its version is not read
    /// @param on the day of the library; a changed entry that names no later first day holds from here on
    record LoadPolicy(UUID policy, UUID practice, PolicyPublished entry, LocalDate on) implements PolicyCommand {}

    /// End the policy.
    record RetirePolicy(UUID policy, UUID practice, LocalDate retiredOn) implements PolicyCommand {}
}
