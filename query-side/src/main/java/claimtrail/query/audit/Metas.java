package claimtrail.query.audit;

import claimtrail.denial.DenialRule;
import claimtrail.metric.claim.ClaimFold;
import claimtrail.query.audit.Meta.Assumed;
import claimtrail.query.audit.Meta.Lag;
import claimtrail.query.number.Definitions;
import claimtrail.query.number.Figures;
import claimtrail.query.provider.PracticeView;
import claimtrail.query.web.Asked;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Says of an answer what it answers, how far behind the log it is, and how much of it is assumed.
@Component
public class Metas {

    private final Freshness freshness;
    private final Figures figures;

    Metas(Freshness freshness, Figures figures) {
        this.freshness = freshness;
        this.figures = figures;
    }

    /// What a list knows.
    public Knowledge of(@Nullable PracticeView practice, long asOf) {
        var fresh = freshness.now();
        return new Knowledge(
                practice == null ? null : practice.id(),
                practice != null && practice.simulated(),
                asOf,
                asOf == fresh.counted() ? fresh.knownAt() : freshness.knownAt(asOf),
                ClaimFold.NAME,
                DenialRule.NAME,
                new Lag(fresh.events(), fresh.millis()));
    }

    /// What was asked.
    public Meta of(Asked asked) {
        var fresh = freshness.now();
        var assumed = figures.some(
                asked,
                Stream.of("dq.day", "dq.split")
                        .map(id -> Definitions.find(id).orElseThrow())
                        .toList());
        return Meta.of(
                asked,
                new Assumed(
                        Objects.requireNonNull(assumed.get("dq.day")).numerator(),
                        Objects.requireNonNull(assumed.get("dq.split")).numerator()),
                new Lag(fresh.events(), fresh.millis()));
    }
}
