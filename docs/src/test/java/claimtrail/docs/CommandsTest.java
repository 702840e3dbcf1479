package claimtrail.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import claimtrail.proof.Verify;
import claimtrail.simulator.Simulator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.ParameterException;

/// The commands that pages tell people to type exist, with these options.
class CommandsTest {

    private static final Pattern BLOCK = Pattern.compile("(?s)```sh\\n(.*?)```");
    private static final Pattern JAR = Pattern.compile("java -jar (\\S+/claimtrail\\.jar)(.*)");
    private static final Pattern OPTION_ROW = Pattern.compile("(?m)^\\| `(--[a-z-]+)` \\|");

    @Test
    void every_command_of_the_product_is_understood_by_it() throws IOException {
        var typed = commands().filter(it -> it.contains("claimtrail.jar")).toList();
        assertThat(typed).hasSizeGreaterThan(2);
        for (var line : typed) {
            var match = JAR.matcher(line);
            assertThat(match.find()).as(line).isTrue();
            assertThat(match.group(1)).isEqualTo("simulator/target/" + finalName() + ".jar");
            var words = match.group(2).strip();
            assertThatCode(() -> parse(words)).as(line).doesNotThrowAnyException();
        }
    }

    /// The files that they name are not here; the options are understood before.
    @Test
    void every_command_of_the_verifier_is_understood_by_it() throws IOException {
        var typed = commands()
                .filter(it -> it.startsWith("java -jar claimtrail-verify.jar "))
                .toList();
        assertThat(typed).hasSizeGreaterThan(2);
        for (var line : typed) {
            var says = new ByteArrayOutputStream();
            var print = new PrintStream(says, true, StandardCharsets.UTF_8);
            var words = line.substring("java -jar claimtrail-verify.jar ".length());
            assertThat(Verify.run(words.split("\\s+", -1), print, print)).isEqualTo(Verify.UNREADABLE);
            assertThat(says.toString(StandardCharsets.UTF_8)).as(line).contains(" can not be read: ");
        }
    }

    @Test
    void a_command_that_does_not_exist_is_noticed() {
        assertThatThrownBy(() -> parse("imprt a.837 --practice 1")).isInstanceOf(ParameterException.class);
        assertThatThrownBy(() -> parse("--prt 1")).isInstanceOf(ParameterException.class);
    }

    @Test
    void every_option_of_the_sandbox_is_in_its_table_and_only_those() throws IOException {
        var told = OPTION_ROW
                .matcher(Files.readString(House.ROOT.resolve("docs/how-to/run.md")))
                .results()
                .map(it -> it.group(1))
                .toList();
        var real = Simulator.commandLine().getCommandSpec().options().stream()
                .map(it -> it.longestName())
                .filter(it -> !it.equals("--help") && !it.equals("--version"))
                .toList();
        assertThat(told).containsExactlyInAnyOrderElementsOf(real);
    }

    @Test
    void maven_is_asked_only_for_what_the_build_defines() throws IOException {
        var goals = commands()
                .filter(it -> it.startsWith("mvn "))
                .map(it -> it.replaceFirst("#.*", "").strip())
                .distinct()
                .toList();
        assertThat(goals).containsExactlyInAnyOrder("mvn verify", "mvn spring-boot:run");
        assertThat(Files.readString(House.ROOT.resolve("simulator/pom.xml"))).contains("spring-boot-maven-plugin");
    }

    private static void parse(String words) {
        Simulator.commandLine().parseArgs(words.isEmpty() ? new String[0] : words.split("\\s+", -1));
    }

    private static Stream<String> commands() throws IOException {
        return House.pages().stream()
                .flatMap(page -> BLOCK.matcher(read(page)).results())
                .flatMap(it -> it.group(1).lines())
                .map(String::strip);
    }

    private static String finalName() throws IOException {
        var pom = Files.readString(House.ROOT.resolve("simulator/pom.xml"));
        return List.of(pom.split("</?finalName>", -1)).get(1);
    }

    private static String read(Path page) {
        try {
            return Files.readString(page);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
