package claimtrail.command;

import claimtrail.command.claim.Patients;
import claimtrail.command.claim.TokenKey;
import claimtrail.command.store.AxonCommands;
import claimtrail.command.store.CommandSender;
import claimtrail.command.store.EventLog;
import claimtrail.command.store.Vault;
import java.util.List;
import org.axonframework.config.AggregateConfigurer;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/// Opens the log on the migrated database and hangs the aggregates into Axon.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LogSettings.class)
class LogConfiguration {

    @Bean
    @DependsOnDatabaseInitialization
    EventLog eventLog(LogSettings settings) {
        var database = settings.database();
        var connections = new DriverManagerDataSource(database.url(), database.user(), database.password()); // no pool
        return EventLog.open(connections, Vault.developmentKey(settings.vault().masterKey()));
    }

    @Bean
    AxonCommands axonCommands(EventLog log, List<AggregateConfigurer<?>> aggregates) {
        return AxonCommands.start(log, aggregates);
    }

    @Bean
    CommandSender commandSender(AxonCommands axon) {
        return axon.sender();
    }

    @Bean
    Patients patients(EventLog log, LogSettings settings) {
        return new Patients(log.directory(), TokenKey.of(settings.vault().tokenKey()));
    }
}
