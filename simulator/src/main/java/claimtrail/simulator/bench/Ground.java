package claimtrail.simulator.bench;

import java.net.URI;
import java.util.List;

/// What a benchmark stands on: a PostgreSQL of its own, which keeps its word about durability, with an empty log or one
/// that an earlier run has filled.
public interface Ground extends AutoCloseable {

    /// Where the database is.
    String url();

    /// Who owns the log in it.
    String owner();

    /// Starts the reading side upon the log.
    ///
    /// @param settings arguments that stand above all others
    Reading read(List<String> settings);

    /// Stops the database.
    @Override
    void close();

    /// A reading side that runs.
    interface Reading extends AutoCloseable {

        /// Where it answers.
        URI address();

        @Override
        void close();
    }
}
