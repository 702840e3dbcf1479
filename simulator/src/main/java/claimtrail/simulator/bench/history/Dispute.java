package claimtrail.simulator.bench.history;

import claimtrail.event.claim.ClaimEvent.AnswerBasis;
import claimtrail.event.claim.ClaimEvent.AppealFiled;
import claimtrail.event.claim.ClaimEvent.ClosedLine;
import claimtrail.event.claim.ClaimEvent.ClosingCause;
import claimtrail.event.claim.ClaimEvent.DayKnown;
import claimtrail.event.claim.ClaimEvent.DenialOverturned;
import claimtrail.event.claim.ClaimEvent.DenialUpheld;
import claimtrail.event.claim.ClaimEvent.Disposition;
import claimtrail.event.claim.ClaimEvent.EpisodeClosed;
import claimtrail.event.claim.ClaimEvent.Overturn;
import claimtrail.event.claim.ClaimEvent.OverturnedLine;
import claimtrail.event.claim.ClaimEvent.Refusal;
import claimtrail.event.claim.DecisionLine;
import claimtrail.event.claim.Finding.Result;
import claimtrail.event.claim.PayerDecision;
import claimtrail.simulator.bench.history.Answers.Verdict;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

/// What people make of a denial: they appeal it, up to two levels, or give it up.
final class Dispute {

    private static final LocalTime DESK = LocalTime.of(10, 0);
    private static final LocalTime MAIL = LocalTime.of(14, 0);

    private final Life life;
    private final Dice dice;
    private final List<DecisionLine> denied;

    Dispute(Life life, Dice dice, PayerDecision denial) {
        this.life = life;
        this.dice = dice;
        this.denied = denial.lines().stream()
                .filter(it -> it.finding().result() != Result.CLEAR)
                .toList();
    }

    void fight(LocalDate since) {
        if (dice.inThousand(250)) {
            giveUp(since.plusDays(dice.wait(10, 20)), ClosingCause.NOT_WORTH_IT);
            return;
        }
        appeal(1, since.plusDays(dice.wait(3, 15)));
    }

    private void appeal(int level, LocalDate filedOn) {
        life.tell(
                filedOn,
                DESK,
                new AppealFiled(
                        level,
                        level,
                        denied.stream().map(DecisionLine::no).toList(),
                        filedOn,
                        DayKnown.STATED,
                        false,
                        filedOn.plusDays(60),
                        "portal",
                        null));
        var heardOn = filedOn.plusDays(dice.wait(15, 25));
        if (dice.inThousand(100)) {
            return; // not heard of again
        }
        if (dice.inThousand(450)) {
            won(level, heardOn);
        } else {
            lost(level, heardOn);
        }
    }

    private void won(int appealNo, LocalDate on) {
        life.tell(
                on,
                MAIL,
                new DenialOverturned(
                        appealNo,
                        Overturn.OVERTURNED,
                        AnswerBasis.LETTER,
                        on,
                        DayKnown.STATED,
                        denied.stream()
                                .map(it ->
                                        new OverturnedLine(it.no(), it.finding().deniedCents(), null))
                                .toList(),
                        null));
        if (dice.inThousand(900)) {
            var paidOn = on.plusDays(dice.wait(5, 10));
            life.answer(paidOn, paidOn, Verdict.PAID);
        }
    }

    private void lost(int appealNo, LocalDate on) {
        life.tell(
                on,
                MAIL,
                new DenialUpheld(
                        appealNo,
                        Refusal.UPHELD,
                        AnswerBasis.LETTER,
                        on,
                        DayKnown.STATED,
                        denied.stream().map(DecisionLine::no).toList(),
                        on.plusDays(60),
                        null));
        if (appealNo == 1 && dice.inThousand(300)) {
            appeal(2, on.plusDays(dice.wait(3, 10)));
        } else if (dice.inThousand(500)) {
            giveUp(on.plusDays(dice.wait(5, 10)), ClosingCause.APPEALS_EXHAUSTED);
        }
    }

    private void giveUp(LocalDate on, ClosingCause cause) {
        life.tell(
                on,
                DESK,
                new EpisodeClosed(
                        denied.stream()
                                .map(it -> new ClosedLine(it.no(), it.finding().deniedCents()))
                                .toList(),
                        on,
                        Disposition.WRITTEN_OFF,
                        cause));
    }
}
