package claimtrail.query.number;

import claimtrail.metric.Basis;
import claimtrail.query.number.Definition.Unit;
import claimtrail.query.number.Figure.Ground;
import claimtrail.query.web.Asked;
import claimtrail.query.web.Window;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToLongBiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What did not happen, measured by the pace at which it happened before: named estimates, never booked.
@Component
final class Estimates {

    /// Three months of 30 days; with fewer, there is no pace to compare with.
    private static final long LEAST_DAYS = 90;

    private static final String COST_PER_APPEAL = "cost-per-appeal";

    private final KeptTotals kept;
    private final Settings settings;

    Estimates(KeptTotals kept, Settings settings) {
        this.kept = kept;
        this.settings = settings;
    }

    /// @param filed what was counted in the window
    /// @param counted counts the same in other days
    Figure of(Definition definition, Asked asked, Value filed, ToLongBiFunction<Asked, Definition> counted) {
        var before = asked.about(before(asked));
        var days = Math.max(0, before.window().days());
        var ground = new Ground(
                days,
                days == 0 ? 0 : counted.applyAsLong(before, definition),
                settings.of(COST_PER_APPEAL, asked),
                days == 0 ? null : Figure.explain(definition, before));
        return Figure.estimated(
                definition,
                asked,
                new Value(value(definition, asked.window().days(), filed.numerator(), ground), filed.numerator(), null),
                ground);
    }

    private static @Nullable BigDecimal value(Definition definition, long days, long filed, Ground ground) {
        if (ground.days() < LEAST_DAYS) {
            return null;
        }
        var avoided = BigDecimal.valueOf(ground.filed())
                .multiply(BigDecimal.valueOf(days))
                .subtract(BigDecimal.valueOf(filed).multiply(BigDecimal.valueOf(ground.days())));
        var over = BigDecimal.valueOf(ground.days());
        if (definition.unit() != Unit.CENTS) {
            return avoided.divide(over, 1, RoundingMode.HALF_UP);
        }
        var cost = ground.costCents();
        return cost == null ? null : avoided.multiply(BigDecimal.valueOf(cost)).divide(over, 0, RoundingMode.HALF_UP);
    }

    /// From the first claim of the practice to the day before the window.
    private Window before(Asked asked) {
        var last = asked.window().from().minusDays(1);
        return new Window(firstDay(asked).orElse(asked.window().from()), last);
    }

    private Optional<LocalDate> firstDay(Asked asked) {
        return kept.daysOf(Set.of("submitted.claims"), asked.practice().id(), Basis.EVENT, asked.asOf())
                .map(Window::from);
    }
}
