package claimtrail.query.number;

import claimtrail.query.web.Asked;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// What is open at the end of a day: how long it has been, and how long there is left to appeal it.
@Component
public class Aging {

    private final Figures figures;

    Aging(Figures figures) {
        this.figures = figures;
    }

    /// Open denials of one class.
    ///
    /// @param key `0-30` days, `over-120`, `passed`, `not-known`
    /// @param denials how many
    /// @param dollars what they deny, in cents
    public record Row(String key, Part denials, Part dollars) {}

    /// All classes, also those in which nothing is open; each half adds up to all open denials.
    ///
    /// @param byAge by days since the first denial
    /// @param byDeadline by days to the last day to appeal
    public record Table(List<Row> byAge, List<Row> byDeadline) {}

    /// At the end of the last day asked about.
    public Table of(Asked asked) {
        return new Table(
                rows(asked, By.AGE, "aging.denials", "aging.denials.amount"),
                rows(asked, By.DUE, "aging.deadlines", "aging.deadlines.amount"));
    }

    private List<Row> rows(Asked asked, By by, String denials, String dollars) {
        var counted = parts(asked, by, denials);
        var summed = parts(asked, by, dollars);
        return Bucket.of(by).stream()
                .map(bucket -> new Row(bucket.key(), counted.apply(bucket.key()), summed.apply(bucket.key())))
                .toList();
    }

    private Function<String, Part> parts(Asked asked, By by, String id) {
        var definition = Definitions.find(id).orElseThrow();
        var parts = figures.series(asked, definition, by).stream()
                .collect(Collectors.toMap(Part::key, Function.identity()));
        return key -> {
            var part = parts.get(key);
            return part == null ? Part.of(definition, asked, by, key, new Value(BigDecimal.ZERO, 0, null)) : part;
        };
    }
}
