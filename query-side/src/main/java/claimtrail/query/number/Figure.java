package claimtrail.query.number;

import claimtrail.metric.Times;
import claimtrail.query.number.Definition.Good;
import claimtrail.query.number.Definition.Unit;
import claimtrail.query.web.Asked;
import java.math.BigDecimal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// One figure as it is answered: value, what it is made of, how it moved, and where it is explained.
///
/// @param numerator what was counted
/// @param denominator of what; absent where nothing is divided
/// @param split full and partial denials, where the figure is the denial rate
/// @param times median, mean and 90 of 100, where the figure is a time
/// @param immature denials of the window that are too young to be counted, where the figure waits for them
/// @param ground of an estimate; absent for what was counted
/// @param definition where the words and versions of its definition stand
/// @param previous the same of as many days before; absent for a stock, and where it was not asked for
/// @param change in points for percent, else in the unit; absent where either side is
/// @param changePercent change of a count or a sum in percent of what it was; absent where that was 0
/// @param word `up`, `down` or `stable`; absent without a change
/// @param better whether the word is good news; absent where it is neither, or stable
/// @param explain where every posting of it is listed
/// @param explainPrevious the same for the window before; absent where that is
public record Figure(
        String id,
        int version,
        String shown,
        @Nullable BigDecimal value,
        String unit,
        long numerator,
        @Nullable Long denominator,
        @Nullable Split split,
        @Nullable Times times,
        @Nullable Long immature,
        @Nullable Ground ground,
        @Nullable Value previous,
        @Nullable BigDecimal change,
        @Nullable BigDecimal changePercent,
        @Nullable String word,
        @Nullable Boolean better,
        String explain,
        @Nullable String explainPrevious,
        String definition) {

    /// Full and partial denials apart.
    public record Split(long full, long partly) {}

    /// What an estimate rests on besides the window itself.
    ///
    /// @param days before the window, since the first claim
    /// @param filed appeals in those days
    /// @param costCents of one appeal, as set for the last day of the window; absent where nobody set it
    /// @param explain where every posting of those days is listed; absent where there are no such days
    public record Ground(
            long days,
            long filed,
            @Nullable Long costCents,
            @Nullable String explain) {}

    /// Smaller moves of a rate have no word. In percentage points.
    private static final BigDecimal DEAD_BAND = new BigDecimal("0.50");

    static Figure of(
            Definition definition,
            Asked asked,
            Value value,
            @Nullable Split split,
            @Nullable Times times,
            @Nullable Long immature,
            @Nullable Value previous) {
        return of(definition, asked, value, split, times, immature, null, previous);
    }

    /// An estimate.
    static Figure estimated(Definition definition, Asked asked, Value value, Ground ground) {
        return of(definition, asked, value, null, null, null, ground, null);
    }

    private static Figure of(
            Definition definition,
            Asked asked,
            Value value,
            @Nullable Split split,
            @Nullable Times times,
            @Nullable Long immature,
            @Nullable Ground ground,
            @Nullable Value previous) {
        var change = previous == null ? null : value.minus(previous, definition.unit());
        var word = word(definition, change);
        return new Figure(
                definition.id(),
                definition.version(),
                definition.shown(),
                value.value(),
                definition.unit().name().toLowerCase(Locale.ROOT),
                value.numerator(),
                value.denominator(),
                split,
                times,
                immature,
                ground,
                previous,
                change,
                previous == null ? null : value.percentOver(previous),
                word,
                better(definition.good(), word),
                explain(definition, asked),
                previous == null ? null : explain(definition, asked.before()),
                "/api/metrics/definitions?metric=" + definition.id());
    }

    static String explain(Definition definition, Asked asked) {
        var id = definition.estimate() ? definition.explainedBy() : definition.id();
        return "/api/audit/explain?metric=" + id + "&" + asked.query();
    }

    /// A figure on pages: `36.67 %`, `$9,630.00`, `31`, and – for what is not known.
    public String text() {
        if (value == null) {
            return "–";
        }
        return switch (Unit.valueOf(unit.toUpperCase(Locale.ROOT))) {
            case PERCENT -> value.toPlainString() + " %";
            case CENTS -> "$" + claimtrail.query.audit.Sentence.dollars(value.longValueExact());
            case DAYS ->
                value.stripTrailingZeros().toPlainString() + (value.compareTo(BigDecimal.ONE) == 0 ? " day" : " days");
            case CLAIMS,
                    LINES,
                    EPISODES,
                    APPEALS,
                    FACTS,
                    RECORDS,
                    PATTERNS,
                    SITTINGS,
                    SECONDS,
                    ANSWERS,
                    CORRECTIONS,
                    POINTS -> String.format(Locale.ROOT, "%,." + Math.max(0, value.scale()) + "f", value);
        };
    }

    private static @Nullable String word(Definition definition, @Nullable BigDecimal change) {
        if (change == null) {
            return null;
        }
        var band = definition.unit() == Unit.PERCENT ? DEAD_BAND : BigDecimal.ZERO;
        if (change.abs().compareTo(band) <= 0) {
            return "stable";
        }
        return change.signum() > 0 ? "up" : "down";
    }

    private static @Nullable Boolean better(Good good, @Nullable String word) {
        if (word == null || word.equals("stable")) {
            return null;
        }
        return switch (good) {
            case UP -> word.equals("up");
            case DOWN -> word.equals("down");
            case NEITHER -> null;
        };
    }
}
