package claimtrail.query.number;

import claimtrail.metric.Posting;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// The ledger, to write to. Nothing in it is ever changed.
@Component
final class Ledger implements PostingWriter {

    private final JdbcTemplate jdbc;

    Ledger(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void add(List<Posting> postings) {
        jdbc.batchUpdate(
                """
                insert into read_model.metric_posting (fold, position, ordinal, event_id, measure, practice, payer,
                       provider, facet, event_day, cohort_day, amount)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                postings.stream()
                        .map(posting -> new Object[] {
                            posting.cell().fold(),
                            posting.position(),
                            posting.ordinal(),
                            posting.eventId(),
                            posting.cell().measure().id(),
                            posting.cell().practice(),
                            posting.cell().payer(),
                            posting.cell().provider(),
                            posting.cell().facet(),
                            posting.cell().eventDay(),
                            posting.cell().cohortDay(),
                            posting.amount()
                        })
                        .toList());
    }
}
