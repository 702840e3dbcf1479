package claimtrail.query.integrity;

import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// How far a running verification has come, on whichever node, and the wish to stop it.
@Component
public class VerificationProgress {

    private final JdbcClient jdbc;

    VerificationProgress(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// How far one has come.
    ///
    /// @param checked facts read so far
    /// @param of facts in all
    /// @param at when this was so
    /// @param stopAsked somebody wants it to stop
    public record Progress(long checked, long of, Instant at, boolean stopAsked) {

        /// In whole percent.
        public long percent() {
            return of == 0 ? 100 : checked * 100 / of;
        }
    }

    /// The last that was said; empty if no verification ever ran.
    public Optional<Progress> now() {
        return jdbc.sql("select checked, of_facts, at, stop_asked from read_model.verification")
                .query((row, _) -> new Progress(
                        row.getLong(1), row.getLong(2), row.getTimestamp(3).toInstant(), row.getBoolean(4)))
                .optional();
    }

    void begin(long facts) {
        jdbc.sql("""
                        insert into read_model.verification (checked, of_facts, at) values (0, ?, clock_timestamp())
                        on conflict (only_row) do update
                           set checked = 0, of_facts = excluded.of_facts, at = excluded.at, stop_asked = false
                        """).param(facts).update();
    }

    /// Says how far it has come.
    ///
    /// @throws IntegrityTrouble if somebody wants it to stop
    void reached(long position) {
        var stop = jdbc.sql("""
                        update read_model.verification set checked = ?, at = clock_timestamp() returning stop_asked
                        """).param(position).query(Boolean.class).single();
        if (stop) {
            throw new IntegrityTrouble("It was stopped by hand, at fact %,d.".formatted(position));
        }
    }

    /// Wants the running verification to stop.
    void askToStop() {
        jdbc.sql("update read_model.verification set stop_asked = true").update();
    }
}
