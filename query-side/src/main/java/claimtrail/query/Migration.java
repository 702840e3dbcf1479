package claimtrail.query;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Brings the schema up to date, once it is known that the server can carry it and that there is a log to read.
@Configuration(proxyBeanMethods = false)
class Migration {

    /// The oldest PostgreSQL on which both sides are tested.
    private static final int LEAST = 16;

    private static final String HAS_LOG = """
            select count(*) = 2
              from pg_namespace s join pg_class t on t.relnamespace = s.oid
             where s.nspname = 'event_store' and t.relname in ('event', 'log_head')
            """;

    private static final String MAY_READ = """
            select has_schema_privilege('event_store', 'usage')
               and (select bool_and(has_table_privilege(t.oid, 'select'))
                      from pg_namespace s join pg_class t on t.relnamespace = s.oid
                     where s.nspname = 'event_store' and t.relname in ('event', 'log_head'))
            """;

    @Bean
    FlywayMigrationStrategy strategy() {
        return flyway -> {
            look(flyway.getConfiguration().getDataSource());
            flyway.migrate();
        };
    }

    private static void look(DataSource database) {
        try (var connection = database.getConnection()) {
            requireVersion(connection);
            if (!isSo(connection, HAS_LOG)) {
                throw new CannotStart(
                        "There is no log in this database yet.",
                        "Start the command side on it first: its migrations make the log.");
            }
            if (!isSo(connection, MAY_READ)) {
                throw new CannotStart(
                        "The log may not be read by the role in claimtrail.database.user.",
                        "Name claimtrail_reader; a role made after the log is let in when the command side starts again.");
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the database cannot be looked at", e);
        }
    }

    private static void requireVersion(Connection connection) throws SQLException {
        var server = connection.getMetaData();
        if (server.getDatabaseMajorVersion() < LEAST) {
            throw new CannotStart(
                    "The database is PostgreSQL %s, and the query side needs %d or later."
                            .formatted(server.getDatabaseProductVersion(), LEAST),
                    "Upgrade the server, or name another one in claimtrail.database.url.");
        }
    }

    private static boolean isSo(Connection connection, String question) throws SQLException {
        try (var statement = connection.createStatement();
                var answer = statement.executeQuery(question)) {
            return answer.next() && answer.getBoolean(1);
        }
    }
}
