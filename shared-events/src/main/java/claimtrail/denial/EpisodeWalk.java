package claimtrail.denial;

import claimtrail.denial.Episode.Movement;
import claimtrail.denial.Episode.Opening;
import claimtrail.denial.Episode.Overturned;
import claimtrail.denial.Episode.Recovery;
import claimtrail.denial.Episode.State;
import claimtrail.denial.PayerAnswers.Turn;
import claimtrail.denial.PayerDenials.FirstDenial;
import claimtrail.event.claim.ClaimEvent.AnswerBasis;
import claimtrail.event.claim.PayerDecision;
import claimtrail.event.claim.PayerDecision.DayBasis;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The life of one denied line, told once from its first denial to the last fact.
final class EpisodeWalk {

    /// The practice, not the payer, ends the episode: written off, moved to the patient, given up, voided.
    record GivenUp(LocalDate on, Road road) {}

    private final FirstDenial denial;
    private final PayerAnswers payer;
    private final List<AppealReading> appeals;
    private final List<Movement> movements = new ArrayList<>(1);
    private final List<Recovery> recoveries = new ArrayList<>(1);
    private final List<PayerDecision> standing = new ArrayList<>(2);
    private final Set<String> takenBackEarly = new HashSet<>(0);
    private final Map<String, Road> roads = new HashMap<>(1);
    private @Nullable Road closedBy;
    private boolean givenUp;
    private int denials;

    private EpisodeWalk(FirstDenial denial, PayerAnswers payer, List<AppealReading> appeals) {
        this.denial = denial;
        this.payer = payer;
        this.appeals = appeals;
    }

    /// @param appeals those that dispute the line, in the order of filing
    /// @param ends in the order of their days; each counts if the episode is open at the end of its day
    static Episode of(FirstDenial denial, PayerAnswers payer, List<AppealReading> appeals, List<GivenUp> ends) {
        var walk = new EpisodeWalk(denial, payer, appeals);
        walk.tell(ends);
        return walk.episode();
    }

    private void tell(List<GivenUp> ends) {
        var next = 0;
        for (var place = 0; place < payer.turns().size(); place++) {
            var turn = payer.turns().get(place);
            var later = place > denial.turn();
            while (later && next < ends.size() && ends.get(next).on().isBefore(turn.on())) {
                giveUp(ends.get(next++));
            }
            switch (turn) {
                case Turn.Decided it when !it.duplicateOnly() -> decided(it.decision(), later);
                case Turn.Decided _ -> {}
                case Turn.Reversed it -> reversed(it, place, later);
            }
        }
        while (next < ends.size()) {
            giveUp(ends.get(next++));
        }
    }

    private void decided(PayerDecision decision, boolean later) {
        var about = denial.answers();
        if (later) {
            var cents = about.paidCents(decision);
            if (cents != 0) {
                var road = road(decision);
                roads.put(decision.key(), road);
                recoveries.add(new Recovery(paidOn(decision), road, cents));
            }
        }
        if (about.finding(decision) != null) {
            denials += about.denies(decision) ? 1 : 0;
            if (!takenBackEarly.contains(decision.key())) {
                standing.add(decision);
                settle(decision.decidedOn(), later);
            }
        }
    }

    private void reversed(Turn.Reversed reversed, int place, boolean later) {
        var takesBack = reversed.takesBack();
        if (later) {
            var cents = denial.answers().takenBackCents(reversed);
            if (cents != 0) {
                recoveries.add(new Recovery(reversed.on(), roadBack(takesBack, reversed.on(), place), -cents));
            }
        }
        if (takesBack != null) {
            if (standing.remove(takesBack)) {
                settle(reversed.on(), later);
            } else {
                takenBackEarly.add(takesBack.key());
            }
        }
    }

    /// Opens or closes by the payer's last word that stands. While none stands, a denial is not cured.
    private void settle(LocalDate on, boolean later) {
        if (!later || givenUp) {
            return;
        }
        var last = standing.isEmpty() ? null : standing.getLast();
        var denied = last == null || denial.answers().denies(last);
        if (last != null && !denied && closedBy == null) {
            closedBy = road(last);
            movements.add(new Movement(on, closedBy, true));
        } else if (denied && closedBy != null) {
            movements.add(new Movement(on, closedBy, false));
            closedBy = null;
        }
    }

    private void giveUp(GivenUp end) {
        if (closedBy == null) {
            var openedOn = denial.decision().decidedOn();
            closedBy = end.road();
            givenUp = true;
            movements.add(new Movement(end.on().isBefore(openedOn) ? openedOn : end.on(), closedBy, true));
        }
        // Nothing opens again on a bill that was taken back.
        givenUp |= end.road() == Road.VOIDED;
    }

    private Road road(PayerDecision decision) {
        for (var appeal : appeals) {
            if (appeal.explains(decision.decidedOn())) {
                return Road.APPEAL;
            }
        }
        return decision.claimVersion() > denial.decision().claimVersion() ? Road.CORRECTION : Road.PAYER;
    }

    /// Money goes back the road it came; what was paid when the line was denied goes the road of the next
    /// answer, of which the taking back is the first half.
    private Road roadBack(@Nullable PayerDecision takesBack, LocalDate on, int place) {
        var came = takesBack == null ? null : roads.get(takesBack.key());
        if (came != null) {
            return came;
        }
        for (var turn : payer.turns().subList(place, payer.turns().size())) {
            if (turn instanceof Turn.Decided it && denial.answers().finding(it.decision()) != null) {
                return road(it.decision());
            }
        }
        return appeals.stream().anyMatch(appeal -> appeal.explains(on)) ? Road.APPEAL : Road.PAYER;
    }

    private static LocalDate paidOn(PayerDecision decision) {
        return decision.paidOn() == null ? decision.decidedOn() : decision.paidOn();
    }

    private Episode episode() {
        var decision = denial.decision();
        var overturned = overturned();
        var opened = new Opening(
                decision.decidedOn(),
                decision.dayBasis() == DayBasis.ASSUMED,
                denial.cents(),
                decision.key(),
                decision.claimVersion(),
                denial.finding(),
                decision.appealable(),
                decision.appealLastDay());
        return new Episode(
                denial.line(),
                payer.payerSequence(),
                decision.payer(),
                opened,
                state(overturned),
                appeals.isEmpty() ? 0 : appeals.getLast().level(),
                movements,
                recoveries,
                overturned,
                appeals.stream().map(AppealReading::appealNo).toList(),
                denials);
    }

    private List<Overturned> overturned() {
        var overturned = new ArrayList<Overturned>(appeals.size());
        var left = denial.cents();
        for (var appeal : appeals) {
            var ended = appeal.ended();
            if (ended == null || !ended.outcome().isOverturn()) {
                continue;
            }
            for (var line : ended.lines()) {
                if (line.no() == denial.line() || denial.line() == 0) {
                    var named = line.overturnedCents();
                    var cents = Math.min(left, named == null ? denial.cents() : named);
                    left -= cents;
                    overturned.add(new Overturned(appeal.appealNo(), ended.on(), cents, named != null));
                }
            }
        }
        return overturned;
    }

    private State state(List<Overturned> overturned) {
        if (closedBy != null) {
            return State.CLOSED;
        }
        if (appeals.isEmpty()) {
            return State.OPEN;
        }
        var last = appeals.getLast();
        var ended = last.ended();
        if (ended == null) {
            return State.APPEALED;
        }
        return switch (ended.outcome()) {
            case WITHDRAWN -> State.OPEN;
            case UPHELD, DISMISSED -> State.UPHELD;
            case OVERTURNED, PARTLY -> won(last, ended.basis(), overturned);
        };
    }

    /// A letter that takes this line's denial back waits for money, until the money has come.
    private State won(AppealReading appeal, AnswerBasis basis, List<Overturned> overturned) {
        var cents = overturned.stream().mapToLong(Overturned::cents).sum();
        var own = overturned.stream().anyMatch(each -> each.appealNo() == appeal.appealNo());
        if (!own) {
            return State.UPHELD;
        }
        var paid = recoveries.stream().mapToLong(Recovery::cents).sum();
        return basis == AnswerBasis.LETTER && paid < cents ? State.OVERTURNED : State.OPEN;
    }
}
