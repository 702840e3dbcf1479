package claimtrail.command.automation;

import claimtrail.command.store.EventLog;
import claimtrail.event.claim.ClaimEvent;
import claimtrail.event.json.EventJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Reads claims from the log, many at a time: what waits together is one query.
@Component
final class Claims {

    private static final int TOGETHER = 256; // streams

    private final EventLog log;
    private final JdbcClient database;

    Claims(EventLog log, JdbcClient database) {
        this.log = log;
        this.database = database;
    }

    /// All claims of the log by their practice, whatever was remembered of them.
    Map<UUID, List<UUID>> byPractice() {
        var all = new TreeMap<UUID, List<UUID>>();
        database.sql("""
                select practice, stream_id from event_store.event
                 where stream_type = 'claim' and sequence = 0 and practice is not null
                 order by position
                """).query(row -> {
            all.computeIfAbsent(row.getObject(1, UUID.class), _ -> new ArrayList<>())
                    .add(row.getObject(2, UUID.class));
        });
        return all;
    }

    KnownClaim read(UUID claim) {
        var facts = new ArrayList<ClaimEvent>();
        for (var stored : log.streams().read(claim, 0)) {
            var envelope = stored.envelope();
            if (EventJson.read(envelope.name(), envelope.version(), stored.payload()) instanceof ClaimEvent it) {
                facts.add(it);
            }
        }
        return new KnownClaim(claim, facts);
    }

    /// Does something with each claim, and gives what came of it, in the order of the claims.
    <R> List<R> each(List<UUID> claims, Function<KnownClaim, R> work) {
        return together(claims, claim -> work.apply(read(claim)));
    }

    /// Reads claims and hands them on, not more at a time than memory holds.
    void some(List<UUID> claims, Consumer<List<KnownClaim>> work) {
        for (var from = 0; from < claims.size(); from += TOGETHER) {
            work.accept(each(claims.subList(from, Math.min(from + TOGETHER, claims.size())), it -> it));
        }
    }

    /// Does something with each, many at a time, on threads that see nothing of the caller's transaction.
    <T, R> List<R> together(List<T> all, Function<T, R> work) {
        var results = new ArrayList<R>(all.size());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var from = 0; from < all.size(); from += TOGETHER) {
                var started = all.subList(from, Math.min(from + TOGETHER, all.size())).stream()
                        .map(it -> threads.submit(() -> work.apply(it)))
                        .toList();
                for (var one : started) {
                    results.add(one.get());
                }
            }
            return results;
        } catch (ExecutionException e) {
            throw new IllegalStateException("a claim could not be worked on", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
