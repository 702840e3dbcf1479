package claimtrail.query.claim;

import claimtrail.denial.ClaimFacts;
import claimtrail.denial.PayerAnswers.Turn;
import claimtrail.event.Recorded;
import claimtrail.event.claim.Adjustment;
import claimtrail.event.claim.ClaimEvent;
import claimtrail.event.claim.ClaimEvent.ClaimInferred;
import claimtrail.event.claim.ClaimEvent.ClaimReplaced;
import claimtrail.event.claim.ClaimEvent.ClaimSubmitted;
import claimtrail.event.claim.DecisionLine;
import claimtrail.event.claim.Line;
import claimtrail.query.audit.EventView.SourceView;
import claimtrail.query.audit.Sentence;
import claimtrail.query.claim.ClaimDetail.Answer;
import claimtrail.query.claim.ClaimDetail.AnswerLine;
import claimtrail.query.claim.ClaimDetail.BillLine;
import claimtrail.query.claim.ClaimDetail.Event;
import claimtrail.query.claim.ClaimDetail.Version;
import claimtrail.query.feed.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Tells the life of a claim, read anew from its facts in the log.
@Component
public class ClaimLives {

    private final ClaimSearch search;
    private final ClaimsThen claims;
    private final ClaimPolicies policies;
    private final Snapshot snapshot;

    ClaimLives(ClaimSearch search, ClaimsThen claims, ClaimPolicies policies, Snapshot snapshot) {
        this.search = search;
        this.claims = claims;
        this.policies = policies;
        this.snapshot = snapshot;
    }

    /// The life of one claim up to a position; empty before its first fact.
    public Optional<ClaimDetail> find(UUID id, long asOf) {
        return snapshot.of(() -> search.find(id, asOf).map(claim -> detail(claim, asOf)));
    }

    private ClaimDetail detail(ClaimView claim, long asOf) {
        var life = claims.lives(List.of(claim.id()), Math.min(claim.lastPosition(), asOf))
                .getFirst();
        return new ClaimDetail(
                claim,
                versions(life),
                answers(life),
                life.reading().episodes(),
                life.reading().appeals(),
                policies.of(life, asOf),
                life.facts().stream().map(ClaimLives::event).toList());
    }

    private static List<Version> versions(ClaimLife life) {
        var versions = new ArrayList<Version>();
        for (var fact : life.facts()) {
            if (fact.event() instanceof ClaimSubmitted it) {
                versions.add(new Version(
                        it.version(), it.frequency(), it.submittedOn(), it.chargeCents(), lines(it.lines())));
            } else if (fact.event() instanceof ClaimReplaced it) {
                versions.add(new Version(
                        it.version(), it.frequency(), it.submittedOn(), it.chargeCents(), lines(it.lines())));
            } else if (fact.event() instanceof ClaimInferred it) {
                var on = Objects.requireNonNullElse(ClaimFacts.dayOf(it), java.time.LocalDate.EPOCH);
                versions.add(new Version(1, "", on, it.chargeCents(), lines(it.lines())));
            }
        }
        return versions;
    }

    private static List<BillLine> lines(List<Line> lines) {
        return lines.stream()
                .map(line -> new BillLine(
                        line.no(),
                        line.code(),
                        line.modifiers(),
                        line.diagnoses(),
                        line.chargeCents(),
                        line.split().name()))
                .toList();
    }

    private static List<Answer> answers(ClaimLife life) {
        var answers = new ArrayList<Answer>();
        for (var payer : life.reading().payers()) {
            for (var turn : payer.turns()) {
                if (turn instanceof Turn.Decided it) {
                    var decision = it.decision();
                    answers.add(new Answer(
                            life.positionOf(decision.key()),
                            decision.claimVersion(),
                            decision.payerSequence(),
                            decision.decidedOn(),
                            decision.dayBasis().name(),
                            decision.outcome().name(),
                            decision.chargeCents(),
                            decision.paidCents(),
                            it.reversed(),
                            decision.appealLastDay(),
                            decision.lines().stream().map(ClaimLives::line).toList()));
                }
            }
        }
        return answers;
    }

    private static AnswerLine line(DecisionLine line) {
        var finding = line.finding();
        var primary = finding.primary();
        return new AnswerLine(
                line.no(),
                line.chargeCents(),
                line.paidCents(),
                finding.result().name(),
                finding.deniedCents(),
                primary == null ? null : primary.system() + " " + primary.code(),
                finding.reasonClass(),
                line.adjustments().stream().map(ClaimLives::adjustment).toList(),
                line.remarks().stream().map(remark -> remark.code()).toList());
    }

    private static String adjustment(Adjustment it) {
        return (it.group() == null ? "" : it.group() + "-") + it.reason().code() + " " + Sentence.dollars(it.cents());
    }

    private static Event event(Recorded<ClaimEvent> fact) {
        var place = fact.envelope();
        return new Event(
                place.position(),
                place.name(),
                ClaimFacts.dayOf(fact.event()),
                place.recordedAt(),
                place.actor().id(),
                SourceView.of(place.source()),
                Sentence.of(fact.event()));
    }
}
