package claimtrail.command;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Brings the schema up to date, once it is known that the server can carry it.
@Configuration(proxyBeanMethods = false)
class Migration {

    /// The oldest PostgreSQL on which both sides are tested.
    private static final int LEAST = 16;

    @Bean
    FlywayMigrationStrategy strategy() {
        return flyway -> {
            requireVersion(flyway.getConfiguration().getDataSource());
            flyway.migrate();
        };
    }

    private static void requireVersion(DataSource database) {
        try (var connection = database.getConnection()) {
            var server = connection.getMetaData();
            if (server.getDatabaseMajorVersion() < LEAST) {
                throw new CannotStart(
                        "The database is PostgreSQL %s, and the command side needs %d or later."
                                .formatted(server.getDatabaseProductVersion(), LEAST),
                        "Upgrade the server, or name another one in claimtrail.database.url.");
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the database cannot be asked for its version", e);
        }
    }
}
