package claimtrail.query.proof;

import org.springframework.boot.context.properties.ConfigurationProperties;

/// How a figure is counted again; units and reasons stand in `query-side.yml`.
///
/// @param threads that count, each with a connection to the database; 0: one for each processor, at most half
///     the pool
@ConfigurationProperties("claimtrail.proof")
public record ProofSettings(int threads) {

    private static final int MOST = 8;

    int counting() {
        return threads > 0 ? threads : Math.min(MOST, Runtime.getRuntime().availableProcessors());
    }
}
