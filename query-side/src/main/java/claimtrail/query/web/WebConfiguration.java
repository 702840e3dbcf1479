package claimtrail.query.web;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The clock of the rim. Nothing that counts reads it; only "today" does.
@Configuration(proxyBeanMethods = false)
class WebConfiguration {

    WebConfiguration() {}

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
