package claimtrail.command.reference;

import static claimtrail.command.reference.ReferenceRefusal.CLASS_INVALID;
import static claimtrail.command.reference.ReferenceRefusal.RANGE_REVERSED;
import static claimtrail.command.reference.ReferenceRefusal.SETTING_INVALID;
import static claimtrail.command.reference.ReferenceRefusal.VALUE_OUT_OF_RANGE;
import static claimtrail.command.reference.ReferenceRefusal.VERSION_NOT_NEXT;

import claimtrail.command.Command;
import claimtrail.command.Spec;
import claimtrail.command.reference.ReferenceCommand.ChangeSetting;
import claimtrail.command.reference.ReferenceCommand.ClassifyReason;
import claimtrail.command.reference.ReferenceCommand.PublishCode;
import claimtrail.command.reference.ReferenceCommand.PublishDefinition;
import claimtrail.event.Reason;
import claimtrail.event.reference.ReferenceEvent;
import claimtrail.event.reference.ReferenceEvent.CodePublished;
import claimtrail.event.reference.ReferenceEvent.DefinitionKind;
import claimtrail.event.reference.ReferenceEvent.DefinitionPublished;
import claimtrail.event.reference.ReferenceEvent.Effect;
import claimtrail.event.reference.ReferenceEvent.ReasonClassified;
import claimtrail.event.reference.ReferenceEvent.SettingChanged;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// A publication never changes; the next one supersedes it from its effective day.
class ReferenceDeciderTest {

    private static final UUID STREAM = new UUID(1, 1);
    private static final LocalDate JAN_1 = LocalDate.of(2026, 1, 1);

    private final Spec<Reference, ReferenceCommand, ReferenceEvent, ReferenceRefusal> spec =
            new Spec<>(new Reference.Unknown(), Reference::after, ReferenceDecider::decide);

    @Test
    void a_reason_is_classified_once_per_day() {
        var first = classify(Effect.DENYING, "AUTHORIZATION", JAN_1, null);

        spec.given().when(first).then(first.classified());
        spec.asked(first).when(first).thenNothing();
        spec.asked(first)
                .when(classify(Effect.DENYING, "OTHER_PAYER", JAN_1.plusDays(1), null))
                .then(classify(Effect.DENYING, "OTHER_PAYER", JAN_1.plusDays(1), null)
                        .classified());
    }

    @Test
    void what_is_not_denying_needs_no_class() {
        spec.given()
                .when(classify(Effect.NEUTRAL, null, JAN_1, JAN_1))
                .then(classify(Effect.NEUTRAL, null, JAN_1, JAN_1).classified());
    }

    @Test
    void the_refusals_of_a_classification_stand_in_this_order() {
        var known = spec.asked(classify(Effect.DENYING, "AUTHORIZATION", JAN_1, null));
        var reversed = classify(Effect.DENYING, "no class", JAN_1, JAN_1.minusDays(1));

        known.when(reversed).thenRefused(VERSION_NOT_NEXT);
        spec.given().when(reversed).thenRefused(RANGE_REVERSED);
        spec.given().when(classify(Effect.DENYING, "no class", JAN_1, JAN_1)).thenRefused(CLASS_INVALID);
        spec.given().when(classify(Effect.DENYING, null, JAN_1, null)).thenRefused(CLASS_INVALID);
    }

    @Test
    void a_card_has_dense_versions_and_never_changes() {
        spec.given().when(card(1, "Visit", JAN_1)).then(card(1, "Visit", JAN_1).published());
        spec.given().when(card(2, "Visit", JAN_1)).thenRefused(VERSION_NOT_NEXT);
        var published = spec.asked(card(1, "Visit", JAN_1));
        published.when(card(1, "Visit", JAN_1)).thenNothing();
        published.when(card(1, "Other", JAN_1)).thenRefused(VERSION_NOT_NEXT);
        published.when(card(2, "Other", JAN_1.minusDays(1))).thenRefused(RANGE_REVERSED);
        published.when(card(2, "Other", JAN_1)).then(card(2, "Other", JAN_1).published());
    }

    @Test
    void a_definition_has_dense_versions_and_never_changes() {
        var published = spec.asked(definition(1, "denied ÷ decided", JAN_1));

        published.when(definition(1, "denied ÷ decided", JAN_1)).thenNothing();
        published.when(definition(1, "other", JAN_1)).thenRefused(VERSION_NOT_NEXT);
        published.when(definition(3, "other", JAN_1)).thenRefused(VERSION_NOT_NEXT);
        published.when(definition(2, "other", JAN_1.minusDays(1))).thenRefused(RANGE_REVERSED);
        published
                .when(definition(2, "other", JAN_1))
                .then(definition(2, "other", JAN_1).published());
    }

    @Test
    void a_setting_takes_whole_numbers_within_its_range() {
        for (var value : List.of("0", "1000000")) {
            var command = setting("cost-per-appeal", value, "cents", JAN_1);
            spec.given().when(command).then(command.changed());
            spec.asked(command).when(command).thenNothing();
        }
        spec.given().when(setting("cost-per-appeal", "1000001", null, JAN_1)).thenRefused(VALUE_OUT_OF_RANGE);
        spec.given().when(setting("cost-per-appeal", "-1", null, JAN_1)).thenRefused(VALUE_OUT_OF_RANGE);
    }

    @Test
    void a_month_is_closed_once_and_from_its_first_day() {
        var command = setting("period-closed", "412", "position", JAN_1);

        spec.given().when(command).then(command.changed());
        spec.asked(command).when(command).thenNothing();
        spec.asked(command)
                .when(setting("period-closed", "413", "position", JAN_1))
                .thenRefused(VERSION_NOT_NEXT);
        spec.given()
                .when(setting("period-closed", "412", "position", JAN_1.plusDays(1)))
                .thenRefused(SETTING_INVALID);
    }

    @Test
    void the_refusals_of_a_setting_stand_in_this_order() {
        spec.asked(setting("hourly-rate", "1", null, JAN_1))
                .when(setting("rate", "many", "cents", JAN_1))
                .thenRefused(VERSION_NOT_NEXT);
        spec.given().when(setting("rate", "-1", "cents", JAN_1)).thenRefused(SETTING_INVALID);
        spec.given().when(setting("hourly-rate", "-1", "dollars", JAN_1)).thenRefused(SETTING_INVALID);
        spec.given().when(setting("hourly-rate", "many", "cents", JAN_1)).thenRefused(SETTING_INVALID);
        spec.given().when(setting("hourly-rate", "-1", "cents", JAN_1)).thenRefused(VALUE_OUT_OF_RANGE);
    }

    private static ClassifyReason classify(
            Effect effect, @Nullable String reasonClass, LocalDate from, @Nullable LocalDate to) {
        return new ClassifyReason(
                STREAM,
                Command.PLATFORM,
                new ReasonClassified(Reason.carc("197"), null, null, null, effect, reasonClass, null, null, from, to));
    }

    private static PublishCode card(int version, String title, LocalDate from) {
        return new PublishCode(
                STREAM,
                Command.PLATFORM,
                new CodePublished(
                        "99213", version, title, "visit", from, List.of(), List.of(), List.of(), List.of(), List.of(),
                        List.of(), List.of(), null));
    }

    private static PublishDefinition definition(int version, String text, LocalDate from) {
        return new PublishDefinition(
                STREAM,
                Command.PLATFORM,
                new DefinitionPublished(DefinitionKind.METRIC, "idr.claims", version, text, Map.of(), from, true));
    }

    private static ChangeSetting setting(String setting, String value, @Nullable String unit, LocalDate from) {
        return new ChangeSetting(STREAM, new UUID(2, 1), new SettingChanged(setting, value, unit, from));
    }
}
