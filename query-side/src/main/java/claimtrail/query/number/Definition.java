package claimtrail.query.number;

import claimtrail.metric.Basis;
import claimtrail.metric.Definition.Window;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// What a figure means. A changed meaning is a new version beside the old one.
///
/// @param shown its name on pages
/// @param text what an auditor reads
/// @param bases on which it means something
/// @param window whether it is summed over the days asked about, or over all days up to the last of them
/// @param good which way is better; the word of a trend is never coloured without it
/// @param denominator empty: the figure is the numerator itself
/// @param estimate never added to what was booked; explained by what it is made of
/// @param countedBy the figure that counts alone what this one divides or estimates; null = it counts by itself
/// @param derived a rule makes it of what it is counted by, for one subject; its sums are not its value
public record Definition(
        String id,
        int version,
        String shown,
        String text,
        Unit unit,
        Set<Basis> bases,
        Window window,
        Good good,
        List<Term> numerator,
        List<Term> denominator,
        boolean estimate,
        @Nullable String countedBy,
        boolean derived) {

    public Definition {
        bases = Set.copyOf(bases);
        numerator = List.copyOf(numerator);
        denominator = List.copyOf(denominator);
    }

    /// What a figure is counted in.
    public enum Unit {
        /// 0–100, two decimals; differences are percentage points.
        PERCENT,
        CENTS,
        CLAIMS,
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
        POINTS,
        /// A median, one decimal; counted are the cases.
        DAYS
    }

    /// Which way is better.
    public enum Good {
        UP,
        DOWN,
        NEITHER
    }

    /// The half of a figure that is looked at.
    public enum Part {
        NUMERATOR,
        DENOMINATOR
    }

    /// Whether it is what there is at the end of the window, summed over all days up to it, or up to some days before.
    public boolean stock() {
        return window == Window.STOCK || window == Window.OVERDUE;
    }

    /// The basis on which it is counted, where it has one answer only.
    public Basis counted(Basis asked) {
        return window.basis(asked);
    }

    /// Whether it means something on a basis; what there is has one answer, whatever the basis.
    public boolean isOn(Basis basis) {
        return stock() || bases.contains(basis);
    }

    /// The figure whose postings explain it.
    String explainedBy() {
        return countedBy == null ? id : countedBy;
    }

    /// Whether it is divided by something.
    public boolean isRate() {
        return !denominator.isEmpty();
    }

    /// The terms of one half.
    public List<Term> part(Part part) {
        return switch (part) {
            case NUMERATOR -> numerator;
            case DENOMINATOR -> denominator;
        };
    }

    Set<String> measures() {
        var measures = new TreeSet<String>();
        numerator.forEach(term -> measures.add(term.measure()));
        denominator.forEach(term -> measures.add(term.measure()));
        return measures;
    }
}
