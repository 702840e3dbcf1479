package claimtrail.query.feed;

import java.util.Objects;
import java.util.function.Supplier;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/// Answers from one snapshot of the database, so that what is answered together belongs together.
@Component
public class Snapshot {

    private final TransactionTemplate transaction;
    private final JdbcTemplate jdbc;

    Snapshot(PlatformTransactionManager transactions, JdbcTemplate jdbc) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setReadOnly(true);
        this.transaction.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    /// The answer to a question that may read several times.
    public <A> A of(Supplier<A> question) {
        return Objects.requireNonNull(transaction.execute(_ -> {
            // Taken before anything is looked at: whoever puts other tables in place waits for this answer, or is over
            // before it begins.
            jdbc.execute("lock table read_model.edition in access share mode");
            return question.get();
        }));
    }
}
