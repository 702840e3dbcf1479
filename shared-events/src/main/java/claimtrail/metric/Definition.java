package claimtrail.metric;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/// A figure in words and in sums of measures, so that it can be computed, explained and compared by the same
/// data.
///
/// @param id `idr.claims`
/// @param version from 1; a changed meaning is a new one
/// @param shown the name on a page
/// @param numerator what is added up
/// @param denominator empty where the figure is the sum itself
/// @param bases the first is the standard one
/// @param window whether it is summed over a window, or up to the end of its day
/// @param text what an auditor reads
public record Definition(
        String id,
        int version,
        String shown,
        Shape shape,
        List<Part> numerator,
        List<Part> denominator,
        List<Basis> bases,
        Window window,
        String text) {

    /// How old a denial must be before it says how many are appealed. Ours, with version 1 of `appeal.rate`.
    public static final int MATURE_DAYS = 90;

    /// The first day on which anything can have happened; stocks are summed from here.
    public static final LocalDate EVER = LocalDate.of(1900, 1, 1);

    /// How long a claim may wait for its first decision before somebody should ask. Ours, with version 1 of
    /// `dq.undecided`.
    public static final int PATIENT_DAYS = 45;

    public Definition {
        numerator = List.copyOf(numerator);
        denominator = List.copyOf(denominator);
        bases = List.copyOf(bases);
    }

    /// A measure, whole or some of its facets, added or taken away.
    ///
    /// @param sign 1 or −1
    /// @param facets empty: every facet
    public record Part(Measure measure, int sign, Set<String> facets) {
        public Part {
            facets = Set.copyOf(facets);
        }

        /// Whether a cell belongs to it.
        public boolean holds(Cell cell) {
            return cell.measure() == measure && (facets.isEmpty() || facets.contains(cell.facet()));
        }
    }

    /// What the figure is, and how it is rounded at the edge: half up.
    public enum Shape {
        /// A sum, whole, in the unit of its measures.
        SUM,
        /// Percent from 0 to 100, two decimals.
        PERCENT,
        /// Whole cents for each of the denominator.
        AVERAGE_CENTS,
        /// Percent that a part has of the whole; of the whole itself 100.
        SHARE,
        /// Days, one decimal: the median of cases whose days are the facet of the measure.
        MEDIAN_DAYS,
        /// What might have been, one decimal; in the unit of its measure.
        ESTIMATED,
        /// What that might have cost, in whole cents.
        ESTIMATED_CENTS;

        /// Whether sums are enough to make the figure.
        public boolean isOfSums() {
            return switch (this) {
                case SUM, PERCENT, AVERAGE_CENTS, SHARE -> true;
                case MEDIAN_DAYS, ESTIMATED, ESTIMATED_CENTS -> false;
            };
        }

        /// Whether it is an estimate, which is never added to what was booked.
        public boolean isEstimate() {
            return this == ESTIMATED || this == ESTIMATED_CENTS;
        }
    }

    /// The days that are summed.
    public enum Window {
        /// From the first to the last day of the window, both included.
        FLOW,
        /// All days up to the last day of the window.
        STOCK,
        /// Those days of the window that lie at least [#MATURE_DAYS] before the day on which we look: what happens to
        /// a denial within that time has happened. The rest of the window is counted apart.
        MATURED,
        /// Claims submitted on any day that lies at least [#PATIENT_DAYS] before the last day of the window, by the day
        /// of their submission.
        OVERDUE;

        /// The days over which a figure is summed that is asked for on a basis from one day to another, both
        /// included.
        ///
        /// @param looked the day on which we look, for what must be [#MATURED]; where nothing is old enough,
        ///     the last of the days lies before their first
        public Days days(Basis basis, LocalDate from, LocalDate to, Supplier<LocalDate> looked) {
            return switch (this) {
                case FLOW -> new Days(basis, from, to);
                case STOCK -> new Days(Basis.EVENT, EVER, to);
                case OVERDUE -> new Days(Basis.SUBMISSION, EVER, to.minusDays(PATIENT_DAYS));
                case MATURED -> {
                    var last = looked.get().minusDays(MATURE_DAYS);
                    yield new Days(basis, from, last.isBefore(to) ? last : to);
                }
            };
        }

        /// The basis on which it is counted, where it has one answer only.
        public Basis basis(Basis asked) {
            return days(asked, EVER, EVER, () -> EVER).basis();
        }
    }

    /// Days that are summed.
    ///
    /// @param basis which day of a posting must lie among them
    public record Days(Basis basis, LocalDate from, LocalDate to) {

        /// Whether a cell belongs to them.
        public boolean hold(Cell cell) {
            var day = basis.dayOf(cell);
            return !day.isBefore(from) && !day.isAfter(to);
        }
    }

    /// A figure with what it was made of.
    ///
    /// @param value absent where the denominator is 0: shown as a dash, never as 0
    /// @param denominator absent where the figure is a sum
    public record Figure(
            @Nullable BigDecimal value,
            long numerator,
            @Nullable Long denominator) {}

    /// The figure of these sums.
    ///
    /// @param sums gives the amount of a part, without its sign
    /// @throws IllegalStateException if sums are not enough to make it
    public Figure figure(ToLongFunction<Part> sums) {
        if (!shape.isOfSums()) {
            throw new IllegalStateException(id + " is not made of sums");
        }
        var above = sum(numerator, sums);
        if (denominator.isEmpty()) {
            return new Figure(BigDecimal.valueOf(above), above, null);
        }
        var below = sum(denominator, sums);
        return new Figure(quotient(above, below), above, below);
    }

    private @Nullable BigDecimal quotient(long above, long below) {
        return switch (shape) {
            case PERCENT, SHARE -> percent(above, below);
            case SUM, AVERAGE_CENTS, MEDIAN_DAYS, ESTIMATED, ESTIMATED_CENTS -> each(above, below);
        };
    }

    /// Percent, two decimals; exact inside, rounded once, half up. Absent for an empty denominator, which is
    /// not 0.
    public static @Nullable BigDecimal percent(long above, long below) {
        return below == 0
                ? null
                : BigDecimal.valueOf(above)
                        .multiply(BigDecimal.valueOf(100))
                        .divide(BigDecimal.valueOf(below), 2, RoundingMode.HALF_UP);
    }

    /// So much for each, whole; rounded once, half up. Absent for an empty denominator, which is not 0.
    public static @Nullable BigDecimal each(long above, long below) {
        return below == 0 ? null : BigDecimal.valueOf(above).divide(BigDecimal.valueOf(below), 0, RoundingMode.HALF_UP);
    }

    private static long sum(List<Part> parts, ToLongFunction<Part> sums) {
        var sum = 0L;
        for (var part : parts) {
            sum += part.sign() * sums.applyAsLong(part);
        }
        return sum;
    }

    /// What is summed and divided, as an auditor reads it: `decided.claims − denied.claims`.
    public String formula() {
        return shape.name().toLowerCase(Locale.ROOT).replace('_', ' ') + " of " + formula(numerator)
                + (denominator.isEmpty() ? "" : " ÷ " + formula(denominator));
    }

    private static String formula(List<Part> parts) {
        var text = new StringBuilder();
        for (var part : parts) {
            text.append(text.isEmpty() ? "" : part.sign() < 0 ? " − " : " + ")
                    .append(part.measure().id())
                    .append(part.facets().isEmpty() ? "" : new TreeSet<>(part.facets()));
        }
        return text.toString();
    }

    /// The unit of the figure as pages and answers name it.
    public String unit() {
        return switch (shape) {
            case PERCENT, SHARE -> "percent";
            case AVERAGE_CENTS, ESTIMATED_CENTS -> "cents";
            case MEDIAN_DAYS -> "days";
            case SUM, ESTIMATED -> numerator.getFirst().measure().unit().name().toLowerCase(Locale.ROOT);
        };
    }
}
