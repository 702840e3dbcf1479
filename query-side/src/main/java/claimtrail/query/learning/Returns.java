package claimtrail.query.learning;

import claimtrail.query.estimate.AvoidedDenials;
import claimtrail.query.estimate.AvoidedView;
import claimtrail.query.learning.Return.Without;
import claimtrail.query.web.Asked;
import claimtrail.query.web.Window;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Estimates what practice has brought.
@Component
class Returns {

    private final AvoidedDenials avoided;

    Returns(AvoidedDenials avoided) {
        this.avoided = avoided;
    }

    /// @param practised patterns with a sitting or a correction
    /// @param corrected the day from which the first correction of a pattern holds
    Return of(Asked asked, Set<UUID> practised, Map<UUID, LocalDate> corrected, long costCents) {
        var shares = new ArrayList<AvoidedView.Share>();
        var leftOut = new ArrayList<Without>();
        var begins = new TreeMap<LocalDate, Set<UUID>>();
        corrected.forEach((pattern, on) -> begins.computeIfAbsent(
                        on.isBefore(asked.window().from()) ? asked.window().from() : on, _ -> new HashSet<>())
                .add(pattern));
        begins.forEach((from, patterns) -> {
            var view = avoided.of(asked.about(new Window(from, asked.window().to())));
            view.shares().stream()
                    .filter(it -> patterns.contains(it.pattern().id()))
                    .forEach(shares::add);
            view.leftOut().stream()
                    .filter(it -> patterns.contains(it.pattern().id()))
                    .forEach(it ->
                            leftOut.add(new Without(it.pattern().id(), it.why().name())));
        });
        var uncorrected = new TreeSet<>(practised);
        uncorrected.removeAll(corrected.keySet());
        uncorrected.forEach(pattern -> leftOut.add(new Without(pattern, "NO_CORRECTION")));
        shares.sort(Comparator.comparingLong(AvoidedView.Share::cents).reversed());
        return Return.of(!practised.isEmpty() || !corrected.isEmpty(), costCents, shares, leftOut);
    }
}
