package claimtrail.query.pattern;

import claimtrail.event.pattern.PatternEvent.RecoveryStatus;
import claimtrail.metric.Basis;
import claimtrail.metric.pattern.PatternScore;
import claimtrail.metric.pattern.PatternScore.Improvement;
import claimtrail.metric.pattern.PatternScore.Rate;
import claimtrail.metric.pattern.PatternScore.Tiers;
import claimtrail.query.estimate.Baselines;
import claimtrail.query.number.Measured;
import claimtrail.query.number.Settings;
import claimtrail.query.pattern.PatternView.Baseline;
import claimtrail.query.pattern.PatternView.Score;
import claimtrail.query.pattern.Patterns.Told;
import claimtrail.query.pattern.Weights.Weight;
import claimtrail.query.web.Asked;
import claimtrail.query.web.Window;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Makes of sums what a pattern weighs: its score and tier, and how far its rate has come since it was found.
@Component
final class Weighing {

    private static final int DECIDED_APPEALS = 5;
    private static final int MOST_PERCENT = 60;
    private static final int CURRENT_DAYS = 60;

    private final Weights weights;
    private final Baselines baselines;
    private final Settings settings;

    Weighing(Weights weights, Baselines baselines, Settings settings) {
        this.weights = weights;
        this.baselines = baselines;
        this.settings = settings;
    }

    /// What all patterns of a practice are weighed with.
    record Scales(Map<UUID, Weight> weights, Map<UUID, Baselines.Baseline> baselines, Tiers tiers) {

        /// Whether anything was posted to a pattern.
        boolean isTouched(UUID pattern) {
            return weights.containsKey(pattern);
        }
    }

    Scales scales(Asked asked) {
        return new Scales(weights.of(asked), baselines.fixed(asked), tiers(asked));
    }

    /// As set for the last day of the window; what nobody has set is as shipped.
    private Tiers tiers(Asked asked) {
        var shipped = Tiers.STANDARD;
        return new Tiers(
                set("tier-critical-frequency", asked, shipped.criticalClaims()),
                set("tier-critical-impact", asked, shipped.criticalCents()),
                set("tier-high-frequency", asked, shipped.highClaims()),
                set("tier-high-impact", asked, shipped.highCents()),
                set("tier-medium-frequency", asked, shipped.mediumClaims()));
    }

    private long set(String setting, Asked asked, long shipped) {
        return Objects.requireNonNullElse(settings.of(setting, asked), shipped);
    }

    private static Measured current(Weight weight, Asked happened, String subject) {
        var rate = last60(weight);
        return Measured.percent(
                rate.denied(), rate.decided(), Measured.explain("pattern.rate", about60(happened), subject));
    }

    private static Rate last60(Weight weight) {
        return new Rate(
                weight.lastDays().denied() + weight.daysBefore().denied(),
                weight.lastDays().decided() + weight.daysBefore().decided());
    }

    private static @Nullable Baseline baseline(Baselines.@Nullable Baseline fixed, Asked asked, String subject) {
        if (fixed == null) {
            return null;
        }
        var counts = fixed.counts();
        var then = asked.on(Basis.EVENT)
                .ofPayer(null)
                .of(null)
                .about(new Window(fixed.from(), fixed.to()))
                .upTo(fixed.position());
        return new Baseline(
                fixed.from(),
                fixed.to(),
                Measured.percent(counts.denied(), counts.decided(), Measured.explain("pattern.rate", then, subject)),
                counts.deniedCents(),
                fixed.provisional(),
                "/api/audit/events/" + fixed.position());
    }

    /// Absent while the days of today reach into those of the baseline.
    private static @Nullable Improvement improvement(@Nullable Baseline baseline, Weight weight, LocalDate day) {
        if (baseline == null || !day.minusDays(CURRENT_DAYS - 1L).isAfter(baseline.to())) {
            return null;
        }
        var rate = baseline.rate();
        return PatternScore.improvement(
                new Rate(rate.numerator(), Objects.requireNonNullElse(rate.denominator(), 0L)), last60(weight));
    }

    /// A pattern with its numbers.
    PatternView view(Told it, Asked asked, Scales scales) {
        var weight = scales.weights().getOrDefault(it.id(), Weight.NONE);
        var day = asked.window().to();
        var recovery = it.recoveryStatus() == null
                ? PatternScore.recovery(it.reasonClass())
                : RecoveryStatus.valueOf(it.recoveryStatus());
        var subject = "pattern=" + it.id();
        var happened = asked.on(Basis.EVENT);
        var rank = 1
                + scales.weights().values().stream()
                        .filter(other -> other.deniedCents() > weight.deniedCents())
                        .count();
        var current = current(weight, happened, subject);
        var baseline = baseline(scales.baselines().get(it.id()), asked, subject);
        return new PatternView(
                it.id(),
                it.number(),
                it.title(),
                it.category(),
                it.reasonClass(),
                it.codes(),
                Patterns.word(it.origin()),
                it.detector(),
                it.detectedOn(),
                Patterns.word(it.status()),
                Patterns.word(
                        scales.tiers().of(weight.denied(), weight.deniedCents()).name()),
                new Score(
                        weight.denied(),
                        weight.deniedCents(),
                        Patterns.word(PatternScore.trend(weight.lastDays(), weight.daysBefore())
                                .name()),
                        PatternScore.velocity(weight.denied(), it.detectedOn(), day),
                        PatternScore.confidence(weight.denied(), weight.first(), weight.last()),
                        PatternScore.recency(weight.last(), day)),
                (int) rank,
                average(weight),
                weight.atRiskCents(),
                PatternScore.recoverableCents(weight.atRiskCents(), recovery),
                Patterns.word(recovery.name()),
                Measured.percent(
                        weight.denied(), weight.decided(), Measured.explain("pattern.rate", happened, subject)),
                weight.lastDays(),
                weight.daysBefore(),
                baseline,
                current,
                improvement(baseline, weight, day),
                Measured.percent(
                        weight.cohort().denied(),
                        weight.cohort().decided(),
                        Measured.explain("pattern.appeal.rate", asked.on(Basis.SUBMISSION), subject)),
                Measured.percent(
                        weight.overturned(),
                        weight.appealsDecided(),
                        Measured.explain("pattern.overturn.rate", happened, subject)),
                verdict(weight.overturned(), weight.appealsDecided()),
                (int) PatternScore.learningProgress(weight.points()),
                weight.sittings(),
                weight.correctionsApplied(),
                weight.correctionsReported(),
                it.asserted(),
                explain(happened, subject));
    }

    private static @Nullable Long average(Weight weight) {
        var average =
                Measured.each(weight.deniedCents(), weight.denied(), 0, "").value();
        return average == null ? null : (Long) average.longValueExact();
    }

    private static Map<String, String> explain(Asked asked, String subject) {
        var ever = asked.about(asked.window().sinceEver());
        var last = asked.about(Window.ending(asked.window().to(), 30));
        var explain = new LinkedHashMap<String, String>();
        explain.put("frequency", Measured.explain("pattern.frequency", asked, subject));
        explain.put("impactCents", Measured.explain("pattern.impact", asked, subject));
        explain.put("averageDeniedCents", Measured.explain("pattern.average", asked, subject));
        explain.put("trend", Measured.explain("pattern.trend", about60(asked), subject));
        explain.put("velocity", Measured.explain("pattern.velocity", asked, subject));
        explain.put("confidence", Measured.explain("pattern.confidence", asked, subject));
        explain.put("recency", Measured.explain("pattern.recency", ever, subject));
        explain.put("tier", Measured.explain("pattern.tier", asked, subject));
        explain.put("shareRank", Measured.explain("pattern.share.rank", asked, subject));
        explain.put("improvement", Measured.explain("pattern.improvement", about60(asked), subject));
        explain.put("verdict", Measured.explain("pattern.verdict", asked, subject));
        explain.put("lastDays", Measured.explain("pattern.rate", last, subject));
        explain.put("daysBefore", Measured.explain("pattern.rate", last.before(), subject));
        explain.put("atRiskCents", Measured.explain("pattern.at.risk", asked, subject));
        explain.put("recoverableCents", Measured.explain("pattern.recoverable", asked, subject));
        explain.put("learningProgress", Measured.explain("learning.progress", asked, subject));
        explain.put("sessions", Measured.explain("practice.sessions", ever, subject));
        explain.put("correctionsApplied", Measured.explain("corrections.applied", ever, subject));
        explain.put("correctionsReported", Measured.explain("corrections.reported", ever, subject));
        return explain;
    }

    private static Asked about60(Asked asked) {
        return asked.about(Window.ending(asked.window().to(), CURRENT_DAYS));
    }

    private static @Nullable String verdict(long overturned, long decided) {
        if (decided < DECIDED_APPEALS) {
            return null;
        }
        if (overturned * 100 >= decided * MOST_PERCENT) {
            return "churn";
        }
        return (decided - overturned) * 100 >= decided * MOST_PERCENT ? "sticky" : null;
    }
}
