package claimtrail.command;

import java.time.Clock;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.annotation.EnableScheduling;

/// The command side as a program of its own: takes commands and files, decides, and keeps the log.
@SpringBootApplication(proxyBeanMethods = false)
@EnableScheduling
public class CommandSide {

    /// Starts the command side. Ends with exit code 3 when it has said why it cannot start.
    ///
    /// @param args `--claimtrail.database.url=…` and whatever else command-side.yml names
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

    /// Starts the command side beside others in one JVM; close what is returned to stop it.
    ///
    /// @param args as on the command line
    public static ConfigurableApplicationContext start(String... args) {
        return new SpringApplicationBuilder(CommandSide.class)
                .properties("spring.config.name=command-side")
                .run(args);
    }

    /// The wall clock: doors look at it, deciders never do.
    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
