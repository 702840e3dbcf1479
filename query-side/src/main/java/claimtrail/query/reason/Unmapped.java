package claimtrail.query.reason;

import claimtrail.query.number.By;
import claimtrail.query.number.Definition;
import claimtrail.query.number.Definitions;
import claimtrail.query.number.Figures;
import claimtrail.query.number.Part;
import claimtrail.query.web.Asked;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Codes by which payers denied and that belonged to no class on that day: what each costs, with every posting.
@Component
public class Unmapped {

    private final Figures figures;
    private final Reasons reasons;

    Unmapped(Figures figures, Reasons reasons) {
        this.figures = figures;
        this.reasons = reasons;
    }

    /// A code that nobody had given a meaning.
    ///
    /// @param decisions that deny by it
    /// @param lines that they deny by it
    /// @param cents that they deny by it
    /// @param knownByNow somebody has given it a meaning since; figures change only under a new rule version
    public record Code(String code, Count decisions, Count lines, Count cents, boolean knownByNow) {}

    /// A number and where every posting of it is listed.
    public record Count(long value, @Nullable String explain) {}

    /// Those of the window, the dearest first.
    public List<Code> of(Asked asked) {
        var decisions = parts(asked, "dq.unmapped");
        var lines = parts(asked, "dq.unmapped.lines");
        var cents = parts(asked, "dq.unmapped.amount");
        var known = reasons.known(asked, List.copyOf(decisions.keySet()));
        return decisions.keySet().stream()
                .map(code -> new Code(
                        code, count(decisions, code), count(lines, code), count(cents, code), known.contains(code)))
                .sorted(Comparator.comparingLong((Code it) -> it.cents().value())
                        .reversed()
                        .thenComparing(Code::code))
                .toList();
    }

    private Map<String, Part> parts(Asked asked, String figure) {
        Definition definition = Definitions.find(figure).orElseThrow();
        return figures.series(asked, definition, By.CODE).stream()
                .collect(Collectors.toMap(Part::key, Function.identity()));
    }

    /// Nothing was posted where a part is missing: lines denied for 0 cents have no cents to explain.
    private static Count count(Map<String, Part> parts, String code) {
        var part = parts.get(code);
        return part == null ? new Count(0, null) : new Count(part.numerator(), part.explain());
    }
}
