package claimtrail.command.imports;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;

/// Where files wait, and how large they may be. What each is for stands in command-side.yml.
@ConfigurationProperties("claimtrail.imports")
record ImportSettings(Path directory, long limitBytes) {}
