package claimtrail.query.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// What somebody put into the address. A parameter that is not known is refused: a misspelt filter must not widen the
/// answer.
public final class Parameters {

    private final Map<String, String[]> given;

    /// @param known all names this question has
    /// @throws ParameterRefused for any other name, and for one given twice
    public Parameters(Map<String, String[]> given, Set<String> known) {
        this.given = given;
        given.forEach((name, values) -> {
            if (!known.contains(name)) {
                throw new ParameterRefused("PARAMETER_UNKNOWN", name, "There is no such parameter here.");
            }
            if (values.length > 1) {
                throw new ParameterRefused("PARAMETER_REPEATED", name, "It may be given once.");
            }
        });
    }

    /// All of them, as given.
    public Map<String, String[]> all() {
        return Map.copyOf(given);
    }

    /// All but one.
    public Parameters without(String name) {
        var others = new HashMap<>(given);
        others.remove(name);
        return new Parameters(others, others.keySet());
    }

    /// The text of a parameter; empty when it is missing or blank.
    public Optional<String> text(String name) {
        return Optional.ofNullable(given.get(name))
                .map(values -> values[0].strip())
                .filter(value -> !value.isEmpty());
    }

    /// A whole number within bounds.
    public Optional<Long> number(String name, long least, long most) {
        return text(name).map(value -> {
            try {
                var number = Long.parseLong(value);
                if (number >= least && number <= most) {
                    return number;
                }
            } catch (NumberFormatException _) {
                // refused below, together with what is out of bounds
            }
            throw invalid(name, "A whole number from " + least + " to " + most + ".");
        });
    }

    /// A calendar day.
    public Optional<LocalDate> day(String name) {
        return text(name).map(value -> {
            try {
                return LocalDate.parse(value);
            } catch (DateTimeException _) {
                throw invalid(name, "A day as YYYY-MM-DD.");
            }
        });
    }

    /// An instant, RFC 3339.
    public Optional<Instant> instant(String name) {
        return text(name).map(value -> {
            try {
                return Instant.parse(value);
            } catch (DateTimeException _) {
                throw invalid(name, "A log position, or an instant as 2026-01-09T06:00:00Z.");
            }
        });
    }

    /// An id.
    public Optional<UUID> id(String name) {
        return text(name).map(value -> {
            try {
                return UUID.fromString(value);
            } catch (IllegalArgumentException _) {
                throw invalid(name, "An id.");
            }
        });
    }

    /// One of some words, whatever their case.
    public <E extends Enum<E>> Optional<E> word(String name, Class<E> words) {
        return text(name)
                .map(value -> Arrays.stream(words.getEnumConstants())
                        .filter(word -> word.name().equalsIgnoreCase(value.replace('-', '_')))
                        .findFirst()
                        .orElseThrow(() -> invalid(
                                name,
                                "One of "
                                        + String.join(
                                                ", ",
                                                Arrays.stream(words.getEnumConstants())
                                                        .map(word -> word.name().toLowerCase(java.util.Locale.ROOT))
                                                        .toList())
                                        + ".")));
    }

    /// The field by which a list is sorted, with or without the sign of a descending order.
    public <E extends Enum<E>> Optional<E> order(String name, Class<E> fields) {
        return text(name)
                .flatMap(value -> new Parameters(
                                Map.of(name, new String[] {value.startsWith("-") ? value.substring(1) : value}),
                                Set.of(name))
                        .word(name, fields));
    }

    /// Whether a list is sorted from the largest or newest on.
    ///
    /// @param standard where nothing is asked for
    public boolean descending(String name, boolean standard) {
        return text(name).map(value -> value.startsWith("-")).orElse(standard);
    }

    /// The refusal of a value.
    public static ParameterRefused invalid(String name, String because) {
        return new ParameterRefused("PARAMETER_INVALID", name, because);
    }
}
