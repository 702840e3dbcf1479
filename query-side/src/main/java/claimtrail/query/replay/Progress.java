package claimtrail.query.replay;

import claimtrail.query.replay.Replay.State;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.jdbc.core.simple.JdbcClient;

/// How far the replay of this node is: told to all nodes with each beat, which tells in return whether it
/// is to go on.
final class Progress {

    private final JdbcClient jdbc;
    private final long replay;
    private final String node;
    private final State doing;
    private final AtomicLong done = new AtomicLong();
    private volatile String phase = "";
    private volatile boolean counting;
    private volatile boolean goesOn = true;
    private long beatAt = System.nanoTime();

    /// @param doing the state in which it goes on
    Progress(JdbcClient jdbc, long replay, String node, State doing) {
        this.jdbc = jdbc;
        this.replay = replay;
        this.node = node;
        this.doing = doing;
    }

    /// Facts are counted from now on.
    void begin(String what, long before, long total) {
        jdbc.sql("update read_model.replay set total = ?, done = ?, phase = ? where replay_id = ?")
                .params(total, before, what, replay)
                .update();
        phase = what;
        done.set(before);
        beat();
        counting = true;
    }

    /// What it does now is something else than counting facts.
    void says(String what) {
        beat();
        counting = false;
        phase = what;
        beat();
    }

    void counted(long facts) {
        done.addAndGet(facts);
    }

    /// Whether it is still wanted, and still this node's.
    boolean goesOn() {
        return goesOn;
    }

    /// Has it stop as soon as it can.
    void stop() {
        goesOn = false;
    }

    /// Tells and asks.
    synchronized void beat() {
        var now = System.nanoTime();
        var millis = counting ? TimeUnit.NANOSECONDS.toMillis(now - beatAt) : 0;
        beatAt = now;
        var mine = jdbc.sql("""
                        update read_model.replay
                           set heartbeat_at = clock_timestamp(), loading_millis = loading_millis + :millis,
                               done = case when :counting then :done else done end,
                               phase = case when state = :doing then :phase else phase end
                         where replay_id = :replay and node = :node
                        returning state
                        """)
                .param("millis", millis)
                .param("counting", counting)
                .param("done", done.get())
                .param("phase", phase)
                .param("doing", doing.name())
                .param("replay", replay)
                .param("node", node)
                .query(String.class)
                .optional();
        if (!mine.equals(Optional.of(doing.name()))) {
            goesOn = false;
        }
    }
}
