package claimtrail.denial.detection;

import java.time.LocalDate;
import java.util.Collection;

/// What the rate of a pattern was when it was found: over the 60 days ending with that day; 90 where fewer than
/// 20 exposed claims were decided in them, and provisional where they still are.
public final class BaselineRule {

    /// The metric that the baseline is a value of.
    public static final String METRIC = "pattern.rate/1";

    private static final int DAYS = 60;
    private static final int LONGER = 90; // days
    private static final int ENOUGH = 20; // exposed claims decided

    private BaselineRule() {}

    /// What the rate was.
    ///
    /// @param provisional too few exposed claims were decided; it may be fixed again
    public record Baseline(Share share, boolean provisional) {}

    /// The baseline of a pattern.
    ///
    /// @param detectedOn the day on which the pattern was found
    public static Baseline of(Collection<Exposure> exposures, LocalDate detectedOn) {
        var share = Share.of(exposures, detectedOn, DAYS);
        if (share.exposedDecided() >= ENOUGH) {
            return new Baseline(share, false);
        }
        var longer = Share.of(exposures, detectedOn, LONGER);
        return new Baseline(longer, longer.exposedDecided() < ENOUGH);
    }
}
