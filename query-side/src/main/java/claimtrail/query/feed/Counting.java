package claimtrail.query.feed;

import java.util.List;

/// Those who count. Called inside the transaction that moves the token, with the facts of whole streams in order.
public interface Counting {

    /// The processor's name: who counts, in which version.
    String fold();

    /// Counts a batch. A fact counted before is skipped.
    ///
    /// @throws IllegalStateException if a fact is missing or contradicts its stream: the fold must stop, not guess
    void count(List<LogEntry> batch);
}
