package claimtrail.query.proof;

import claimtrail.proof.Evidence;
import claimtrail.proof.Evidence.Fact;
import claimtrail.proof.Evidence.LogHead;
import claimtrail.proof.EvidenceWriter;
import claimtrail.query.feed.LogReader;
import claimtrail.query.integrity.SignedLog;
import java.io.OutputStream;
import org.springframework.stereotype.Component;

/// The log itself, for whoever wants to count everything at home: every fact of everybody, with the checkpoints.
@Component
public class LogExport {

    private static final int TOGETHER = 1000;

    private final LogReader log;
    private final SignedLog signed;

    LogExport(LogReader log, SignedLog signed) {
        this.log = log;
        this.signed = signed;
    }

    /// Writes all facts up to a position, page by page.
    ///
    /// @throws claimtrail.query.web.NotThere before the first checkpoint, if nothing was written yet
    public void write(long upTo, OutputStream out) {
        var key = signed.key().text();
        var checkpoint = signed.after(0);
        var writer = EvidenceWriter.log(out, new LogHead(Evidence.LOG, upTo, key));
        for (var after = 0L; after < upTo; ) {
            for (var entry : log.page(after, upTo, TOGETHER)) {
                after = entry.envelope().position();
                writer.fact(Fact.of(entry.envelope(), entry.payload(), null));
                if (checkpoint.isPresent() && checkpoint.get().checkpoint().size() == after) {
                    writer.checkpoint(checkpoint.get().note());
                    checkpoint = signed.after(after);
                }
            }
        }
        writer.end();
    }
}
