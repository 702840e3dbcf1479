package claimtrail.query.learning;

import claimtrail.query.number.Measured;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Practice on one pattern.
///
/// @param number absent for one that a detector found, and for one that is not known yet
/// @param title absent for one that is not known yet
/// @param minutes one decimal
/// @param progress 0–100; says nothing about outcomes
/// @param explainProgress where its points are listed
/// @param effect absent where no correction was applied
public record Practised(
        UUID pattern,
        @Nullable String number,
        @Nullable String title,
        Measured sessions,
        BigDecimal minutes,
        Measured accuracy,
        int progress,
        String explainProgress,
        Measured correctionsApplied,
        Measured correctionsReported,
        @Nullable Effect effect) {

    /// Denied of decided exposed claims, 30 days before the first correction and 30 days from it on.
    ///
    /// @param from the day from which the first correction holds
    /// @param before with counts only where a side has too few decisions
    /// @param after the same, up to the end of the window at most
    /// @param enough whether both sides have at least 20 decisions; with fewer the counts say little
    public record Effect(LocalDate from, Measured before, Measured after, boolean enough) {

        static Effect of(LocalDate from, Measured before, Measured after, boolean enough) {
            return enough
                    ? new Effect(from, before, after, true)
                    : new Effect(from, counts(before), counts(after), false);
        }

        private static Measured counts(Measured it) {
            return new Measured(null, it.numerator(), it.denominator(), it.explain());
        }
    }

    /// A number, a title, or what stands for them.
    public String shown() {
        if (number != null) {
            return number;
        }
        return title == null ? pattern.toString() : title;
    }
}
