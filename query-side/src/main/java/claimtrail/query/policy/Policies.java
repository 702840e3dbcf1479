package claimtrail.query.policy;

import claimtrail.metric.Basis;
import claimtrail.metric.Facets;
import claimtrail.query.feed.Remembered;
import claimtrail.query.feed.Snapshot;
import claimtrail.query.feed.StreamRows;
import claimtrail.query.feed.Then;
import claimtrail.query.number.Definitions;
import claimtrail.query.number.Figures;
import claimtrail.query.number.Measured;
import claimtrail.query.pattern.Patterns;
import claimtrail.query.policy.PolicyCounts.Counts;
import claimtrail.query.policy.PolicyView.Asserted;
import claimtrail.query.policy.PolicyView.Metrics;
import claimtrail.query.web.Asked;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Policies with what they hit and deny.
@Component
public class Policies {

    private static final BigDecimal DEAD_BAND = new BigDecimal("0.50");

    private final JdbcClient jdbc;
    private final StreamRows rows;
    private final PolicyCounts counts;
    private final Patterns patterns;
    private final Figures figures;
    private final Snapshot snapshot;
    private final Remembered remembered;

    Policies(
            JdbcClient jdbc,
            StreamRows rows,
            PolicyCounts counts,
            Patterns patterns,
            Figures figures,
            Snapshot snapshot,
            Remembered remembered) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.counts = counts;
        this.patterns = patterns;
        this.figures = figures;
        this.snapshot = snapshot;
        this.remembered = remembered;
    }

    /// One version as its row holds it.
    record Told(
            UUID id,
            int version,
            String number,
            String name,
            String mode,
            @Nullable String topic,
            LocalDate effectiveFrom,
            @Nullable LocalDate effectiveTo,
            @Nullable LocalDate retiredOn,
            List<String> codes,
            List<String> carcs,
            JsonNode published) {}

    /// All of them in their newest versions, in the order of their numbers.
    public List<PolicyView> of(Asked asked) {
        return remembered
                .of(new Asking(asked), Answer.class, () -> snapshot.of(() -> new Answer(views(asked, newest(asked)))))
                .policies();
    }

    private record Asking(Asked asked) {}

    private record Answer(List<PolicyView> policies) {}

    private List<PolicyView> views(Asked asked, List<Told> told) {
        var question = new Question(
                asked,
                counts.of(asked.on(Basis.EVENT), Basis.EVENT),
                counts.of(asked.on(Basis.SUBMISSION), Basis.SUBMISSION),
                counts.of(asked.before(), asked.basis()),
                submitted(asked),
                patterns.scopes(asked));
        return told.stream().map(it -> view(it, question)).toList();
    }

    /// What all views of one answer need.
    private record Question(
            Asked asked,
            Map<UUID, Counts> events,
            Map<UUID, Counts> cohorts,
            Map<UUID, Counts> before,
            long submitted,
            List<Set<String>> scopes) {

        Counts own(UUID policy) {
            return (asked.basis() == Basis.EVENT ? events : cohorts).getOrDefault(policy, Counts.NONE);
        }
    }

    private long submitted(Asked asked) {
        var definition = Definitions.find("claims.submitted").orElseThrow();
        return figures.value(asked.on(Basis.SUBMISSION), definition, Facets.all())
                .numerator();
    }

    private List<Told> newest(Asked asked) {
        var then = then(asked);
        return then
                .asking(jdbc.sql("select distinct on (policy_id) * from " + source(then) + """
                         r where practice = :practice or practice is null
                         order by policy_id, version desc
                        """))
                .param("practice", asked.practice().id())
                .query((row, _) -> told(row))
                .list()
                .stream()
                .sorted(Comparator.comparing(Told::number).thenComparing(Told::id))
                .toList();
    }

    private Then then(Asked asked) {
        var then = new Then(asked.asOf());
        rows.then(PolicyRows.KIND, asked.practice().id(), then);
        return then;
    }

    private static String source(Then then) {
        return StreamRows.of(PolicyRows.KIND, PolicyRows.POLICY, then);
    }

    private static Told told(ResultSet row) throws SQLException {
        return new Told(
                row.getObject("policy_id", UUID.class),
                row.getInt("version"),
                row.getString("number"),
                row.getString("name"),
                row.getString("mode"),
                row.getString("topic"),
                row.getObject("effective_from", LocalDate.class),
                row.getObject("effective_to", LocalDate.class),
                row.getObject("retired_on", LocalDate.class),
                List.of((String[]) row.getArray("codes").getArray()),
                List.of((String[]) row.getArray("carcs").getArray()),
                JsonMapper.shared().readTree(row.getString("published")));
    }

    private static PolicyView view(Told it, Question question) {
        var asked = question.asked();
        var own = question.own(it.id());
        var shared = question.scopes().stream()
                .filter(codes -> codes.isEmpty() || it.codes().isEmpty() || !Collections.disjoint(codes, it.codes()))
                .count();
        var figures = it.published().path("asserted");
        return new PolicyView(
                it.id(),
                it.number(),
                it.version(),
                it.name(),
                it.mode().toLowerCase(Locale.ROOT),
                it.topic(),
                it.effectiveFrom(),
                it.effectiveTo(),
                it.retiredOn(),
                it.codes(),
                it.carcs(),
                metrics(it.id(), question),
                own.providers(),
                shared,
                new Asserted(
                        Measured.sum(own.assertedHits(), Measured.explain("policy.hits", asked, "asserted=" + it.id())),
                        Measured.sum(
                                own.assertedDecided(),
                                Measured.explain("policy.decided", asked, "asserted=" + it.id())),
                        Measured.sum(
                                own.assertedDenied(), Measured.explain("policy.denied", asked, "asserted=" + it.id())),
                        it.published().path("origin").isString()
                                ? it.published().path("origin").asString()
                                : null,
                        figures.isObject() ? figures : JsonMapper.shared().createObjectNode()));
    }

    private static Metrics metrics(UUID policy, Question question) {
        var asked = question.asked();
        var cohort = asked.on(Basis.SUBMISSION);
        var subject = "policy=" + policy;
        var own = question.own(policy);
        var sent = question.cohorts().getOrDefault(policy, Counts.NONE);
        var before = question.before().getOrDefault(policy, Counts.NONE);
        var rate =
                Measured.percent(own.denied(), own.decided(), Measured.explain("policy.denial.rate", asked, subject));
        var previous = Measured.percent(
                before.denied(), before.decided(), Measured.explain("policy.denial.rate", asked.before(), subject));
        return new Metrics(
                Measured.sum(own.hits(), Measured.explain("policy.hits", asked, subject)),
                Measured.sum(own.hitLines(), Measured.explain("policy.hit.lines", asked, subject)),
                Measured.percent(
                        sent.hits(), question.submitted(), Measured.explain("policy.hit.rate", cohort, subject)),
                Measured.percent(
                        sent.violated(), sent.hits(), Measured.explain("policy.violation.rate", cohort, subject)),
                Measured.sum(own.decided(), Measured.explain("policy.decided", asked, subject)),
                Measured.sum(own.denied(), Measured.explain("policy.denied", asked, subject)),
                rate,
                Measured.percent(
                        sent.denied(), sent.hits(), Measured.explain("policy.denial.rate.hit", cohort, subject)),
                Measured.percent(
                        sent.appealed(), sent.denied(), Measured.explain("policy.appeal.rate", cohort, subject)),
                Measured.percent(
                        own.overturned(),
                        own.appealsDecided(),
                        Measured.explain("policy.overturn.rate", asked, subject)),
                Measured.sum(own.deniedCents(), Measured.explain("policy.impact", asked, subject)),
                previous,
                trend(rate, previous));
    }

    private static @Nullable String trend(Measured now, Measured before) {
        if (now.value() == null || before.value() == null) {
            return null;
        }
        var change = Objects.requireNonNull(now.value()).subtract(Objects.requireNonNull(before.value()));
        if (change.abs().compareTo(DEAD_BAND) <= 0) {
            return "stable";
        }
        return change.signum() > 0 ? "up" : "down";
    }

    /// One version.
    ///
    /// @param published all of it, as told
    public record Version(
            int version, LocalDate effectiveFrom, @Nullable LocalDate effectiveTo, JsonNode published) {}

    /// What happened to a policy on one day of the basis asked for.
    public record Day(LocalDate day, long hits, long violated, long decided, long denied, long deniedCents) {}

    /// A policy with all its versions, newest first.
    ///
    /// @param claims where the claims that it hits are listed
    /// @param series days of the window on which anything happened
    public record Detail(PolicyView policy, List<Version> versions, List<Day> series, String claims) {

        /// The version that holds on a day; empty where none does.
        public Optional<Version> inForce(LocalDate on) {
            var retired = policy.retiredOn();
            return retired != null && !on.isBefore(retired)
                    ? Optional.empty()
                    : versions.stream()
                            .filter(it -> !on.isBefore(it.effectiveFrom()))
                            .max(Comparator.comparing(Version::effectiveFrom))
                            .filter(it -> it.effectiveTo() == null || on.isBefore(it.effectiveTo()));
        }

        /// One version by its number.
        public Optional<Version> version(int no) {
            return versions.stream().filter(it -> it.version() == no).findFirst();
        }
    }

    /// One policy; empty where there is none of this id.
    public Optional<Detail> find(UUID id, Asked asked) {
        return snapshot.of(() -> {
            var then = then(asked);
            var versions = then.asking(jdbc.sql("select * from " + source(then)
                            + " r where policy_id = :id and (practice = :practice or practice is null)"
                            + " order by version desc"))
                    .param("id", id)
                    .param("practice", asked.practice().id())
                    .query((row, _) -> told(row))
                    .list();
            return versions.stream()
                    .findFirst()
                    .map(newest -> new Detail(
                            views(asked, List.of(newest)).getFirst(),
                            versions.stream()
                                    .map(it -> new Version(
                                            it.version(), it.effectiveFrom(), it.effectiveTo(), it.published()))
                                    .toList(),
                            counts.days(id, asked),
                            "/api/claims?practice=" + asked.practice().id() + "&policy=" + id + "&asOf="
                                    + asked.asOf()));
        });
    }
}
