package claimtrail.query.replay;

import claimtrail.query.claim.ClaimProjection;
import claimtrail.query.feed.Counting;
import claimtrail.query.feed.Editions;
import claimtrail.query.feed.LogReader;
import claimtrail.query.feed.Projection;
import claimtrail.query.feed.StreamCounting;
import claimtrail.query.feed.StreamRows;
import claimtrail.query.number.CountingParts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Those who count, set up a second time on the tables beside the live ones. They are the live classes:
/// only their connections say which tables are meant.
final class Counters implements AutoCloseable {

    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

    /// @param models what they keep
    /// @param projections all that keep lists live
    Counters(DataSource live, Collection<ReadModel> models, Collection<Projection> projections) {
        var beside = new Beside(live);
        context.registerBean(JdbcTemplate.class, () -> new JdbcTemplate(beside));
        context.registerBean(JdbcClient.class, () -> JdbcClient.create(context.getBean(JdbcTemplate.class)));
        context.registerBean(
                TransactionTemplate.class, () -> new TransactionTemplate(new JdbcTransactionManager(beside)));
        parts(models, projections).forEach(part -> context.registerBean(part));
        context.refresh();
    }

    private static List<Class<?>> parts(Collection<ReadModel> models, Collection<Projection> projections) {
        var parts = new ArrayList<Class<?>>(List.of(LogReader.class, Editions.class, StreamRows.class));
        parts.addAll(CountingParts.of(models.contains(ReadModel.NUMBERS)));
        if (models.contains(ReadModel.CLAIMS)) {
            parts.add(ClaimProjection.class);
        }
        projections.stream()
                .map(Object::getClass)
                .filter(type -> models.stream().anyMatch(model -> model.isKeptBy(type)))
                .forEach(parts::add);
        return parts;
    }

    /// Whole streams.
    StreamCounting streams() {
        return context.getBean(StreamCounting.class);
    }

    /// What comes after them.
    Counting batches() {
        return context.getBean(Counting.class);
    }

    /// The log, read in the same transactions.
    LogReader log() {
        return context.getBean(LogReader.class);
    }

    /// Transactions in which they count.
    TransactionTemplate transaction() {
        return context.getBean(TransactionTemplate.class);
    }

    /// Statements in these transactions; they name the live tables and mean those beside.
    JdbcTemplate jdbc() {
        return context.getBean(JdbcTemplate.class);
    }

    @Override
    public void close() {
        context.close();
    }
}
