package claimtrail.denial.screening;

import claimtrail.event.ExternalId;
import claimtrail.event.policy.Conditions;
import claimtrail.event.policy.Conditions.Age;
import claimtrail.event.policy.Conditions.Frequency;
import claimtrail.event.policy.Conditions.Modifiers;
import claimtrail.event.policy.PolicyEvent.Mode;
import claimtrail.event.policy.PolicyEvent.PolicyPublished;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Policies in a few words.
final class Policies {

    static final UUID POLICY = new UUID(0, 50);

    private Policies() {}

    /// Conditions as `codes=99213,99202-99215 mods=+25 place=11`; words of the same name replace each other.
    static Conditions conditions(String text) {
        var it = Conditions.none();
        for (var word : text.strip().split(" +", -1)) {
            if (!word.isEmpty()) {
                var at = word.indexOf('=');
                it = with(it, word.substring(0, at), word.substring(at + 1));
            }
        }
        return it;
    }

    private static Conditions with(Conditions c, String name, String value) {
        var list = Arrays.asList(value.split(",", -1));
        return new Conditions(
                name.equals("payer") ? list : c.payers(),
                name.equals("type") ? list : c.claimTypes(),
                name.equals("codes") ? list : c.codes(),
                name.equals("beside") ? list : c.companions(),
                name.equals("dx") ? list : c.diagnoses(),
                name.equals("place") ? list : c.places(),
                name.startsWith("mods") ? modifiers(name, list) : c.modifiers(),
                name.equals("age") ? new Age(Integer.valueOf(value), null) : c.age(),
                name.equals("most") ? frequency(value) : c.frequency(),
                name.equals("authorised") ? Boolean.valueOf(value) : c.authorisation(),
                name.equals("within") ? Integer.valueOf(value) : c.filingDays(),
                name.equals("unchecked") ? list : c.unchecked());
    }

    private static Modifiers modifiers(String name, List<String> list) {
        return new Modifiers(
                name.equals("modsAny") ? list : List.of(),
                name.equals("modsAll") ? list : List.of(),
                name.equals("modsNone") ? list : List.of());
    }

    /// `2/MONTH`, or `1/30` for a rolling number of days.
    private static Frequency frequency(String value) {
        var parts = value.split("/", -1);
        return Character.isDigit(parts[1].charAt(0))
                ? new Frequency(Integer.parseInt(parts[0]), Frequency.Period.DAY, Integer.valueOf(parts[1]))
                : new Frequency(Integer.parseInt(parts[0]), Frequency.Period.valueOf(parts[1]), null);
    }

    static PolicyVersion policy(UUID id, String applies, String demands, List<String> carcs, @Nullable String topic) {
        return version(id, 1, LocalDate.of(2026, 1, 1), null, applies, demands, carcs, topic);
    }

    static PolicyVersion version(
            UUID id,
            int version,
            LocalDate from,
            @Nullable LocalDate to,
            String applies,
            String demands,
            List<String> carcs,
            @Nullable String topic) {
        return new PolicyVersion(
                id,
                new PolicyPublished(
                        new ExternalId("test", id.toString()),
                        version,
                        "A rule",
                        Mode.EDIT,
                        from,
                        to,
                        topic,
                        null,
                        List.of(),
                        conditions(applies),
                        conditions(demands),
                        carcs,
                        List.of(),
                        null,
                        null,
                        null,
                        null,
                        List.of(),
                        List.of(),
                        null),
                null,
                applies.contains("payer=ours") ? Set.of(new UUID(0, 1)) : Set.of());
    }
}
