package claimtrail.command;

import claimtrail.command.claim.PatientTokens;
import claimtrail.command.claim.Patients;
import claimtrail.command.claim.TokenKey;
import claimtrail.command.store.EventLog;
import claimtrail.command.store.Vault;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/// Opens the log on the migrated database.
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
    PatientTokens patientTokens(LogSettings settings) {
        return new PatientTokens(TokenKey.of(settings.vault().tokenKey()));
    }

    @Bean
    Patients patients(EventLog log, PatientTokens tokens) {
        return new Patients(log.directory(), tokens);
    }
}
