package claimtrail.command.imports.json;

import claimtrail.command.imports.reading.NotReadable;
import claimtrail.command.imports.reading.Statement;
import claimtrail.event.ExternalId;
import claimtrail.event.policy.Conditions;
import claimtrail.event.policy.Conditions.Age;
import claimtrail.event.policy.Conditions.Frequency;
import claimtrail.event.policy.Conditions.Modifiers;
import claimtrail.event.policy.PolicyEvent.Mode;
import claimtrail.event.policy.PolicyEvent.PolicyPublished;
import claimtrail.event.policy.PolicyEvent.Reference;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A version of a policy among the project's own records, in the words of the door of policies.
final class OwnPolicies {

    private OwnPolicies() {}

    static Statement policy(Fields record) {
        var version = record.wholeOrNull("version");
        return new Statement.PolicyStated(
                new PolicyPublished(
                        new ExternalId(OwnRecords.SOURCE, record.text("externalId")),
                        version == null ? 1 : version,
                        record.text("name"),
                        word(record, "mode", Mode.class),
                        record.day("effectiveFrom"),
                        record.dayOrNull("effectiveTo"),
                        record.textOrNull("topic"),
                        record.textOrNull("origin"),
                        record.texts("logic"),
                        conditions(record.objectOrNull("applies")),
                        conditions(record.objectOrNull("demands")),
                        record.texts("carcs"),
                        record.texts("rarcs"),
                        record.textOrNull("description"),
                        record.textOrNull("rationale"),
                        record.textOrNull("commonMistake"),
                        record.textOrNull("fix"),
                        record.each("references", (it, _) -> new Reference(it.text("title"), it.textOrNull("url"))),
                        record.texts("related").stream()
                                .map(it -> new ExternalId(OwnRecords.SOURCE, it))
                                .toList(),
                        null),
                version != null);
    }

    private static Conditions conditions(@Nullable Fields it) {
        if (it == null) {
            return Conditions.none();
        }
        var modifiers = it.objectOrNull("modifiers");
        var age = it.objectOrNull("age");
        var frequency = it.objectOrNull("frequency");
        return new Conditions(
                it.texts("payers"),
                it.texts("claimTypes"),
                it.texts("codes"),
                it.texts("companions"),
                it.texts("diagnoses"),
                it.texts("places"),
                modifiers == null
                        ? null
                        : new Modifiers(modifiers.texts("anyOf"), modifiers.texts("allOf"), modifiers.texts("noneOf")),
                age == null ? null : new Age(age.wholeOrNull("min"), age.wholeOrNull("max")),
                frequency == null ? null : frequency(frequency),
                it.has("authorisation") ? it.flag("authorisation") : null,
                it.wholeOrNull("filingDays"),
                it.texts("unchecked"));
    }

    private static Frequency frequency(Fields it) {
        var count = it.wholeOrNull("count");
        if (count == null) {
            throw new NotReadable("REQUIRED_MISSING", it.at("count"));
        }
        return new Frequency(count, word(it, "per", Frequency.Period.class), it.wholeOrNull("everyDays"));
    }

    /// @throws NotReadable `CODE_UNREADABLE` if it is none of the words
    private static <E extends Enum<E>> E word(Fields it, String name, Class<E> words) {
        var word = it.text(name).toUpperCase(Locale.ROOT);
        return Arrays.stream(words.getEnumConstants())
                .filter(known -> known.name().equals(word))
                .findFirst()
                .orElseThrow(() -> new NotReadable("CODE_UNREADABLE", it.at(name)));
    }
}
