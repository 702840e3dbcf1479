package claimtrail.query.claim;

import claimtrail.denial.AppealReading;
import claimtrail.denial.Episode;
import claimtrail.denial.PayerAnswers.Turn;
import claimtrail.event.ExternalId;
import claimtrail.event.Recorded;
import claimtrail.event.Source;
import claimtrail.event.claim.ClaimEvent;
import claimtrail.event.claim.ClaimEvent.ClaimInferred;
import claimtrail.event.claim.ClaimEvent.ClaimReplaced;
import claimtrail.event.claim.ClaimEvent.ClaimSubmitted;
import claimtrail.event.claim.Line;
import claimtrail.query.feed.Row;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One row of the list of claims: what a life adds up to, in words and sums one can search by.
final class ClaimRow {

    private final ClaimLife life;
    private final @Nullable ClaimSubmitted submitted;
    private final @Nullable ClaimInferred inferred;
    private final @Nullable ClaimReplaced newest;

    private ClaimRow(ClaimLife life) {
        this.life = life;
        this.submitted = first(life, ClaimSubmitted.class);
        this.inferred = first(life, ClaimInferred.class);
        this.newest = life.reading().replacements().stream()
                .max(Comparator.comparingInt(ClaimReplaced::version))
                .orElse(null);
    }

    /// The values, in the order of the table's columns.
    static List<@Nullable Object> of(ClaimLife life) {
        return new ClaimRow(life).values();
    }

    /// The lines of the newest version.
    static List<Line> lines(ClaimLife life) {
        return new ClaimRow(life).lines();
    }

    private List<@Nullable Object> values() {
        var reading = life.reading();
        var submission = reading.submission();
        var first = reading.firstDecision();
        var number = number();
        var lines = lines();
        return Row.of(
                life.claim(),
                life.practice(),
                number == null ? null : number.source(),
                number == null ? null : number.value(),
                submission == null ? null : submission.provider(),
                submission == null ? null : submission.payer(),
                submitted != null ? submitted.patient() : inferred != null ? inferred.patient() : null,
                submitted == null ? null : submitted.claimType().name(),
                submitted != null ? submitted.serviceFrom() : inferred != null ? inferred.serviceFrom() : null,
                submission == null ? null : submission.on(),
                first == null ? null : first.on(),
                reading.duplicateOn(),
                withdrawnOn(),
                rejectedOn(),
                newest != null ? newest.version() : submitted == null ? 1 : submitted.version(),
                first == null ? null : first.outcome().name(),
                outcome(),
                appealState(),
                submission == null ? 0 : submission.chargeCents(),
                first == null ? 0 : first.deniedCents(),
                life.paidCents(),
                reading.openEpisodes().stream()
                        .mapToLong(episode -> episode.opened().cents())
                        .sum(),
                reading.episodes().stream().mapToLong(Episode::recoveredCents).sum(),
                reasonClass(),
                texts(lines.stream().map(Line::code).toList()),
                texts(lines.stream().flatMap(line -> line.modifiers().stream()).toList()),
                patterns(),
                policies(),
                run(),
                flags(),
                submitted == null ? null : submitted.sensitivity(),
                life.lastPosition());
    }

    private List<Line> lines() {
        if (newest != null) {
            return newest.lines();
        }
        return submitted != null ? submitted.lines() : inferred != null ? inferred.lines() : List.of();
    }

    private @Nullable ExternalId number() {
        return submitted != null ? submitted.number() : inferred != null ? inferred.number() : null;
    }

    /// Taken back counts only before any decision; later it is a fact of the claim's history.
    private @Nullable LocalDate withdrawnOn() {
        return life.reading().firstDecision() == null ? life.reading().voidedOn() : null;
    }

    private @Nullable LocalDate rejectedOn() {
        var first = life.reading().firstDecision();
        return life.reading().rejections().stream()
                .map(ClaimEvent.ClaimRejected::rejectedOn)
                .filter(on -> first == null || on.isBefore(first.on()))
                .findFirst()
                .orElse(null);
    }

    private @Nullable String outcome() {
        String newest = null;
        for (var payer : life.reading().payers()) {
            for (var turn : payer.turns()) {
                if (payer.payerSequence() == 1
                        && turn instanceof Turn.Decided it
                        && !it.reversed()
                        && !it.duplicateOnly()) {
                    newest = it.decision().outcome().name();
                }
            }
        }
        return newest;
    }

    private @Nullable String appealState() {
        return life.reading().appeals().stream()
                .max(Comparator.comparingInt(AppealReading::appealNo))
                .map(appeal -> appeal.ended() == null
                        ? "OPEN"
                        : appeal.ended().outcome().name())
                .orElse(null);
    }

    private @Nullable String reasonClass() {
        return life.reading().episodes().stream()
                .max(Comparator.comparingLong(episode -> episode.opened().cents()))
                .map(episode -> episode.opened().finding().reasonClass())
                .orElse(null);
    }

    private UUID[] patterns() {
        var patterns = new TreeSet<UUID>();
        life.reading().links().forEach(link -> link.links().forEach(line -> patterns.addAll(line.patterns())));
        return patterns.toArray(UUID[]::new);
    }

    private UUID[] policies() {
        var policies = new TreeSet<UUID>();
        life.reading()
                .screenings()
                .forEach(screening -> screening.policies().forEach(match -> policies.add(match.policy())));
        return policies.toArray(UUID[]::new);
    }

    private @Nullable String run() {
        return life.facts().getFirst().envelope().source() instanceof Source.Scenario it ? it.run() : null;
    }

    private String[] flags() {
        var flags = new ArrayList<String>();
        var submission = life.reading().submission();
        var first = life.reading().firstDecision();
        if (submission != null && submission.standIn()) {
            flags.add("STAND_IN");
        }
        if (first != null && first.dayAssumed()) {
            flags.add("DAY_ASSUMED");
        }
        if (lines().stream().anyMatch(line -> line.split() == Line.Split.ASSUMED)) {
            flags.add("SPLIT_ASSUMED");
        }
        if (submitted != null && submitted.imbalanceCents() != 0) {
            flags.add("IMBALANCE");
        }
        if (life.reading().duplicateOn() != null) {
            flags.add("DUPLICATE");
        }
        if (life.reading().voidedOn() != null) {
            flags.add("VOIDED");
        }
        return flags.toArray(String[]::new);
    }

    private static String[] texts(Collection<String> texts) {
        return new TreeSet<>(texts).toArray(String[]::new);
    }

    private static <E extends ClaimEvent> @Nullable E first(ClaimLife life, Class<E> type) {
        return life.facts().stream()
                .map(Recorded::event)
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .orElse(null);
    }
}
