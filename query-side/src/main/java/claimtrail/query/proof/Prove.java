package claimtrail.query.proof;

import claimtrail.metric.Definition;
import claimtrail.metric.Facets;
import claimtrail.metric.claim.ClaimFold;
import claimtrail.proof.FigureSum;
import claimtrail.proof.HistoryBroken;
import claimtrail.proof.Question;
import claimtrail.query.job.Outcome.Difference;
import claimtrail.query.number.Definitions;
import claimtrail.query.number.Figures;
import claimtrail.query.number.Value;
import claimtrail.query.proof.Proof.Verdict;
import claimtrail.query.web.Asked;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Counts one figure again, from the log alone and with the very folds that run live, and holds it against what
/// is shown: the figure itself, and every posting that is said to make it.
@Component
public class Prove {

    private final Figures figures;
    private final Questions questions;
    private final LogShares shares;
    private final LedgerRows ledger;
    private final Surplus surplus;
    private final Chain chain;
    private final TransactionTemplate reading;

    Prove(
            Figures figures,
            Questions questions,
            LogShares shares,
            LedgerRows ledger,
            Surplus surplus,
            Chain chain,
            PlatformTransactionManager transactions) {
        this.figures = figures;
        this.questions = questions;
        this.shares = shares;
        this.ledger = ledger;
        this.surplus = surplus;
        this.chain = chain;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
    }

    /// The proof of a figure.
    ///
    /// @param only postings with one of these facets
    public Proof prove(Asked asked, claimtrail.query.number.Definition shown, Facets only) {
        var started = System.nanoTime();
        var stored = figures.value(asked, shown, only);
        var definition = Definitions.arithmetic(shown);
        var found = new Found();
        try {
            count(found, questions.of(asked, definition, only), definition);
            compare(found, stored);
        } catch (HistoryBroken e) {
            found.figure = null;
            found.differences.add(new Difference("event", e.says(), e.position(), null, null));
        }
        var hashed = chain.hash(asked.asOf());
        return new Proof(
                definition.id(),
                definition.version(),
                stored,
                found.figure,
                found.question == null ? null : found.question.looked(),
                found.differences.first(),
                found.differences.count(),
                found.differences.count() == 0 ? Verdict.SAME : Verdict.DIFFERENT,
                found.events,
                found.streams,
                found.postings,
                shares.threads(),
                TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - started),
                asked.fold(),
                found.question == null ? java.util.List.of() : found.question.folds(),
                ClaimFold.version(asked.fold()).orElseThrow().rule().name(),
                hashed);
    }

    /// What was found so far.
    private static final class Found {
        private final Differences differences = new Differences();
        private @Nullable Question question;
        private Definition.@Nullable Figure figure;
        private long events;
        private long streams;
        private long postings;
    }

    private void count(Found found, Question question, Definition definition) {
        found.question = question;
        var sum = new FigureSum(question, definition);
        var rows = 0L;
        for (var share : shares.read(
                question.practice(),
                Questions.types(question),
                question.asOf(),
                () -> new Recount(question, definition, ledger))) {
            sum.add(share.sum());
            rows += share.found();
            found.differences.add(share.differences());
            found.events += share.events();
            found.streams += share.streams();
        }
        found.figure = sum.figure();
        found.postings = sum.postings();
        if (booked(question, definition) != rows) {
            found.differences.add(surplus.of(question, definition));
        }
    }

    /// How many rows of the ledger count in the figure.
    private long booked(Question question, Definition definition) {
        var sum = new FigureSum(question, definition);
        reading.executeWithoutResult(_ -> ledger.of(question, definition, row -> {
            row.cell().filter(sum::takes).ifPresent(cell -> sum.add(cell, row.amount()));
        }));
        return sum.postings();
    }

    /// The ledger may be right, and what was added up from it not.
    private static void compare(Found found, Value stored) {
        var again = Objects.requireNonNull(found.figure);
        if (stored.numerator() != again.numerator()
                || !Objects.equals(stored.denominator(), again.denominator())
                || !same(stored.value(), again.value())) {
            found.differences.add(new Difference(
                    "figure",
                    "the figure as it is shown" + (found.differences.count() == 0 ? "; its postings are right" : ""),
                    null,
                    stored.numerator(),
                    again.numerator()));
        }
    }

    private static boolean same(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        return one == null ? other == null : other != null && one.compareTo(other) == 0;
    }
}
