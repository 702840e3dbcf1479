package claimtrail.query.proof;

import claimtrail.metric.Definition;
import claimtrail.metric.Posting;
import claimtrail.proof.FigureSum;
import claimtrail.proof.Question;
import claimtrail.query.feed.LogEntry;
import claimtrail.query.proof.Booked.Place;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Counts a share of the streams for one figure, and looks each posting of it up in the ledger. In memory are
/// the standing of one stream and some hundred postings.
final class Recount implements LogShares.Share {

    private static final int TOGETHER = 500;

    private final StreamShare streams;
    private final FigureSum sum;
    private final LedgerRows ledger;
    private final Differences differences = new Differences();
    private final Map<Place, Booked> waiting = new HashMap<>();
    private long found;

    Recount(Question question, Definition definition, LedgerRows ledger) {
        this.streams = new StreamShare(question.folds(), this::posted);
        this.sum = new FigureSum(question, definition);
        this.ledger = ledger;
    }

    @Override
    public void read(LogEntry entry) {
        streams.read(entry);
    }

    private void posted(Posting posting) {
        if (sum.takes(posting.cell())) {
            sum.add(posting.cell(), posting.amount());
            var booked = Booked.of(posting);
            waiting.put(booked.place(), booked);
            if (waiting.size() == TOGETHER) {
                compare();
            }
        }
    }

    @Override
    public void end() {
        compare();
    }

    private void compare() {
        if (waiting.isEmpty()) {
            return;
        }
        for (var stored : ledger.at(waiting.keySet())) {
            var again = waiting.remove(stored.place());
            if (counts(stored)) {
                found++;
            }
            if (!stored.equals(again)) {
                differ(stored, again);
            }
        }
        waiting.values().forEach(missing -> differ(null, missing));
        waiting.clear();
    }

    private boolean counts(Booked stored) {
        return stored.cell().filter(sum::takes).isPresent();
    }

    private void differ(@Nullable Booked stored, @Nullable Booked again) {
        differences.add(Booked.between(stored, again));
    }

    /// What its streams add up to.
    FigureSum sum() {
        return sum;
    }

    /// How many rows of the ledger that count in the figure were met.
    long found() {
        return found;
    }

    Differences differences() {
        return differences;
    }

    long events() {
        return streams.events();
    }

    long streams() {
        return streams.streams();
    }
}
