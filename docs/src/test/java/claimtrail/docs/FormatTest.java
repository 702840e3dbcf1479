package claimtrail.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.palantir.javaformat.java.Formatter;
import com.palantir.javaformat.java.FormatterException;
import com.palantir.javaformat.java.ImportOrderer;
import com.palantir.javaformat.java.JavaFormatterOptions;
import com.palantir.javaformat.java.JavaFormatterOptions.Style;
import com.palantir.javaformat.java.RemoveUnusedImports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// All Java is formatted by one hand: palantir-java-format, 120 columns.
///
/// Repair with `mvn spotless:apply`, run by a JDK 25: Spotless formats in the JVM that runs Maven.
class FormatTest {

    private final Formatter formatter = Formatter.createFormatter(JavaFormatterOptions.builder()
            .style(Style.PALANTIR)
            .formatJavadoc(false)
            .build());

    @Test
    void every_file_is_as_the_formatter_leaves_it() throws IOException {
        var sources = sources();
        assertThat(sources).hasSizeGreaterThan(50);
        assertThat(sources.parallelStream().filter(this::differs).map(House.ROOT::relativize))
                .isEmpty();
    }

    @Test
    void a_file_by_another_hand_is_noticed() {
        assertThat(formatted("class A{int b=1;}\n")).isNotEqualTo("class A{int b=1;}\n");
        assertThat(formatted("import java.util.List;\n\nclass A {}\n")).doesNotContain("import");
    }

    private boolean differs(Path file) {
        try {
            var text = Files.readString(file);
            return !formatted(text).equals(text);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /// In this order: the one-step method would also wrap strings and move text blocks.
    private String formatted(String text) {
        try {
            return formatter.formatSource(
                    RemoveUnusedImports.removeUnusedImports(ImportOrderer.reorderImports(text, Style.PALANTIR)));
        } catch (FormatterException e) {
            throw new IllegalStateException(e);
        }
    }

    private static java.util.List<Path> sources() throws IOException {
        try (Stream<Path> all = Files.walk(House.ROOT)) {
            return all.filter(it -> it.toString().endsWith(".java"))
                    .filter(it -> House.ROOT.relativize(it).toString().contains("src"))
                    .filter(it -> !House.ROOT.relativize(it).toString().contains("target"))
                    .toList();
        }
    }
}
