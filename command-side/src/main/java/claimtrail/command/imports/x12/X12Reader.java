package claimtrail.command.imports.x12;

import static claimtrail.command.imports.x12.FindingCode.CASE_FOLDED;
import static claimtrail.command.imports.x12.FindingCode.LIMIT_EXCEEDED;
import static claimtrail.command.imports.x12.FindingCode.NOT_RECOGNISED;
import static claimtrail.command.imports.x12.FindingCode.TAG_INVALID;
import static claimtrail.command.imports.x12.FindingCode.TERMINATOR_MISSING;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/// Reads an X12 file of any size from its bytes and hands on its records, in constant memory.
public final class X12Reader {

    private final Findings findings;
    private final Tokenizer tokens;
    private final Intake intake;
    private final EnvelopeState envelope;
    private @Nullable SetReader set;
    private long recordsBefore;
    private boolean folded;
    private boolean betweenInterchanges;

    private X12Reader(InputStream in, X12Options options, X12Sink sink) {
        findings = new Findings(sink, options.limits());
        tokens = new Tokenizer(in, options, findings);
        intake = new Intake(sink, findings, options);
        envelope = new EnvelopeState(findings, intake.dates);
    }

    /// Reads the stream to its end; the caller closes it. Whatever the bytes are, only the stream itself throws.
    public static X12Summary read(InputStream in, X12Options options, X12Sink sink) throws IOException {
        return new X12Reader(in, options, sink).readAll();
    }

    private X12Summary readAll() throws IOException {
        var s = tokens.segment();
        while (tokens.next()) {
            if (s.unterminated && !isWhole(s)) {
                continue;
            }
            take(s);
            if (s.folded && !folded) {
                folded = true;
                findings.warn(CASE_FOLDED, s);
            }
        }
        closeSet(true, s);
        envelope.end(s);
        if (envelope.sets() == 0
                && !findings.counts().containsKey(FindingCode.ENCODING_UNSUPPORTED)
                && !findings.counts().containsKey(NOT_RECOGNISED)) {
            findings.refuseFile(NOT_RECOGNISED, 0, tokens.bytes());
        }
        return new X12Summary(
                tokens.bytes(),
                tokens.segments(),
                envelope.sets(),
                intake.records,
                intake.stored,
                intake.held,
                intake.refused,
                findings.warnings(),
                findings.counts(),
                findings.unknownTags());
    }

    private void take(Segment s) {
        switch (s.tag) {
            case Tag.ISA -> {
                closeSet(true, s);
                envelope.isa(s);
                betweenInterchanges = false;
            }
            case Tag.GS -> {
                closeSet(true, s);
                envelope.gs(s);
                betweenInterchanges = false;
            }
            case Tag.ST -> {
                closeSet(true, s);
                betweenInterchanges = false;
                openSet(s);
            }
            case Tag.SE -> {
                closeSet(false, s);
                envelope.se(s);
            }
            case Tag.GE -> {
                closeSet(true, s);
                envelope.ge(s);
            }
            case Tag.IEA -> {
                closeSet(true, s);
                envelope.iea(s);
                betweenInterchanges = true;
            }
            case Tag.TA1 -> {}
            default -> inside(s);
        }
    }

    private void inside(Segment s) {
        if (betweenInterchanges) {
            tokens.pad(s.from, s.to - s.from);
        } else if (s.tag == Tag.INVALID) {
            findings.warn(TAG_INVALID, s.number, s.from, s.to - s.from, "");
        } else if (set != null) {
            set.visit(s);
        } else if (s.overLimit) {
            findings.warn(LIMIT_EXCEEDED, s);
        } else {
            findings.unknown(s);
        }
    }

    /// A last segment without terminator counts when it closes something or has what it needs.
    private boolean isWhole(Segment s) {
        if (betweenInterchanges && s.tag != Tag.ISA && s.tag != Tag.GS && s.tag != Tag.ST) {
            tokens.pad(s.from, s.to - s.from);
            return false;
        }
        findings.warn(TERMINATOR_MISSING, s);
        int needed = switch (s.tag) {
            case Tag.SE, Tag.GE, Tag.IEA -> 0;
            case Tag.ISA -> 16;
            case Tag.CLP -> 7;
            case Tag.CLM -> 5;
            case Tag.CAS, Tag.SVC -> 3;
            case Tag.NM1, Tag.HL -> 3;
            case Tag.PLB -> 4;
            case Tag.INVALID -> 1;
            default -> 2;
        };
        return s.elements() >= needed;
    }

    private void openSet(Segment s) {
        envelope.st(s);
        folded = false;
        recordsBefore = intake.records;
        set = reader(s);
        if (set.kind() == SetKind.OTHER) {
            findings.refuse(NOT_RECOGNISED, s);
        }
    }

    private SetReader reader(Segment s) {
        var version = envelope.current().version();
        var group = envelope.groupCode();
        boolean dental = version != null && (version.contains("X224") || version.contains("X097"));
        return switch (s.has(1) ? s.text(1) : group == null ? "" : group) {
            case "835", "HP" -> new RemittanceReader(intake, envelope);
            case "837", "HC" -> dental ? new OtherSetReader() : new SubmissionReader(intake, envelope);
            case "277", "HN" -> new AcknowledgementReader(intake, envelope);
            default -> new OtherSetReader();
        };
    }

    private void closeSet(boolean cut, Segment at) {
        var ending = set;
        if (ending == null) {
            return;
        }
        ending.end(cut);
        if (cut) {
            envelope.cut();
        }
        var place = new Place(
                findings.transaction,
                envelope.setSegment(),
                cut ? at.number - 1 : at.number,
                envelope.setFrom(),
                cut ? at.from : at.to);
        intake.sink.take(
                new TransactionSet(place, envelope.current(), ending.kind(), cut, intake.records - recordsBefore));
        set = null;
    }
}
