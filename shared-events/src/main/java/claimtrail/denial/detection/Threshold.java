package claimtrail.denial.detection;

import java.time.LocalDate;

/// How much evidence makes a pattern. Defaults, which a practice may change.
///
/// @param claims distinct claims
/// @param days length of the window, in days of decision
/// @param cents denied money in the window, at least
/// @param percent share of the denied claims of the window, at least, where there are more than `manyDenied`
public record Threshold(int claims, int days, long cents, int percent, int manyDenied) {

    /// What makes a pattern of denials, by the day on which they were decided.
    @FunctionalInterface
    public interface ByDay {

        /// What holds for a window that ends with a day.
        Threshold on(LocalDate day);
    }

    /// Five claims and 100.00 within 30 days, and 2 % where more than 100 claims were denied. Source: rule
    /// `detection/1`.
    public static Threshold standard() {
        return new Threshold(5, 30, 10_000, 2, 100);
    }
}
