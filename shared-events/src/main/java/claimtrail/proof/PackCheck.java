package claimtrail.proof;

import claimtrail.event.Recorded;
import claimtrail.event.json.EventJson;
import claimtrail.metric.Definition;
import claimtrail.metric.MetricCatalogue;
import claimtrail.metric.SubjectCatalogue;
import claimtrail.proof.Evidence.Counted;
import claimtrail.proof.Evidence.End;
import claimtrail.proof.Evidence.Fact;
import claimtrail.proof.Evidence.Meaning;
import claimtrail.proof.Evidence.PackHead;
import claimtrail.proof.Evidence.Shown;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Checks a pack: every fact in it is in the signed log, the folds make exactly its postings of them, and these
/// add up to its figure. It can not tell whether facts were left out.
final class PackCheck {

    private final EvidenceLines lines;
    private final PackHead head;
    private final SignedCheckpoint checkpoint;
    private final FigureSum sum;
    private final StreamCount count;
    private final TreeHash hash = new TreeHash();
    private final Queue<Counted> made = new ArrayDeque<>();
    private @Nullable UUID stream;

    private PackCheck(EvidenceLines lines, PackHead head, SignedCheckpoint checkpoint, Definition definition) {
        this.lines = lines;
        this.head = head;
        this.checkpoint = checkpoint;
        this.sum = new FigureSum(head.question(), definition);
        this.count = new StreamCount(head.question().folds(), posting -> {
            if (sum.takes(posting.cell())) {
                sum.add(posting.cell(), posting.amount());
                made.add(Counted.of(posting));
            }
        });
    }

    /// Checks everything behind the first line.
    ///
    /// @throws Refused if it does not show its figure
    /// @throws Unreadable if it is no whole pack
    static Report check(EvidenceLines lines, PackHead head, Trust trust) {
        if (!head.format().equals(Evidence.PACK)) {
            throw new Unreadable("It is a " + head.format() + "; this program reads " + Evidence.PACK + ".");
        }
        var key = trust.key(head.key());
        var checkpoint = Trust.checked(head.checkpoint(), key, "line 1");
        var definition = definition(head.question().metric());
        if (definition.version() != head.question().version()) {
            throw new Unreadable("This program knows version " + definition.version() + " of " + definition.id()
                    + ", and the pack has version " + head.question().version() + ".");
        }
        if (!Meaning.of(definition).equals(head.definition())) {
            throw new Refused("Line 1 does not say what " + definition.id() + ", version " + definition.version()
                    + ", means: it is " + definition.formula() + ".");
        }
        if (head.question().asOf() > checkpoint.checkpoint().size()) {
            throw new Refused("The figure is as of position " + head.question().asOf() + ", and the checkpoint ends at "
                    + checkpoint.checkpoint().size() + ".");
        }
        PackCheck check;
        try {
            check = new PackCheck(lines, head, checkpoint, definition);
        } catch (IllegalArgumentException | IllegalStateException e) {
            throw new Refused("The question in line 1 can not be answered: " + e.getMessage() + ".");
        }
        return check.rest(trust.says(key));
    }

    static Definition definition(String metric) {
        return MetricCatalogue.find(metric)
                .or(() -> SubjectCatalogue.find(metric))
                .orElseThrow(() -> new Unreadable("This program does not know the figure " + metric + "."));
    }

    private Report rest(String trusted) {
        for (var line = lines.next(); line != null; line = lines.next()) {
            var fact = line.fact();
            var posting = line.posting();
            var end = line.end();
            if (fact != null) {
                read(fact);
            } else if (posting != null) {
                compare(posting);
            } else if (end != null) {
                return finish(end, trusted);
            } else {
                throw new Unreadable("Line " + lines.number() + " does not belong into a pack.");
            }
        }
        throw new Unreadable("The pack breaks off behind line " + lines.number() + ".");
    }

    private void read(Fact fact) {
        if (!fact.streamId().equals(stream)) {
            nothingLeft();
            stream = fact.streamId();
            count.forget();
        }
        if (fact.position() > head.question().asOf()) {
            throw new Refused(here("position " + fact.position() + " lies behind position "
                    + head.question().asOf() + ", as of which the figure is"));
        }
        try {
            if (!fact.inclusion(checkpoint.checkpoint().size())
                    .shows(fact.leaf(hash), checkpoint.checkpoint().root())) {
                throw new Refused(here("what it says of position " + fact.position() + ", " + fact.name()
                        + ", is not what the checkpoint stands for: the fact or its proof was changed"));
            }
            count.read(new Recorded<>(fact.envelope(), EventJson.read(fact.name(), fact.version(), fact.bytes())));
        } catch (HistoryBroken e) {
            throw new Refused(here(e.says()));
        } catch (IllegalArgumentException | IllegalStateException e) {
            throw new Refused(here("position " + fact.position() + " is no fact: " + e.getMessage()));
        }
    }

    private void compare(Counted posting) {
        var next = made.poll();
        if (!posting.equals(next)) {
            throw new Refused(here("the pack has a posting of position " + posting.position() + ", " + posting.says()
                    + "; the facts make "
                    + (next == null ? "none there" : "that of position " + next.position() + ", " + next.says())));
        }
    }

    private void nothingLeft() {
        var next = made.peek();
        if (next != null) {
            throw new Refused(here("a posting is missing before it: the facts make that of position " + next.position()
                    + ", " + next.says()));
        }
    }

    private Report finish(End end, String trusted) {
        nothingLeft();
        if (end.facts() != count.events() || end.postings() != sum.postings()) {
            throw new Refused("The pack ends with " + end.facts() + " facts and " + end.postings()
                    + " postings, and there are " + count.events() + " and " + sum.postings() + ".");
        }
        var figure = Shown.of(sum.figure());
        if (!figure.same(head.figure())) {
            throw new Refused("The pack says " + Report.figure(head.figure()) + ", and its facts make "
                    + Report.figure(figure) + ".");
        }
        lines.finish(end);
        return Report.ofPack(head, checkpoint, count.events(), count.streams(), sum.postings(), trusted);
    }

    private String here(String says) {
        return "Line " + lines.number() + ": " + says + ".";
    }
}
