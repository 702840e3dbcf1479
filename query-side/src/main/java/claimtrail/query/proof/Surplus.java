package claimtrail.query.proof;

import claimtrail.metric.Definition;
import claimtrail.metric.Posting;
import claimtrail.proof.FigureSum;
import claimtrail.proof.Question;
import claimtrail.query.feed.LogReader;
import claimtrail.query.proof.Booked.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Finds rows of the ledger that count in a figure and that the log does not make. Only asked when there are
/// more rows than the log makes: then each row's stream is counted again.
@Component
final class Surplus {

    private static final int TOGETHER = 500;

    private final LogReader log;
    private final LedgerRows ledger;
    private final TransactionTemplate reading;

    Surplus(LogReader log, LedgerRows ledger, PlatformTransactionManager transactions) {
        this.log = log;
        this.ledger = ledger;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
    }

    Differences of(Question question, Definition definition) {
        var differences = new Differences();
        var sum = new FigureSum(question, definition);
        var some = new LinkedHashMap<Place, Booked>();
        reading.executeWithoutResult(_ -> {
            ledger.of(question, definition, row -> {
                if (row.cell().filter(sum::takes).isPresent()) {
                    some.put(row.place(), row);
                }
                if (some.size() == TOGETHER) {
                    compare(question, sum, some, differences);
                }
            });
            compare(question, sum, some, differences);
        });
        return differences;
    }

    private void compare(Question question, FigureSum sum, Map<Place, Booked> some, Differences differences) {
        var again = counted(question, new ArrayList<>(some.values()));
        for (var row : some.values()) {
            var made = again.get(row.place());
            // Where the log makes a posting of this figure too, the place has been compared already.
            if (made == null || !(row.equals(Booked.of(made)) || sum.takes(made.cell()))) {
                differences.add(Booked.between(row, made == null ? null : Booked.of(made)));
            }
        }
        some.clear();
    }

    /// What the log makes of the streams of some rows, by place.
    private Map<Place, Posting> counted(Question question, List<Booked> rows) {
        var streams = log.at(rows.stream().map(row -> row.place().position()).toList()).stream()
                .map(entry -> entry.envelope().streamId())
                .distinct()
                .toList();
        var made = new HashMap<Place, Posting>();
        var share = new StreamShare(
                question.folds(), posting -> made.put(Booked.of(posting).place(), posting));
        log.streams(streams, question.asOf()).forEach(share::read);
        return made;
    }
}
