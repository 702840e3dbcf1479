package claimtrail.command.reference;

import claimtrail.command.reference.ReferenceCommand.PublishMappingProfile;
import claimtrail.command.store.DirectoryEntry;
import claimtrail.event.Ids;
import claimtrail.event.reference.ReferenceEvent.CodePublished;
import claimtrail.event.reference.ReferenceEvent.DefinitionPublished;
import claimtrail.event.reference.ReferenceEvent.MappingProfilePublished;
import claimtrail.event.reference.ReferenceEvent.ReasonClassified;
import claimtrail.event.reference.ReferenceEvent.SettingChanged;
import java.util.UUID;

/// Reference data has one stream per practice, kind and key; the id follows from these.
public final class ReferenceStreams {

    /// Directory kind of mapping profiles; the key is the name.
    public static final String MAPPING_PROFILE = "mapping-profile";

    private ReferenceStreams() {}

    /// All meanings of one code with one remark, group and payer.
    public static UUID of(UUID practice, ReasonClassified it) {
        return Ids.named(
                "reason",
                practice.toString(),
                it.reason().system(),
                it.reason().code(),
                String.valueOf(it.remark()),
                String.valueOf(it.group()),
                String.valueOf(it.payer()));
    }

    /// All versions of one code's card.
    public static UUID of(UUID practice, CodePublished it) {
        return Ids.named("code", practice.toString(), it.code());
    }

    /// All versions of one metric, rule or fold.
    public static UUID of(UUID practice, DefinitionPublished it) {
        return Ids.named("definition", practice.toString(), it.kind().name(), it.id());
    }

    /// All versions of one mapping profile.
    public static UUID of(UUID practice, MappingProfilePublished it) {
        return Ids.named("mapping-profile", practice.toString(), it.profile());
    }

    /// Under which a mapping profile is found by its name.
    static DirectoryEntry entry(PublishMappingProfile command) {
        return new DirectoryEntry(
                command.practice(), MAPPING_PROFILE, command.published().profile(), command.reference());
    }

    /// All values of one setting.
    public static UUID of(UUID practice, SettingChanged it) {
        return Ids.named("setting", practice.toString(), it.setting());
    }
}
