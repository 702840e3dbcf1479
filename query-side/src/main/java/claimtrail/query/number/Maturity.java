package claimtrail.query.number;

import claimtrail.query.web.Asked;
import claimtrail.query.web.Window;
import java.time.LocalDate;
import java.time.ZoneId;
import org.springframework.stereotype.Component;

/// The day from which we look at what became of denials: today as it was when the position was learnt; for a practice
/// fed by runs the latest business day known there. It follows from the position, so an answer never changes.
@Component
final class Maturity {

    private final BusinessDays days;

    Maturity(BusinessDays days) {
        this.days = days;
    }

    /// Those days of the window on which a denial is too young.
    Window after(Asked asked, LocalDate matureTo) {
        return new Window(
                later(asked.window().from(), matureTo.plusDays(1)),
                asked.window().to());
    }

    /// That day; [claimtrail.metric.Definition#EVER] where nothing is known.
    LocalDate day(Asked asked) {
        var knownAt = asked.knownAt();
        if (!asked.practice().simulated() && knownAt != null) {
            return LocalDate.ofInstant(knownAt, ZoneId.of(asked.practice().timeZone()));
        }
        return days.latest(asked.practice().id(), asked.asOf()).orElse(Window.EVER);
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
