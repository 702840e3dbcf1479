package claimtrail.command;

import static org.assertj.core.api.Assertions.assertThat;

import claimtrail.command.claim.ClaimCommand;
import claimtrail.command.imports.ImportCommand;
import claimtrail.command.learning.PracticeSessionCommand;
import claimtrail.command.pattern.PatternCommand;
import claimtrail.command.policy.PolicyCommand;
import claimtrail.command.provider.RegisterCommand;
import claimtrail.command.reference.ReferenceCommand;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandHandler;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Axon finds no handler for a sealed family, only for each of its commands: every command has its line.
class AggregatesTest {

    static Stream<Arguments> families() {
        return Stream.of(
                Arguments.of(ClaimCommand.class, List.of("claim.ClaimAggregate")),
                Arguments.of(ImportCommand.class, List.of("imports.ImportAggregate")),
                Arguments.of(PracticeSessionCommand.class, List.of("learning.PracticeSessionAggregate")),
                Arguments.of(PatternCommand.class, List.of("pattern.PatternAggregate")),
                Arguments.of(PolicyCommand.class, List.of("policy.PolicyAggregate")),
                Arguments.of(ReferenceCommand.class, List.of("reference.ReferenceAggregate")),
                Arguments.of(
                        RegisterCommand.class,
                        List.of(
                                "provider.PracticeAggregate",
                                "provider.ProviderAggregate",
                                "provider.PayerAggregate")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("families")
    void every_command_of_a_family_has_its_line(Class<?> family, List<String> aggregates) {
        var lines = aggregates.stream()
                .map(AggregatesTest::aggregate)
                .flatMap(it -> Arrays.stream(it.getDeclaredMethods()))
                .filter(it -> it.isAnnotationPresent(CommandHandler.class))
                .map(it -> it.getParameterTypes()[0])
                .toList();

        assertThat(lines).doesNotHaveDuplicates();
        assertThat(Set.copyOf(lines))
                .isEqualTo(Arrays.stream(family.getPermittedSubclasses()).collect(Collectors.toSet()));
    }

    private static Class<?> aggregate(String name) {
        try {
            return Class.forName("claimtrail.command." + name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
