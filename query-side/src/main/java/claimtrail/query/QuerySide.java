package claimtrail.query;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.ConfigurableApplicationContext;

/// The side that reads: follows the log, keeps the ledger and its sums, answers and explains.
@SpringBootApplication
@ConfigurationPropertiesScan
public class QuerySide {

    QuerySide() {}

    /// Starts the query side. Ends with exit code 3 when it has said why it cannot start.
    ///
    /// @param args `--claimtrail.database.url=…` and whatever else query-side.yml names
    public static void main(String[] args) {
        try {
            start(args);
        } catch (RuntimeException failure) {
            if (StartFailures.reason(failure).isPresent()) {
                System.exit(StartFailures.EXIT_CODE);
            }
            throw failure;
        }
    }

    /// Starts this side on its own; settings as arguments (`--server.port=0`) stand above those of `query-side.yml`.
    public static ConfigurableApplicationContext start(String... args) {
        return new SpringApplicationBuilder(QuerySide.class)
                .web(WebApplicationType.SERVLET)
                .properties("spring.config.name=query-side")
                .run(args);
    }
}
