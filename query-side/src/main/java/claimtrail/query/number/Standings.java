package claimtrail.query.number;

import claimtrail.event.Envelope;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// How far a fold has read each stream.
@Component
final class Standings {

    private final JdbcClient jdbc;

    Standings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// The last fact counted of one stream.
    record Standing(long sequence, long position) {

        /// Whether a fact was counted before.
        ///
        /// @throws IllegalStateException if a fact between is missing: the fold must stop
        static boolean seen(@org.jspecify.annotations.Nullable Standing before, Envelope fact) {
            var next = before == null ? 0 : before.sequence() + 1;
            if (fact.sequence() > next) {
                throw new IllegalStateException(fact.streamType() + " " + fact.streamId() + " jumps from fact "
                        + (next - 1) + " to " + fact.sequence() + " at position " + fact.position());
            }
            return fact.sequence() < next;
        }

        static Standing after(Envelope fact) {
            return new Standing(fact.sequence(), fact.position());
        }
    }

    /// The standings of some streams; a stream without one has none yet.
    Map<UUID, Standing> of(String fold, Collection<UUID> streams) {
        var found = new HashMap<UUID, Standing>();
        jdbc.sql("""
                        select stream_id, sequence, position
                          from read_model.metric_standing where fold = ? and stream_id = any(?)
                        """).params(fold, streams.toArray(UUID[]::new)).query(row -> {
            found.put(
                    row.getObject("stream_id", UUID.class),
                    new Standing(row.getLong("sequence"), row.getLong("position")));
        });
        return found;
    }

    void keep(String fold, Map<UUID, Standing> standings) {
        var sorted = new TreeMap<>(standings);
        jdbc.sql("""
                        insert into read_model.metric_standing (fold, stream_id, sequence, position)
                        select ?, * from unnest(?::uuid[], ?::bigint[], ?::bigint[])
                        on conflict on constraint metric_standing_pk do update
                           set sequence = excluded.sequence, position = excluded.position
                        """)
                .params(
                        fold,
                        sorted.keySet().toArray(UUID[]::new),
                        sorted.values().stream().map(Standing::sequence).toArray(Long[]::new),
                        sorted.values().stream().map(Standing::position).toArray(Long[]::new))
                .update();
    }
}
