package claimtrail.command.imports;

import claimtrail.command.Command;
import claimtrail.command.CommandPort;
import claimtrail.command.Order;
import claimtrail.command.Receipt;
import claimtrail.command.RunningSide;
import claimtrail.command.pattern.PatternCommand.DeclarePattern;
import claimtrail.command.policy.PolicyCommand.PublishPolicy;
import claimtrail.event.Actor;
import claimtrail.event.ExternalId;
import claimtrail.event.Ids;
import claimtrail.event.Source;
import claimtrail.event.pattern.PatternEvent.Origin;
import claimtrail.event.pattern.PatternEvent.PatternDetected;
import claimtrail.event.policy.Conditions;
import claimtrail.event.policy.Conditions.Modifiers;
import claimtrail.event.policy.PolicyEvent.Mode;
import claimtrail.event.policy.PolicyEvent.PolicyPublished;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// 60 policies of three codes each and 50 patterns of two, over 30 codes, of which 6 are billed by the files of the
/// benchmark: 6 policies and 3 or 4 patterns for each billed code.
final class BenchmarkRulebook {

    private static final List<String> CODES = List.of(
            "99213", "20610", "36415", "93000", "99214", "71046", "99202", "99203", "99204", "99205", "99211", "99212",
            "99215", "11042", "11721", "17000", "17110", "69210", "73030", "73562", "80053", "81001", "85025", "87880",
            "90471", "94640", "96372", "97110", "97140", "99396");

    private BenchmarkRulebook() {}

    static void publish(RunningSide side, UUID practice) {
        for (var i = 0; i < 60; i++) {
            send(side, new PublishPolicy(Ids.next(), practice, policy(i)));
        }
        for (var i = 0; i < 50; i++) {
            send(side, new DeclarePattern(Ids.next(), practice, pattern(i)));
        }
    }

    private static List<String> codes(int first, int count) {
        return IntStream.range(0, count)
                .mapToObj(it -> CODES.get((first + it * 7) % CODES.size()))
                .toList();
    }

    private static PolicyPublished policy(int i) {
        return new PolicyPublished(
                new ExternalId("benchmark", "POL-" + i),
                1,
                "A rule",
                Mode.EDIT,
                LocalDate.of(2020, 1, 1),
                null,
                "modifier-missing",
                null,
                List.of(),
                conditions(codes(i, 3), null),
                conditions(
                        List.of(), new Modifiers(i % 2 == 0 ? List.of("25", "59") : List.of(), List.of(), List.of())),
                List.of("4", "97"),
                List.of(),
                null,
                null,
                null,
                null,
                List.of(),
                List.of(),
                null);
    }

    private static Conditions conditions(List<String> codes, @Nullable Modifiers modifiers) {
        return new Conditions(
                List.of(), List.of(), codes, List.of(), List.of(), List.of(), modifiers, null, null, null, null,
                List.of());
    }

    private static PatternDetected pattern(int i) {
        return new PatternDetected(
                new ExternalId("benchmark", "PTN-" + i),
                Origin.IMPORTED,
                null,
                null,
                "BUNDLED",
                "bundling",
                "A pattern",
                codes(i, 2),
                LocalDate.of(2020, 1, 1),
                null,
                null,
                null,
                List.of(),
                null,
                null);
    }

    private static void send(RunningSide side, Command command) {
        var receipt = side.bean(CommandPort.class)
                .send(new Order<>(
                        command,
                        new Actor(Actor.Kind.USER, "benchmark"),
                        new Source.Api("benchmark"),
                        Ids.next(),
                        null,
                        LocalDate.of(2030, 1, 1),
                        null,
                        null,
                        null));
        if (!(receipt instanceof Receipt.Done)) {
            throw new IllegalStateException("the rulebook was refused: " + receipt);
        }
    }
}
