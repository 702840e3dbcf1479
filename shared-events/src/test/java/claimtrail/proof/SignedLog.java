package claimtrail.proof;

import claimtrail.denial.Bill;
import claimtrail.event.Actor;
import claimtrail.event.Envelope;
import claimtrail.event.ExternalId;
import claimtrail.event.Recorded;
import claimtrail.event.Source;
import claimtrail.event.json.EventJson;
import claimtrail.event.provider.PracticeEvent.PracticeRegistered;
import claimtrail.metric.Basis;
import claimtrail.metric.Facets;
import claimtrail.metric.Log;
import claimtrail.metric.MetricCatalogue;
import claimtrail.proof.Evidence.Counted;
import claimtrail.proof.Evidence.Fact;
import claimtrail.proof.Evidence.LogHead;
import claimtrail.proof.Evidence.Meaning;
import claimtrail.proof.Evidence.PackHead;
import claimtrail.proof.Evidence.Shown;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.UnaryOperator;

/// A small log with its tree, two checkpoints and a key: three claims, two of them denied. It writes evidence
/// as the product does, and is asked to lie in tests.
final class SignedLog {

    static final LocalDate FROM = LocalDate.of(2026, 3, 1);
    static final LocalDate TO = LocalDate.of(2026, 3, 31);

    private static final UUID ID = new UUID(3, 3);

    private final List<Recorded<?>> facts;
    private final Map<String, Hash> nodes = new HashMap<>();
    private final KeyPair pair;
    private final List<SignedCheckpoint> checkpoints = new ArrayList<>();

    SignedLog() {
        this(it -> it);
    }

    /// @param order in which the facts of the claims are put into the log; their places in their streams go with them
    SignedLog(UnaryOperator<List<Recorded<?>>> order) {
        try {
            pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
        var log = new Log();
        for (var number : List.of("K1", "K2", "K3")) {
            log.add(number, Bill.of(number, Bill.PROVIDER_A, 20_000).submitted("03-02"));
        }
        answer(log, "K1", "0 CO-197:20000");
        answer(log, "K2", "16000 CO-45:4000");
        answer(log, "K3", "0 CO-16:20000");
        facts = new ArrayList<>(placed(order.apply(new ArrayList<>(log.facts()))));
        facts.add(registered(facts.size() + 1L));
        var tree = new LogTree();
        var hash = new TreeHash();
        for (var fact : facts) {
            tree.append(
                    hash.leaf(LeafBytes.of(fact.envelope(), EventJson.write(fact.event()))),
                    (level, index, whole) -> nodes.put(level + "/" + index, whole));
            if (tree.size() == 4 || tree.size() == facts.size()) {
                var before =
                        checkpoints.isEmpty() ? null : checkpoints.getLast().hash();
                checkpoints.add(SignedCheckpoint.of(
                        new Checkpoint(ID, tree.size(), tree.root(), Instant.EPOCH.plusSeconds(tree.size()), before),
                        key(),
                        pair.getPrivate()));
            }
        }
    }

    /// The facts at the positions of their order.
    private static List<Recorded<?>> placed(List<Recorded<?>> ordered) {
        var placed = new ArrayList<Recorded<?>>();
        for (var fact : ordered) {
            var it = fact.envelope();
            placed.add(new Recorded<>(
                    new Envelope(
                            placed.size() + 1L,
                            it.eventId(),
                            it.streamType(),
                            it.streamId(),
                            it.sequence(),
                            it.name(),
                            it.version(),
                            it.recordedAt(),
                            it.practice(),
                            it.actor(),
                            it.causation(),
                            it.correlation(),
                            it.source()),
                    fact.event()));
        }
        return placed;
    }

    private static Recorded<?> registered(long position) {
        return new Recorded<>(
                new Envelope(
                        position,
                        new UUID(9, position),
                        "practice",
                        Log.PRACTICE,
                        0,
                        "practice.registered",
                        1,
                        Instant.EPOCH.plusSeconds(position),
                        Log.PRACTICE,
                        new Actor(Actor.Kind.USER, "test"),
                        null,
                        new UUID(8, position),
                        new Source.Api("test")),
                new PracticeRegistered(new ExternalId("api", "P-1"), "Small Clinic", "UTC", null, null, false));
    }

    private static void answer(Log log, String number, String words) {
        log.add(
                number,
                Bill.of(number, Bill.PROVIDER_A, 20_000)
                        .answer()
                        .on("03-12")
                        .lines(words)
                        .fact());
    }

    LogKey key() {
        return LogKey.of(ID, pair.getPublic());
    }

    Question question() {
        return new Question(
                "idr.claims",
                1,
                List.of("claim/1"),
                Log.PRACTICE,
                null,
                null,
                Basis.EVENT,
                FROM,
                TO,
                null,
                Facets.all(),
                facts.size());
    }

    /// The pack of the denial rate.
    String pack() {
        var definition = MetricCatalogue.find("idr.claims").orElseThrow();
        var sum = new FigureSum(question(), definition);
        var streams = new LinkedHashMap<UUID, List<Recorded<?>>>();
        facts.forEach(fact -> streams.computeIfAbsent(fact.envelope().streamId(), _ -> new ArrayList<>())
                .add(fact));
        var made = new HashMap<UUID, List<Counted>>();
        streams.forEach((stream, read) -> {
            var count = new StreamCount(List.of("claim/1"), posting -> {
                if (sum.takes(posting.cell())) {
                    sum.add(posting.cell(), posting.amount());
                    made.computeIfAbsent(stream, _ -> new ArrayList<>()).add(Counted.of(posting));
                }
            });
            read.forEach(count::read);
        });
        var out = new ByteArrayOutputStream();
        var writer = EvidenceWriter.pack(
                out,
                new PackHead(
                        Evidence.PACK,
                        question(),
                        Shown.of(sum.figure()),
                        Meaning.of(definition),
                        checkpoints.getLast().note(),
                        key().text()));
        streams.keySet().retainAll(made.keySet());
        streams.forEach((stream, read) -> {
            read.forEach(fact -> writer.fact(Fact.of(
                    fact.envelope(),
                    EventJson.write(fact.event()),
                    LogTree.inclusion(fact.envelope().position() - 1, facts.size(), this::node))));
            Objects.requireNonNull(made.get(stream)).forEach(writer::posting);
        });
        writer.end();
        return out.toString(StandardCharsets.UTF_8);
    }

    /// The export of the log.
    String export() {
        return export(facts.size());
    }

    /// The export of the log, taken when there was no checkpoint of more facts yet.
    String export(long signed) {
        var out = new ByteArrayOutputStream();
        var writer = EvidenceWriter.log(out, new LogHead(Evidence.LOG, facts.size(), key().text()));
        for (var fact : facts) {
            writer.fact(Fact.of(fact.envelope(), EventJson.write(fact.event()), null));
            checkpoints.stream()
                    .filter(it -> it.checkpoint().size() == fact.envelope().position()
                            && it.checkpoint().size() <= signed)
                    .forEach(it -> writer.checkpoint(it.note()));
        }
        writer.end();
        return out.toString(StandardCharsets.UTF_8);
    }

    private Hash node(int level, long index) {
        return Objects.requireNonNull(nodes.get(level + "/" + index));
    }
}
