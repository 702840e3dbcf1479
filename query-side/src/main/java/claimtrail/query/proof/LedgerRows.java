package claimtrail.query.proof;

import claimtrail.metric.Definition;
import claimtrail.proof.FigureSum;
import claimtrail.proof.Question;
import claimtrail.query.proof.Booked.Place;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Rows of the ledger, to be held against what the log makes of them.
@Component
final class LedgerRows {

    private static final String ROWS = """
            select p.fold, p.position, p.ordinal, p.event_id, p.measure, p.practice, p.payer, p.provider, p.facet,
                   p.event_day, p.cohort_day, p.amount
              from read_model.metric_posting p
            """;

    private static final int TOGETHER = 1000;

    private final JdbcClient jdbc;

    LedgerRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Those at some places.
    List<Booked> at(Collection<Place> places) {
        return jdbc.sql(ROWS + """
                          join unnest(:folds::text[], :positions::bigint[], :ordinals::int[]) as at (fold, position, ordinal)
                            on at.fold = p.fold and at.position = p.position and at.ordinal = p.ordinal
                        """)
                .param("folds", places.stream().map(Place::fold).toArray(String[]::new))
                .param("positions", places.stream().map(Place::position).toArray(Long[]::new))
                .param("ordinals", places.stream().map(Place::ordinal).toArray(Integer[]::new))
                .query((row, _) -> Booked.of(row))
                .list();
    }

    /// Those that may count in a figure, in the order of the log. They pass by one after another. To be called
    /// in a transaction.
    void of(Question question, Definition definition, Consumer<Booked> reader) {
        var days = question.days(definition);
        jdbc.sql(ROWS
                        + """
                         where p.fold = any(:folds) and p.practice = :practice and p.measure = any(:measures)
                           and p.position <= :asOf and p.%s between :from and :to
                           and (:payer::uuid is null or p.payer = :payer)
                           and (:provider::uuid is null or p.provider = :provider)
                         order by p.position, p.fold, p.ordinal
                        """.formatted(
                                        switch (days.basis()) {
                                            case EVENT -> "event_day";
                                            case SUBMISSION -> "cohort_day";
                                        }))
                .param("folds", question.folds().toArray(String[]::new))
                .param("practice", question.practice())
                .param("measures", FigureSum.measures(definition).toArray(String[]::new))
                .param("asOf", question.asOf())
                .param("from", days.from())
                .param("to", days.to())
                .param("payer", question.payer())
                .param("provider", question.provider())
                .withFetchSize(TOGETHER)
                .query(row -> {
                    reader.accept(Booked.of(row));
                });
    }
}
