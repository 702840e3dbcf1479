package claimtrail.command.store;

import java.util.List;
import org.axonframework.config.AggregateConfigurer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Hangs the aggregates of all capabilities into Axon.
@Configuration(proxyBeanMethods = false)
class AxonConfiguration {

    @Bean
    AxonCommands axonCommands(EventLog log, List<AggregateConfigurer<?>> aggregates) {
        return AxonCommands.start(log, aggregates);
    }

    @Bean
    CommandSender commandSender(AxonCommands axon) {
        return axon.sender();
    }
}
