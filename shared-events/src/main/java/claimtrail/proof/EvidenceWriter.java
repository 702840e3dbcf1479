package claimtrail.proof;

import claimtrail.event.json.LineJson;
import claimtrail.proof.Evidence.Counted;
import claimtrail.proof.Evidence.End;
import claimtrail.proof.Evidence.Fact;
import claimtrail.proof.Evidence.Line;
import claimtrail.proof.Evidence.LogHead;
import claimtrail.proof.Evidence.PackHead;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.util.HexFormat;

/// Writes evidence, line by line. Nothing is kept in memory.
public final class EvidenceWriter {

    private final OutputStream out;
    private final MessageDigest digest = EvidenceLines.sha256();
    private long facts;
    private long postings;

    private EvidenceWriter(OutputStream out, Line head) {
        this.out = out;
        write(head);
    }

    /// Begins a pack. Each stream follows as its facts, in their order, and then its postings.
    public static EvidenceWriter pack(OutputStream out, PackHead head) {
        return new EvidenceWriter(out, new Line(head, null, null, null, null, null));
    }

    /// Begins an export. The facts follow in the order of the log, a checkpoint behind the last fact it stands for.
    public static EvidenceWriter log(OutputStream out, LogHead head) {
        return new EvidenceWriter(out, new Line(null, head, null, null, null, null));
    }

    /// A fact.
    public void fact(Fact fact) {
        write(Line.of(fact));
        facts++;
    }

    /// A posting of the stream whose facts came just before.
    public void posting(Counted posting) {
        write(Line.of(posting));
        postings++;
    }

    /// A signed note.
    public void checkpoint(String note) {
        write(new Line(null, null, null, null, note, null));
    }

    /// Says how much there was. Without it the file is no evidence.
    public void end() {
        write(Line.of(new End(facts, postings, HexFormat.of().formatHex(digest.digest()))));
    }

    private void write(Line line) {
        try {
            var bytes = LineJson.write(line);
            out.write(bytes);
            out.write('\n');
            digest.update(bytes);
            digest.update((byte) '\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
