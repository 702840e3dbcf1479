package claimtrail.proof;

import claimtrail.event.Recorded;
import claimtrail.event.json.EventJson;
import claimtrail.event.provider.PracticeEvent.PracticeRegistered;
import claimtrail.metric.Definition;
import claimtrail.metric.Definition.Window;
import claimtrail.metric.Home;
import claimtrail.metric.Posting;
import claimtrail.proof.Evidence.Fact;
import claimtrail.proof.Evidence.LogHead;
import claimtrail.proof.Evidence.Meaning;
import claimtrail.proof.Evidence.Shown;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Checks an export of the log: the root of every checkpoint, its signature and the one before it, and the order of
/// each
/// stream; and counts any figure from it. The file is read once for the tree, and again for some of the streams at a
/// time: so what must be remembered does not grow with the log.
final class LogCheck {

    private static final int FACTS_OF_A_PASS = 1_000_000;
    /// Of a stream's order only a number is remembered.
    private static final int FACTS_OF_A_PASS_FOR_ORDER = 5_000_000;

    private final Path file;
    private final LogTree tree = new LogTree();
    private final TreeHash hash = new TreeHash();
    private final Map<UUID, PracticeRegistered> practices = new HashMap<>();
    private final Map<Long, Instant> wanted = new HashMap<>();
    private @Nullable SignedCheckpoint newest;
    private long checkpoints;

    private LogCheck(Path file) {
        this.file = file;
    }

    /// Checks the whole file.
    ///
    /// @param asked a figure to count; absent: none
    /// @throws Refused if it is not the log that the checkpoints stand for
    /// @throws Unreadable if it is no whole export
    static Report check(Path file, Trust trust, @Nullable FigureAsked asked) {
        var check = new LogCheck(file);
        var trusted = check.tree(trust, asked);
        check.streams();
        var report = Report.ofLog(check.tree.size(), check.checkpoints, check.newest, check.tree.root(), trusted);
        return asked == null ? report : check.count(asked, report);
    }

    private String tree(Trust trust, @Nullable FigureAsked asked) {
        try (var lines = EvidenceLines.open(file)) {
            var head = head(lines);
            var key = trust.key(head.key());
            if (asked != null) {
                wanted.put(asked.asOf(head.size()), Instant.EPOCH);
            }
            for (var line = lines.next(); line != null; line = lines.next()) {
                var fact = line.fact();
                var note = line.checkpoint();
                var end = line.end();
                if (fact != null) {
                    grow(fact, lines.number());
                } else if (note != null) {
                    follow(Trust.checked(note, key, "line " + lines.number()), lines.number());
                } else if (end != null) {
                    if (end.facts() != tree.size() || head.size() != tree.size()) {
                        throw new Refused(
                                "The export should hold " + head.size() + " facts and ends after " + tree.size() + ".");
                    }
                    lines.finish(end);
                    return trust.says(key);
                } else {
                    throw new Unreadable("Line " + lines.number() + " does not belong into an export.");
                }
            }
            throw new Unreadable("The export breaks off behind line " + lines.number() + ".");
        }
    }

    private static LogHead head(EvidenceLines lines) {
        var first = lines.next();
        var head = first == null ? null : first.log();
        if (head == null || !head.format().equals(Evidence.LOG)) {
            throw new Unreadable("Line 1 is not that of a " + Evidence.LOG + ".");
        }
        return head;
    }

    private void grow(Fact fact, long line) {
        if (fact.position() != tree.size() + 1) {
            throw new Refused(
                    "Line " + line + ": behind position " + tree.size() + " comes position " + fact.position() + ".");
        }
        try {
            tree.append(fact.leaf(hash));
        } catch (IllegalArgumentException e) {
            throw new Refused(
                    "Line " + line + ": position " + fact.position() + " is no fact: " + e.getMessage() + ".");
        }
        wanted.computeIfPresent(fact.position(), (_, _) -> fact.recordedAt());
        if (fact.streamType().equals("practice") && event(fact).event() instanceof PracticeRegistered registered) {
            practices.put(fact.streamId(), registered);
        }
    }

    private void follow(SignedCheckpoint signed, long line) {
        var checkpoint = signed.checkpoint();
        if (checkpoint.size() != tree.size() || !checkpoint.root().equals(tree.root())) {
            throw new Refused("Line " + line + ": the facts up to position " + tree.size()
                    + " are not what the checkpoint of " + checkpoint.size() + " facts stands for: "
                    + (newest == null
                            ? "one of them was changed"
                            : "one behind position " + newest.checkpoint().size() + " was changed")
                    + ", left out or added.");
        }
        var before = newest == null ? null : newest.hash();
        if (!java.util.Objects.equals(before, checkpoint.previous())) {
            throw new Refused("Line " + line + ": the checkpoint of " + checkpoint.size()
                    + " facts names another one before it: one is missing, or was exchanged.");
        }
        newest = signed;
        checkpoints++;
    }

    private Report count(FigureAsked asked, Report report) {
        var practice = asked.practice(practices);
        var definition = PackCheck.definition(asked.metric());
        var asOf = asked.asOf(tree.size());
        var looked = definition.window() == Window.MATURED ? looked(asked, practice, asOf) : null;
        var question = asked.question(definition, practice, looked, asOf);
        var sum = new FigureSum(question, definition);
        fold(question, posting -> {
            if (sum.takes(posting.cell())) {
                sum.add(posting.cell(), posting.amount());
            }
        });
        return report.with(Shown.of(sum.figure()), Meaning.of(definition), question, sum.postings());
    }

    private LocalDate looked(FigureAsked asked, UUID practice, long asOf) {
        var registered = java.util.Objects.requireNonNull(practices.get(practice));
        if (!registered.simulated()) {
            return LocalDate.ofInstant(wanted.getOrDefault(asOf, Instant.EPOCH), ZoneId.of(registered.timeZone()));
        }
        var latest = new LocalDate[] {Definition.EVER};
        fold(asked.question(PackCheck.definition(asked.metric()), practice, Definition.EVER, asOf), posting -> {
            var cell = posting.cell();
            if (cell.measure().home() == Home.DAILY
                    && cell.practice().equals(practice)
                    && cell.eventDay().isAfter(latest[0])) {
                latest[0] = cell.eventDay();
            }
        });
        return latest[0];
    }

    /// Each stream goes on by one with each of its facts; some streams in each pass.
    private void streams() {
        var passes = 1 + tree.size() / FACTS_OF_A_PASS_FOR_ORDER;
        for (var pass = 0L; pass < passes; pass++) {
            var next = new HashMap<UUID, Long>();
            try (var lines = EvidenceLines.open(file)) {
                for (var line = lines.next(); line != null && line.end() == null; line = lines.next()) {
                    var fact = line.fact();
                    if (fact != null && Math.floorMod(fact.streamId().hashCode(), passes) == pass) {
                        var expected = next.merge(fact.streamId(), 1L, Long::sum) - 1;
                        if (fact.sequence() != expected) {
                            throw new Refused("Line " + lines.number() + ": " + fact.streamType() + "/"
                                    + fact.streamId() + " should go on with fact " + expected
                                    + " of the stream, and position " + fact.position() + " is its fact "
                                    + fact.sequence() + ".");
                        }
                    }
                }
            }
        }
    }

    /// Counts all streams of a practice, some in each pass.
    private void fold(Question question, Consumer<Posting> ledger) {
        var passes = 1 + question.asOf() / FACTS_OF_A_PASS;
        for (var pass = 0L; pass < passes; pass++) {
            var count = new StreamCount(question.folds(), ledger);
            try (var lines = EvidenceLines.open(file)) {
                for (var line = lines.next(); line != null && line.end() == null; line = lines.next()) {
                    var fact = line.fact();
                    if (fact != null
                            && fact.position() <= question.asOf()
                            && question.practice().equals(fact.practice())
                            && Math.floorMod(fact.streamId().hashCode(), passes) == pass) {
                        count.read(event(fact));
                    }
                }
            } catch (HistoryBroken e) {
                throw new Refused(e.says() + ".");
            }
        }
    }

    private static Recorded<?> event(Fact fact) {
        try {
            return new Recorded<>(fact.envelope(), EventJson.read(fact.name(), fact.version(), fact.bytes()));
        } catch (IllegalStateException e) {
            throw new Refused("Position " + fact.position() + " can not be read as " + fact.name() + ", version "
                    + fact.version() + ".");
        }
    }
}
