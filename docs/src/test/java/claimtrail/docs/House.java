package claimtrail.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// Where the written pages and the sources are.
final class House {

    /// The top of the source tree; tests run in their module's directory.
    static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    private House() {}

    /// README and every page below docs.
    static List<Path> pages() throws IOException {
        try (Stream<Path> all = Files.walk(ROOT.resolve("docs"))) {
            return Stream.concat(
                            Stream.of(ROOT.resolve("README.md")),
                            all.filter(it -> it.toString().endsWith(".md"))
                                    .filter(it -> !it.startsWith(ROOT.resolve("docs/target"))))
                    .toList();
        }
    }
}
