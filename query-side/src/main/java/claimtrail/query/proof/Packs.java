package claimtrail.query.proof;

import claimtrail.metric.Definition;
import claimtrail.metric.Facets;
import claimtrail.proof.Evidence;
import claimtrail.proof.Evidence.Counted;
import claimtrail.proof.Evidence.Fact;
import claimtrail.proof.Evidence.Meaning;
import claimtrail.proof.Evidence.PackHead;
import claimtrail.proof.Evidence.Shown;
import claimtrail.proof.EvidenceWriter;
import claimtrail.proof.FigureSum;
import claimtrail.proof.LogTree;
import claimtrail.proof.Question;
import claimtrail.proof.TreeNodes;
import claimtrail.query.feed.LogEntry;
import claimtrail.query.integrity.SignedLog;
import claimtrail.query.number.Definitions;
import claimtrail.query.number.Figures;
import claimtrail.query.web.Asked;
import claimtrail.query.web.Conflict;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Packs of evidence: a figure as it is shown, and every fact of every stream that counts in it with its proof. The
/// streams are found by counting the log, not by asking the ledger; so a pack of a figure that is shown wrongly says so
/// to whoever checks it.
@Component
public class Packs {

    private final Figures figures;
    private final Questions questions;
    private final LogShares shares;
    private final SignedLog signed;

    Packs(Figures figures, Questions questions, LogShares shares, SignedLog signed) {
        this.figures = figures;
        this.questions = questions;
        this.shares = shares;
        this.signed = signed;
    }

    /// A pack that can be written.
    public record Pack(PackHead head, Definition definition, long size) {}

    /// What a pack begins with.
    ///
    /// @throws Conflict if no checkpoint stands for all facts of the figure yet
    public Pack of(Asked asked, claimtrail.query.number.Definition shown, Facets only) {
        var checkpoint = signed.newest();
        if (asked.asOf() > checkpoint.checkpoint().size()) {
            throw new Conflict(
                    "CHECKPOINT_BEHIND",
                    "The newest checkpoint stands for the facts up to position "
                            + checkpoint.checkpoint().size() + "; ask as of that, or again after the next one.");
        }
        var value = figures.value(asked, shown, only);
        var definition = Definitions.arithmetic(shown);
        return new Pack(
                new PackHead(
                        Evidence.PACK,
                        questions.of(asked, definition, only),
                        new Shown(value.value(), value.numerator(), value.denominator()),
                        Meaning.of(definition),
                        checkpoint.note(),
                        signed.key().text()),
                definition,
                checkpoint.checkpoint().size());
    }

    /// Writes it. In memory are one stream for each thread, and a part of the tree.
    public void write(Pack pack, OutputStream out) {
        var writer = EvidenceWriter.pack(out, pack.head());
        var question = pack.head().question();
        shares.read(
                question.practice(),
                Questions.types(question),
                question.asOf(),
                () -> new PackShare(question, pack.definition(), pack.size(), writer));
        writer.end();
    }

    /// Writes those of its streams that count.
    private final class PackShare implements LogShares.Share {

        /// Proofs that are made with the same part of the tree in memory.
        private static final int TOGETHER = 10_000;

        private final StreamShare streams;
        private final long size;
        private final EvidenceWriter writer;
        private final List<LogEntry> facts = new ArrayList<>();
        private final List<Counted> postings = new ArrayList<>();
        private @Nullable UUID stream;
        private TreeNodes nodes = signed.nodes();
        private int proofs;

        PackShare(Question question, Definition definition, long size, EvidenceWriter writer) {
            var sum = new FigureSum(question, definition);
            this.streams = new StreamShare(question.folds(), posting -> {
                if (sum.takes(posting.cell())) {
                    postings.add(Counted.of(posting));
                }
            });
            this.size = size;
            this.writer = writer;
        }

        @Override
        public void read(LogEntry entry) {
            if (!entry.envelope().streamId().equals(stream)) {
                end();
                stream = entry.envelope().streamId();
            }
            facts.add(entry);
            streams.read(entry);
        }

        @Override
        public void end() {
            if (!postings.isEmpty()) {
                var proved = facts.stream().map(this::proved).toList();
                synchronized (writer) {
                    proved.forEach(writer::fact);
                    postings.forEach(writer::posting);
                }
            }
            facts.clear();
            postings.clear();
        }

        private Fact proved(LogEntry entry) {
            if (++proofs % TOGETHER == 0) {
                nodes = signed.nodes();
            }
            var place = entry.envelope();
            return Fact.of(place, entry.payload(), LogTree.inclusion(place.position() - 1, size, nodes));
        }
    }
}
