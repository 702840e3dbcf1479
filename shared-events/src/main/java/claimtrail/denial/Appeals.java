package claimtrail.denial;

import claimtrail.denial.AppealReading.Ended;
import claimtrail.denial.AppealReading.Outcome;
import claimtrail.denial.PayerAnswers.Turn;
import claimtrail.denial.PayerDenials.FirstDenial;
import claimtrail.event.claim.ClaimEvent.AnswerBasis;
import claimtrail.event.claim.ClaimEvent.AppealFiled;
import claimtrail.event.claim.ClaimEvent.DayKnown;
import claimtrail.event.claim.ClaimEvent.DenialOverturned;
import claimtrail.event.claim.ClaimEvent.DenialUpheld;
import claimtrail.event.claim.ClaimEvent.OverturnedLine;
import claimtrail.event.claim.PayerDecision;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// How appeals ended: by a letter, by being withdrawn, or by money that says it before any letter.
final class Appeals {

    private Appeals() {}

    static List<AppealReading> of(SortedFacts facts, List<PayerDenials> payers) {
        var appeals = new ArrayList<AppealReading>(facts.appeals.size());
        var seen = 0;
        for (var filed : facts.appeals) {
            if (filed.appealNo() > seen) {
                seen = filed.appealNo();
                appeals.add(reading(filed, facts, payers));
            }
        }
        return appeals;
    }

    /// The payer whose denial a line number means on a day: the lowest sequence that denies it then, else the
    /// lowest that ever did.
    static @Nullable PayerDenials payerOf(int line, LocalDate day, List<PayerDenials> payers) {
        PayerDenials ever = null;
        for (var payer : payers) {
            if (payer.deniesOn(line, day)) {
                return payer;
            }
            if (ever == null && payer.of(line) != null) {
                ever = payer;
            }
        }
        return ever;
    }

    private static AppealReading reading(AppealFiled filed, SortedFacts facts, List<PayerDenials> payers) {
        var payer = filed.lines().isEmpty() ? null : payerOf(filed.lines().getFirst(), filed.filedOn(), payers);
        return new AppealReading(
                filed.appealNo(),
                filed.level(),
                payer == null ? 1 : payer.answers().payerSequence(),
                filed.lines(),
                filed.filedOn(),
                filed.dayBasis() == DayKnown.ASSUMED,
                filed.dueOn(),
                ended(filed, facts, payer));
    }

    private static @Nullable Ended ended(AppealFiled filed, SortedFacts facts, @Nullable PayerDenials payer) {
        var letter = letter(filed.appealNo(), facts);
        if (letter != null) {
            return letter;
        }
        var money = payer == null ? null : money(filed, payer);
        for (var withdrawn : facts.withdrawn) {
            if (withdrawn.appealNo() == filed.appealNo()
                    && (money == null || !money.on().isBefore(withdrawn.withdrawnOn()))) {
                return new Ended(Outcome.WITHDRAWN, AnswerBasis.LETTER, withdrawn.withdrawnOn(), false, List.of());
            }
        }
        return money;
    }

    /// The payer's word, the earliest first. An overturn announced on the ground of a remittance is not read:
    /// the money says it by itself.
    private static @Nullable Ended letter(int appealNo, SortedFacts facts) {
        Ended first = null;
        for (var it : facts.overturned) {
            if (it.appealNo() == appealNo && it.basis() == AnswerBasis.LETTER && first == null) {
                first = ended(it);
            }
        }
        for (var it : facts.upheld) {
            if (it.appealNo() == appealNo && (first == null || it.decidedOn().isBefore(first.on()))) {
                first = ended(it);
            }
        }
        return first;
    }

    private static Ended ended(DenialOverturned it) {
        var outcome = switch (it.outcome()) {
            case OVERTURNED -> Outcome.OVERTURNED;
            case PARTLY -> Outcome.PARTLY;
        };
        return new Ended(outcome, it.basis(), it.decidedOn(), it.dayBasis() == DayKnown.ASSUMED, it.lines());
    }

    private static Ended ended(DenialUpheld it) {
        var outcome = switch (it.outcome()) {
            case UPHELD -> Outcome.UPHELD;
            case DISMISSED -> Outcome.DISMISSED;
        };
        return new Ended(outcome, it.basis(), it.decidedOn(), it.dayBasis() == DayKnown.ASSUMED, List.of());
    }

    /// The first answer after the filing that leaves no denial on some line, or pays more on it than was paid
    /// before.
    private static @Nullable Ended money(AppealFiled filed, PayerDenials payer) {
        var disputed = new TreeMap<Integer, Gain>();
        for (var line : filed.lines()) {
            var denial = payer.of(line);
            if (denial != null) {
                disputed.put(denial.line(), new Gain(denial));
            }
        }
        var turns = payer.answers().turns();
        for (var place = 0; place < turns.size(); place++) {
            var turn = turns.get(place);
            if (turn.on().isBefore(filed.filedOn())) {
                continue;
            }
            switch (turn) {
                case Turn.Reversed it -> {
                    for (var gain : disputed.values()) {
                        gain.cents -= place > gain.denial.turn()
                                ? gain.denial.answers().takenBackCents(it)
                                : 0;
                    }
                }
                case Turn.Decided it -> {
                    var said = false;
                    for (var gain : disputed.values()) {
                        said |= !it.duplicateOnly() && place > gain.denial.turn() && gain.take(it.decision());
                    }
                    if (said) {
                        return overturned(it.decision(), disputed.values());
                    }
                }
            }
        }
        return null;
    }

    private static Ended overturned(PayerDecision decision, Iterable<Gain> disputed) {
        var lines = new ArrayList<OverturnedLine>();
        var all = true;
        for (var gain : disputed) {
            all &= gain.cured;
            if (gain.cured || gain.cents > 0) {
                var cents = Math.max(0, Math.min(gain.cents, gain.denial.cents()));
                lines.add(new OverturnedLine(gain.denial.line(), gain.denial.cents(), cents));
            }
        }
        return new Ended(
                all ? Outcome.OVERTURNED : Outcome.PARTLY,
                AnswerBasis.REMITTANCE,
                decision.decidedOn(),
                decision.dayBasis() == PayerDecision.DayBasis.ASSUMED,
                lines);
    }

    /// What has come of one disputed line since the filing.
    private static final class Gain {

        private final FirstDenial denial;
        private long cents;
        private boolean cured;

        private Gain(FirstDenial denial) {
            this.denial = denial;
        }

        /// Whether the answer takes the denial of this line back, wholly or in part.
        private boolean take(PayerDecision decision) {
            if (denial.answers().finding(decision) == null) {
                return false;
            }
            cents += denial.answers().paidCents(decision);
            cured = !denial.answers().denies(decision);
            return cured || cents > 0;
        }
    }
}
