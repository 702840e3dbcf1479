package claimtrail.command.reference;

import claimtrail.command.Command;
import claimtrail.event.reference.ReferenceEvent.CodePublished;
import claimtrail.event.reference.ReferenceEvent.DefinitionPublished;
import claimtrail.event.reference.ReferenceEvent.MappingProfilePublished;
import claimtrail.event.reference.ReferenceEvent.ReasonClassified;
import claimtrail.event.reference.ReferenceEvent.SettingChanged;
import java.util.UUID;

/// What may be asked of reference data. One stream per kind and key: all versions of one code stand in one stream. Each
/// command holds what would become the fact.
public sealed interface ReferenceCommand extends Command {

    /// The stream of this kind and key.
    UUID reference();

    @Override
    default UUID stream() {
        return reference();
    }

    /// Say what a reason code means from a day on.
    record ClassifyReason(UUID reference, UUID practice, ReasonClassified classified) implements ReferenceCommand {}

    /// Publish the next version of a code's reference card.
    record PublishCode(UUID reference, UUID practice, CodePublished published) implements ReferenceCommand {}

    /// Publish the next version of a metric, rule or fold.
    record PublishDefinition(UUID reference, UUID practice, DefinitionPublished published)
            implements ReferenceCommand {}

    /// Give a setting a value from a day on.
    record ChangeSetting(UUID reference, UUID practice, SettingChanged changed) implements ReferenceCommand {}

    /// Publish the next version of a mapping profile, whose mapping was read before.
    record PublishMappingProfile(UUID reference, UUID practice, MappingProfilePublished published)
            implements ReferenceCommand {}
}
