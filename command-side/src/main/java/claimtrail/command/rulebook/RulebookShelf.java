package claimtrail.command.rulebook;

import claimtrail.command.Command;
import claimtrail.command.claim.Parties;
import claimtrail.command.web.Practices;
import claimtrail.event.Ids;
import claimtrail.event.json.EventJson;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Keeps [InForce] up with the log. What this node wrote is known before its writer is answered; what another
/// node wrote, a fifth of a second later, or at once when somebody is about to be told that it is unknown.
@Component
public final class RulebookShelf implements Parties, Practices {

    private static final int PAGE = 1_000; // events

    private static final String HEAD = "select position from event_store.log_head";

    /// The list of stream types is the one of the index that serves this question.
    private static final String FACTS = """
            select e.position, e.stream_id, e.practice, e.name, e.version, e.payload
              from event_store.event e
             where e.position > ? and e.position <= ?
               and e.stream_type in ('practice', 'provider', 'payer', 'reference', 'policy', 'pattern')
             order by e.position
             limit ?
            """;

    private final JdbcClient database;
    private final InForce inForce = new InForce();
    private final ReentrantLock reading = new ReentrantLock();
    private volatile long position;

    RulebookShelf(JdbcClient database) {
        this.database = database;
    }

    /// What is known at this moment.
    public InForce inForce() {
        return inForce;
    }

    /// Reads what was written since the last time.
    ///
    /// @return whether there was anything new
    @Scheduled(fixedDelayString = "${claimtrail.rulebook.look-every-millis}")
    public boolean catchUp() {
        reading.lock();
        try {
            var before = position;
            var head = database.sql(HEAD).query(Long.class).single();
            while (position < head) {
                position = read(head);
            }
            return position > before;
        } finally {
            reading.unlock();
        }
    }

    /// Reads at least up to a position, unless that was done.
    public void catchUpTo(long written) {
        if (position < written) {
            catchUp();
        }
    }

    @Override
    public Optional<UUID> practice(String idOrNumber) {
        return inForce.practice(idOrNumber).or(() -> catchUp() ? inForce.practice(idOrNumber) : Optional.empty());
    }

    @Override
    public ZoneId zone(UUID practice) {
        return inForce.zone(practice).orElse(ZoneOffset.UTC);
    }

    @Override
    public UUID payer(UUID practice, String named) {
        return inForce.payer(practice, named)
                .or(() -> catchUp() ? inForce.payer(practice, named) : Optional.empty())
                .orElseGet(() -> Ids.named("unknown payer", practice.toString(), named));
    }

    @Override
    public UUID provider(UUID practice, String named) {
        return inForce.provider(practice, named)
                .or(() -> catchUp() ? inForce.provider(practice, named) : Optional.empty())
                .orElseGet(() -> Ids.named("unknown provider", practice.toString(), named));
    }

    /// One page.
    ///
    /// @return position up to which everything is known now
    private long read(long head) {
        var page = database.sql(FACTS)
                .params(position, head, PAGE)
                .query(RulebookShelf::fact)
                .list();
        inForce.add(page.stream().map(At::fact).toList());
        return page.size() < PAGE ? head : page.getLast().position();
    }

    private record At(long position, InForce.Fact fact) {}

    private static At fact(ResultSet row, int number) throws SQLException {
        var practice = row.getObject("practice", UUID.class);
        return new At(
                row.getLong("position"),
                new InForce.Fact(
                        row.getObject("stream_id", UUID.class),
                        practice == null ? Command.PLATFORM : practice,
                        EventJson.read(row.getString("name"), row.getInt("version"), row.getBytes("payload"))));
    }
}
