package claimtrail.command.reference;

import static claimtrail.command.reference.ReferenceRefusal.CLASS_INVALID;
import static claimtrail.command.reference.ReferenceRefusal.RANGE_REVERSED;
import static claimtrail.command.reference.ReferenceRefusal.SETTING_INVALID;
import static claimtrail.command.reference.ReferenceRefusal.VALUE_OUT_OF_RANGE;
import static claimtrail.command.reference.ReferenceRefusal.VERSION_NOT_NEXT;

import claimtrail.command.Decision;
import claimtrail.command.reference.ReferenceCommand.ChangeSetting;
import claimtrail.command.reference.ReferenceCommand.ClassifyReason;
import claimtrail.command.reference.ReferenceCommand.PublishCode;
import claimtrail.command.reference.ReferenceCommand.PublishDefinition;
import claimtrail.command.reference.ReferenceCommand.PublishMappingProfile;
import claimtrail.event.reference.ReferenceEvent;
import claimtrail.event.reference.ReferenceEvent.CodePublished;
import claimtrail.event.reference.ReferenceEvent.DefinitionPublished;
import claimtrail.event.reference.ReferenceEvent.Effect;
import claimtrail.event.reference.ReferenceEvent.MappingProfilePublished;
import claimtrail.event.reference.ReferenceEvent.ReasonClassified;
import claimtrail.event.reference.ReferenceEvent.SettingChanged;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;

/// Decides what is asked of reference data. A publication never changes: what was in force on a day, as known at a
/// position, can always be asked.
public final class ReferenceDecider {

    private static final Pattern CLASS = Pattern.compile("[A-Z][A-Z0-9_]*");

    private ReferenceDecider() {}

    public static Decision<ReferenceEvent, ReferenceRefusal> decide(Reference reference, ReferenceCommand command) {
        var published = Reference.published(reference);
        return switch (command) {
            case ClassifyReason it -> classify(published, it.classified());
            case PublishCode it -> publish(published, it.published());
            case PublishDefinition it -> publish(published, it.published());
            case ChangeSetting it -> change(published, it.changed());
            case PublishMappingProfile it -> publish(published, it);
        };
    }

    private static Decision<ReferenceEvent, ReferenceRefusal> classify(
            List<ReferenceEvent> published, ReasonClassified classified) {
        if (published.contains(classified)) {
            return Decision.seenBefore();
        }
        if (starts(published, ReasonClassified.class, ReasonClassified::effectiveFrom)
                .contains(classified.effectiveFrom())) {
            return Decision.refuse(VERSION_NOT_NEXT, "/effectiveFrom");
        }
        var end = classified.effectiveTo();
        if (end != null && end.isBefore(classified.effectiveFrom())) {
            return Decision.refuse(RANGE_REVERSED, "/effectiveTo");
        }
        var reasonClass = classified.reasonClass();
        boolean valid = reasonClass == null
                ? classified.effect() != Effect.DENYING
                : CLASS.matcher(reasonClass).matches();
        return valid ? Decision.accept(classified) : Decision.refuse(CLASS_INVALID, "/reasonClass");
    }

    private static Decision<ReferenceEvent, ReferenceRefusal> publish(
            List<ReferenceEvent> published, CodePublished card) {
        return publish(
                published,
                card,
                card.version(),
                card.effectiveFrom(),
                starts(published, CodePublished.class, CodePublished::effectiveFrom));
    }

    private static Decision<ReferenceEvent, ReferenceRefusal> publish(
            List<ReferenceEvent> published, DefinitionPublished definition) {
        return publish(
                published,
                definition,
                definition.version(),
                definition.effectiveFrom(),
                starts(published, DefinitionPublished.class, DefinitionPublished::effectiveFrom));
    }

    /// Found by its name, and listed.
    private static Decision<ReferenceEvent, ReferenceRefusal> publish(
            List<ReferenceEvent> published, PublishMappingProfile command) {
        var profile = command.published();
        var decision = publish(
                published,
                profile,
                profile.version(),
                profile.effectiveFrom(),
                starts(published, MappingProfilePublished.class, MappingProfilePublished::effectiveFrom));
        return switch (decision) {
            case Decision.Accepted<ReferenceEvent, ReferenceRefusal> it
            when !it.events().isEmpty() ->
                Decision.accept(it.events(), List.of(ReferenceStreams.entry(command)), List.of());
            case Decision.Accepted<ReferenceEvent, ReferenceRefusal> it -> it;
            case Decision.Refused<ReferenceEvent, ReferenceRefusal> it -> it;
        };
    }

    private static Decision<ReferenceEvent, ReferenceRefusal> publish(
            List<ReferenceEvent> published, ReferenceEvent next, int version, LocalDate from, List<LocalDate> starts) {
        if (published.contains(next)) {
            return Decision.seenBefore();
        }
        if (version != published.size() + 1) {
            return Decision.refuse(VERSION_NOT_NEXT, "/version");
        }
        // The version before ends where this one begins, so it must have begun.
        if (!starts.isEmpty() && from.isBefore(starts.getLast())) {
            return Decision.refuse(RANGE_REVERSED, "/effectiveFrom");
        }
        return Decision.accept(next);
    }

    private static Decision<ReferenceEvent, ReferenceRefusal> change(
            List<ReferenceEvent> published, SettingChanged changed) {
        if (published.contains(changed)) {
            return Decision.seenBefore();
        }
        if (starts(published, SettingChanged.class, SettingChanged::effectiveFrom)
                .contains(changed.effectiveFrom())) {
            return Decision.refuse(VERSION_NOT_NEXT, "/effectiveFrom");
        }
        var setting = Setting.find(changed.setting());
        if (setting.isEmpty()) {
            return Decision.refuse(SETTING_INVALID, "/setting");
        }
        var unit = changed.unit();
        if (unit != null && !unit.equals(setting.get().unit())) {
            return Decision.refuse(SETTING_INVALID, "/unit");
        }
        if (!changed.value().matches("-?[0-9]{1,18}")) {
            return Decision.refuse(SETTING_INVALID, "/value");
        }
        if (setting.get() == Setting.PERIOD_CLOSED && changed.effectiveFrom().getDayOfMonth() != 1) {
            return Decision.refuse(SETTING_INVALID, "/effectiveFrom");
        }
        return setting.get().allows(Long.parseLong(changed.value()))
                ? Decision.accept(changed)
                : Decision.refuse(VALUE_OUT_OF_RANGE, "/value");
    }

    private static <E extends ReferenceEvent> List<LocalDate> starts(
            List<ReferenceEvent> published, Class<E> kind, Function<E, LocalDate> start) {
        return published.stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .map(start)
                .toList();
    }
}
