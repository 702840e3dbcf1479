package claimtrail.simulator.bench.history;

import claimtrail.denial.ClaimFacts;
import claimtrail.denial.bill.BilledClaim;
import claimtrail.denial.screening.Beside;
import claimtrail.denial.screening.LinkingRule;
import claimtrail.denial.screening.ScreeningRule;
import claimtrail.event.Reason;
import claimtrail.event.claim.ClaimEvent;
import claimtrail.event.claim.ClaimEvent.ClaimAcknowledged;
import claimtrail.event.claim.ClaimEvent.ClaimApproved;
import claimtrail.event.claim.ClaimEvent.ClaimDenied;
import claimtrail.event.claim.ClaimEvent.ClaimRejected;
import claimtrail.event.claim.ClaimEvent.ClaimReplaced;
import claimtrail.event.claim.ClaimEvent.ClaimScreened;
import claimtrail.event.claim.ClaimEvent.ClaimSubmitted;
import claimtrail.event.claim.ClaimEvent.ClaimVoided;
import claimtrail.event.claim.ClaimEvent.DenialLinked;
import claimtrail.event.claim.ClaimEvent.LinkCause;
import claimtrail.event.claim.ClaimEvent.PaymentReversed;
import claimtrail.event.claim.ClaimEvent.RejectedBy;
import claimtrail.event.claim.ClaimEvent.ReversedLine;
import claimtrail.event.claim.ClaimEvent.ScreeningCause;
import claimtrail.event.claim.Line;
import claimtrail.event.claim.Match;
import claimtrail.event.claim.PayerDecision;
import claimtrail.simulator.bench.history.Answers.Verdict;
import claimtrail.simulator.bench.history.Step.FileKind;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One claim from its bill to its end, planned as a whole. Screening, reading and linking are those of the product.
final class Life {

    private static final Match MATCH = new Match(Match.Method.CLAIM_NUMBER, 100);

    private final Cast cast;
    private final Dice dice;
    private final String number;
    private final ClaimSubmitted bill;
    private final UUID stream;
    private final List<Step> steps = new ArrayList<>(6);
    private final List<ClaimEvent> facts = new ArrayList<>(6);
    private List<Line> lines;
    private int version = 1;
    private int answers;
    private long lastMillis;

    private Life(Cast cast, Dice dice, String number, LocalDate on) {
        this.cast = cast;
        this.dice = dice;
        this.number = number;
        this.bill = Bills.submitted(cast, dice, number, on);
        this.lines = bill.lines();
        this.stream = dice.id(Step.millis(on, FileKind.BILLS.arrives()));
    }

    /// All that will be told of a claim that is submitted on a day; the steps of a day or an instant keep their order.
    static List<Step> of(Cast cast, Dice dice, String number, LocalDate on) {
        var life = new Life(cast, dice, number, on);
        life.live(on);
        return life.steps;
    }

    private void live(LocalDate on) {
        if (dice.inThousand(20)) {
            lateBill(on);
            return;
        }
        tell(on, FileKind.BILLS, bill);
        screen(on, ScreeningCause.SUBMISSION);
        var since = on;
        if (dice.inThousand(30)) {
            since = sentBack(on);
        } else if (dice.inThousand(200)) {
            tell(on.plusDays(1), FileKind.STATUSES, acknowledged(on.plusDays(1)));
        }
        if (dice.inThousand(5)) {
            tell(since.plusDays(dice.between(3, 30)), LocalTime.of(11, 0), new ClaimVoided(since.plusDays(3), null));
        } else if (!dice.inThousand(30)) {
            answered(since.plusDays(dice.wait(8, 12)), verdict());
        }
    }

    private Verdict verdict() {
        return !dice.inThousand(140) ? Verdict.PAID : dice.inThousand(550) ? Verdict.DENIED : Verdict.PARTLY_DENIED;
    }

    /// The answer comes first, the bill some weeks after it.
    private void lateBill(LocalDate on) {
        var decidedOn = on.plusDays(dice.wait(8, 12));
        tell(
                decidedOn,
                FileKind.ANSWERS,
                Bills.inferred(bill, Answers.controlNumber(number, 1), decidedOn.minusDays(10)));
        var decision = Answers.decision(dice, number, bill.payer(), 1, ++answers, lines, decidedOn, verdict());
        tell(decidedOn, FileKind.ANSWERS, event(decision));
        var told = decidedOn.plusDays(dice.between(5, 40));
        tell(told, FileKind.BILLS, bill);
        screen(told, ScreeningCause.SUBMISSION);
        link(told, FileKind.BILLS, LinkCause.BACKFILL);
    }

    /// A clearinghouse sends the bill back, and it is sent anew.
    private LocalDate sentBack(LocalDate on) {
        var rejectedOn = on.plusDays(dice.between(1, 2));
        tell(
                rejectedOn,
                FileKind.STATUSES,
                new ClaimRejected(
                        1,
                        rejectedOn,
                        RejectedBy.CLEARINGHOUSE,
                        List.of(new Reason("CLAIM_STATUS", "A7")),
                        null,
                        MATCH,
                        null));
        return replaced(rejectedOn.plusDays(dice.between(1, 4)), "1");
    }

    private ClaimAcknowledged acknowledged(LocalDate on) {
        return new ClaimAcknowledged(
                1,
                on,
                RejectedBy.PAYER,
                List.of(new Reason("CLAIM_STATUS", "A2")),
                Answers.controlNumber(number, 1),
                MATCH);
    }

    private LocalDate replaced(LocalDate on, String frequency) {
        version++;
        lines = Bills.corrected(lines);
        tell(
                on,
                FileKind.BILLS,
                new ClaimReplaced(
                        version,
                        frequency,
                        on,
                        frequency.equals("7") ? Answers.controlNumber(number, version - 1) : null,
                        bill.chargeCents(),
                        bill.authorisationStated(),
                        lines,
                        null));
        screen(on, ScreeningCause.REPLACEMENT);
        return on;
    }

    /// A payer answers, and what follows from it happens. One answer of a hundred reaches us weeks late.
    private void answered(LocalDate on, Verdict verdict) {
        var told = on.plusDays(dice.inThousand(10) ? dice.between(20, 60) : dice.below(3));
        var decision = answer(on, told, verdict);
        if (event(decision) instanceof ClaimDenied) {
            dispute(decision, told);
        } else if (dice.inThousand(10)) {
            takenBack(decision, told.plusDays(dice.between(60, 200)));
        }
    }

    /// A payer answers and nothing further is planned.
    ///
    /// @param told when it reaches us
    PayerDecision answer(LocalDate on, LocalDate told, Verdict verdict) {
        var decision = Answers.decision(dice, number, bill.payer(), version, ++answers, lines, on, verdict);
        tell(told, FileKind.ANSWERS, event(decision));
        link(told, FileKind.ANSWERS, LinkCause.DECISION);
        return decision;
    }

    private static ClaimEvent event(PayerDecision decision) {
        return switch (decision.outcome()) {
            case DENIED, PARTLY_DENIED -> new ClaimDenied(decision);
            case PAID, ZERO_PAID -> new ClaimApproved(decision);
        };
    }

    private void dispute(PayerDecision denial, LocalDate since) {
        var what = dice.below(100);
        if (what < 30) {
            var sent = replaced(since.plusDays(dice.wait(3, 10)), "7");
            answered(sent.plusDays(dice.wait(8, 12)), dice.inThousand(850) ? Verdict.PAID : Verdict.DENIED);
        } else if (what < 65) {
            new Dispute(this, dice, denial).fight(since);
        }
    }

    private void takenBack(PayerDecision paid, LocalDate on) {
        tell(
                on,
                FileKind.ANSWERS,
                new PaymentReversed(
                        paid.key() + "/back",
                        paid.payer(),
                        1,
                        paid.payerControlNumber(),
                        paid.key(),
                        on,
                        -paid.chargeCents(),
                        -paid.paidCents(),
                        paid.lines().stream()
                                .map(it -> new ReversedLine(it.no(), -it.chargeCents(), -it.paidCents(), List.of()))
                                .toList(),
                        MATCH));
        if (dice.inThousand(800)) {
            answer(on, on, dice.inThousand(500) ? Verdict.PAID : Verdict.PARTLY_DENIED);
        }
    }

    private void screen(LocalDate on, ScreeningCause cause) {
        var claim = BilledClaim.of(facts, version);
        if (claim == null) {
            throw new IllegalStateException("version " + version + " of " + number + " was not told");
        }
        var found =
                ScreeningRule.screen(claim, Beside.nothing(), cast.rulebook().rules());
        if (!found.isEmpty()) {
            tell(
                    on,
                    FileKind.BILLS,
                    new ClaimScreened(version, ScreeningRule.NAME, false, cause, found.policies(), found.patterns()));
        }
    }

    /// Links the newest answer, where it denies anything.
    private void link(LocalDate on, FileKind file, LinkCause cause) {
        if (facts.stream().noneMatch(ClaimDenied.class::isInstance)) {
            return;
        }
        var key = number + "/" + answers;
        var all = new ClaimFacts(facts);
        var screenings = facts.stream()
                .filter(ClaimScreened.class::isInstance)
                .map(ClaimScreened.class::cast)
                .toList();
        for (var decision : all.recordedDecisions()) {
            if (decision.key().equals(key)) {
                var links = LinkingRule.link(
                        decision,
                        BilledClaim.of(facts, decision.claimVersion()),
                        Beside.nothing(),
                        screenings,
                        cast.rulebook().rules());
                if (!links.isEmpty()) {
                    tell(on, file, new DenialLinked(key, LinkingRule.NAME, false, cause, links));
                }
            }
        }
    }

    private void tell(LocalDate on, FileKind file, ClaimEvent event) {
        tell(on, file.arrives(), event, file);
    }

    /// A person tells something.
    void tell(LocalDate on, LocalTime at, ClaimEvent event) {
        tell(on, at, event, null);
    }

    private void tell(LocalDate on, LocalTime at, ClaimEvent event, @Nullable FileKind file) {
        lastMillis = Math.max(lastMillis, Step.millis(on, at));
        steps.add(new Step(lastMillis, cast.no(), stream, steps.size(), event, file));
        facts.add(event);
    }
}
