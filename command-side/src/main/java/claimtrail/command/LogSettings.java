package claimtrail.command;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;

/// Where the log is, and the keys that are kept outside it. What each is for stands in command-side.yml.
@ConfigurationProperties("claimtrail")
record LogSettings(Database database, Vault vault) {

    /// The database that holds the log.
    record Database(String url, String user, String password) {}

    /// Keys of persons; every node needs the same.
    record Vault(Path masterKey, Path tokenKey) {}
}
