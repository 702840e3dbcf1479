package claimtrail.command.automation;

import claimtrail.command.store.EventLog;
import claimtrail.event.claim.ClaimEvent;
import claimtrail.event.json.EventJson;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/// Reads claims from the log, many at a time: what waits together is one query.
@Component
final class Claims {

    private static final int TOGETHER = 256; // streams

    private final EventLog log;

    Claims(EventLog log) {
        this.log = log;
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
        var results = new ArrayList<R>(claims.size());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var from = 0; from < claims.size(); from += TOGETHER) {
                var started = claims.subList(from, Math.min(from + TOGETHER, claims.size())).stream()
                        .map(claim -> threads.submit(() -> work.apply(read(claim))))
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
