package claimtrail.query.estimate;

import claimtrail.metric.Basis;
import claimtrail.metric.pattern.Avoided;
import claimtrail.metric.pattern.Avoided.Counts;
import claimtrail.metric.pattern.Avoided.LeftOut;
import claimtrail.query.estimate.AvoidedView.Days;
import claimtrail.query.estimate.AvoidedView.Share;
import claimtrail.query.estimate.AvoidedView.Without;
import claimtrail.query.estimate.Baselines.Baseline;
import claimtrail.query.estimate.Baselines.Known;
import claimtrail.query.feed.Snapshot;
import claimtrail.query.number.PatternCounts;
import claimtrail.query.web.Asked;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Estimates what the patterns of a practice would have denied in a window at the rates they were found with.
@Component
public class AvoidedDenials {

    /// The name of the figure.
    public static final String ID = "avoided.estimate";

    private static final String TEXT =
            "An estimate: for each pattern with a fixed baseline, the claims that its baseline rate would have denied among"
                    + " those it could have caught in the window, less those that it did, at the average denial of the window."
                    + " The interval of 95 % takes both rates as samples. The rate may have fallen for other reasons;"
                    + " never added to money booked.";

    private static final Counts NOTHING = new Counts(0, 0, 0);

    private final Baselines baselines;
    private final PatternCounts counts;
    private final Snapshot snapshot;

    AvoidedDenials(Baselines baselines, PatternCounts counts, Snapshot snapshot) {
        this.baselines = baselines;
        this.counts = counts;
        this.snapshot = snapshot;
    }

    /// By the days on which claims were decided, whatever the basis asked for.
    public AvoidedView of(Asked question) {
        return snapshot.of(() -> estimated(question.on(Basis.EVENT)));
    }

    private AvoidedView estimated(Asked asked) {
        var counted = counts.of(asked);
        var parts = new ArrayList<Avoided.Share>();
        var shares = new ArrayList<Share>();
        var without = new ArrayList<Without>();
        for (var known : baselines.of(asked)) {
            var window = counted.getOrDefault(known.pattern().id(), NOTHING);
            var baseline = known.baseline();
            var why = leftOut(asked, baseline, window);
            if (baseline == null || why.isPresent()) {
                without.add(new Without(known.pattern(), why.orElse(LeftOut.NO_BASELINE)));
            } else {
                var part = Avoided.share(baseline.counts(), window);
                parts.add(part);
                shares.add(share(asked, known, baseline, window, part));
            }
        }
        shares.sort(Comparator.comparingLong(Share::cents).reversed());
        var estimate = Avoided.of(parts);
        return new AvoidedView(
                ID,
                1,
                "Avoided denials (estimate)",
                TEXT,
                true,
                estimate.cents(),
                estimate.lowCents(),
                estimate.highCents(),
                shares,
                without,
                "/avoided?" + asked.query());
    }

    private static Optional<LeftOut> leftOut(Asked asked, @Nullable Baseline baseline, Counts window) {
        if (baseline == null) {
            return Optional.of(LeftOut.NO_BASELINE);
        }
        if (baseline.provisional()) {
            return Optional.of(LeftOut.PROVISIONAL);
        }
        return baseline.to().isBefore(asked.window().from())
                ? Avoided.leftOut(baseline.counts(), window)
                : Optional.of(LeftOut.OVERLAPS);
    }

    private static Share share(Asked asked, Known known, Baseline baseline, Counts window, Avoided.Share part) {
        return new Share(
                known.pattern(),
                Days.fixed(
                        baseline.from(), baseline.to(), baseline.counts(), "/api/audit/events/" + baseline.position()),
                Days.counted(asked, window, known.pattern().id()),
                part.roundedAverageCents(),
                part.roundedCents());
    }
}
