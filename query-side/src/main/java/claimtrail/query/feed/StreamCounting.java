package claimtrail.query.feed;

import java.util.List;

/// Those who count whole streams into tables that hold nothing of them yet.
public interface StreamCounting {

    /// Counts streams, one after the other, each from its first fact on. Called inside a transaction.
    ///
    /// @throws IllegalStateException if a fact is missing or contradicts its stream
    void count(List<LogEntry> entries);
}
