package claimtrail.denial;

import claimtrail.denial.PayerAnswers.Turn;
import claimtrail.event.claim.Finding;
import claimtrail.event.claim.Finding.Result;
import claimtrail.event.claim.PayerDecision;
import java.time.LocalDate;
import java.util.Collection;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Which lines one payer has denied, each with the answer that did so first.
///
/// An answer without lines that denies opens one episode for the claim as a whole; from then on that episode
/// covers all lines.
final class PayerDenials {

    /// The first denial of one line.
    ///
    /// @param line the number the line had when it first appeared; 0 = the claim as a whole
    /// @param turn place of the denying answer among the turns of its payer
    record FirstDenial(int line, int turn, PayerDecision decision, Finding finding, LineAnswers answers) {

        /// The amount of the episode; 0 where a mutilated record does not tell.
        long cents() {
            return decision.amountsKnown() ? finding.deniedCents() : 0;
        }
    }

    private final PayerAnswers answers;
    private final SequencedMap<Integer, FirstDenial> byLine = new TreeMap<>();
    private boolean whole;

    PayerDenials(PayerAnswers answers, Versions versions) {
        this.answers = answers;
        for (var turn = 0; turn < answers.turns().size(); turn++) {
            if (answers.turns().get(turn) instanceof Turn.Decided it && !it.duplicateOnly()) {
                open(it.decision(), turn, versions);
            }
        }
    }

    private void open(PayerDecision decision, int turn, Versions versions) {
        if (whole) {
            return;
        }
        var hasLines = LineAnswers.hasLines(decision);
        if (!hasLines && !byLine.isEmpty()) {
            return;
        }
        for (var line : decision.lines()) {
            if (line.finding().result() != Result.CLEAR) {
                var first = versions.firstNo(decision.claimVersion(), line.no());
                if (!byLine.containsKey(first)) {
                    var lowest = byLine.isEmpty() || first < byLine.firstEntry().getKey();
                    var part = !hasLines && versions.isPart(decision) ? decision : null;
                    var about = new LineAnswers(versions, first, !hasLines, lowest, part);
                    byLine.put(first, new FirstDenial(first, turn, decision, line.finding(), about));
                    whole |= !hasLines;
                }
            }
        }
    }

    PayerAnswers answers() {
        return answers;
    }

    Collection<FirstDenial> all() {
        return byLine.values();
    }

    /// The denial that a line number of an appeal, closing or link means; absent when there is none.
    @Nullable
    FirstDenial of(int line) {
        return byLine.get(whole ? 0 : line);
    }

    /// Whether a line number of an appeal, closing or link means this denial.
    boolean means(int line, FirstDenial denial) {
        return denial.line() == (whole ? 0 : line);
    }

    /// Whether the payer's last word on a line by the end of a day is a denial.
    boolean deniesOn(int line, LocalDate day) {
        var denial = of(line);
        if (denial == null || denial.decision().decidedOn().isAfter(day)) {
            return false;
        }
        var denies = true;
        for (var turn : answers.turns().subList(denial.turn(), answers.turns().size())) {
            if (turn.on().isAfter(day)) {
                break;
            }
            if (turn instanceof Turn.Decided it
                    && !it.duplicateOnly()
                    && denial.answers().finding(it.decision()) != null) {
                denies = denial.answers().denies(it.decision());
            }
        }
        return denies;
    }
}
