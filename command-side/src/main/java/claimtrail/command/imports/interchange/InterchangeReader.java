package claimtrail.command.imports.interchange;

import claimtrail.command.imports.reading.FileContent;
import claimtrail.command.imports.reading.FileReader;
import claimtrail.command.imports.reading.FileRecord;
import claimtrail.command.imports.reading.NotReadable;
import claimtrail.command.imports.reading.Note;
import claimtrail.command.imports.reading.Statement;
import claimtrail.command.imports.x12.Acknowledgement;
import claimtrail.command.imports.x12.Finding;
import claimtrail.command.imports.x12.PaymentHeader;
import claimtrail.command.imports.x12.ProviderAdjustment;
import claimtrail.command.imports.x12.RemittedClaim;
import claimtrail.command.imports.x12.SubmittedClaim;
import claimtrail.command.imports.x12.TransactionSet;
import claimtrail.command.imports.x12.X12Options;
import claimtrail.command.imports.x12.X12Reader;
import claimtrail.command.imports.x12.X12Record;
import claimtrail.command.imports.x12.X12Sink;
import claimtrail.command.imports.x12.X12Survey;
import claimtrail.event.imports.ImportEvent.Severity;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads an X12 file: 837, 835, 277CA, also mixed.
public final class InterchangeReader implements FileReader {

    private static final Pattern PUBLIC_REASON = Pattern.compile("[A-Z0-9]{2}");
    private static final Set<String> READ = Set.of("837", "835", "277"); // ST01
    private static final int HEAD = 1 << 13; // bytes: the envelope is at the front

    private final LocalDate received;

    public InterchangeReader(LocalDate received) {
        this.received = received;
    }

    /// Sender and control numbers of the first transaction set; absent when the file has no envelope at its front.
    public static @Nullable String interchange(FileContent file) throws IOException {
        try (var in = file.open()) {
            var first = new FirstSet();
            X12Reader.read(new ByteArrayInputStream(in.readNBytes(HEAD)), X12Options.standard(LocalDate.EPOCH), first);
            return first.interchange;
        }
    }

    @Override
    public void read(FileContent file, RecordSink sink) throws IOException {
        var options = X12Options.standard(received);
        try (var in = new BufferedInputStream(file.open(), 1 << 16)) {
            options = options.in(X12Survey.of(in, options, _ -> {}).charset());
        }
        try (var in = new BufferedInputStream(file.open(), 1 << 16)) {
            X12Reader.read(in, options, new Records(sink, received));
        }
    }

    /// The transaction sets of the kinds we read that end with an SE: what a broken one still held, nobody knows.
    @Override
    public void parts(FileContent file, PartSink sink) throws IOException {
        try (var in = new BufferedInputStream(file.open(), 1 << 16)) {
            X12Survey.of(in, X12Options.standard(received), set -> {
                if (!set.cut() && READ.contains(set.type())) {
                    sink.part(set.number(), HexFormat.of().formatHex(set.fingerprint()));
                }
            });
        }
    }

    /// Hands on what the reader finds; the warnings of a record come before it.
    private static final class Records implements X12Sink {

        private final RecordSink sink;
        private final LocalDate received;
        private final List<Note> waiting = new ArrayList<>();

        Records(RecordSink sink, LocalDate received) {
            this.sink = sink;
            this.received = received;
        }

        @Override
        public void take(X12Record found) {
            record(found, null);
        }

        @Override
        public void held(X12Record found, Finding why) {
            record(found, Note.held(why.code().code(), why.where()));
        }

        @Override
        public void finding(Finding finding, @Nullable String claimNumber) {
            if (sink.knows(finding.transaction())) {
                if (finding.isRefused()) {
                    sink.seenBefore();
                }
                return; // the first file that brought the set has told it
            }
            switch (finding.severity()) {
                case WARNING -> {
                    if (claimNumber == null) { // of the envelope, a payment or the file: no record comes for it
                        var place = finding.segment() == 0 ? "" : Long.toString(finding.segment());
                        var from = finding.byteOffset();
                        sink.note(note(finding), place, from, from + finding.length());
                    } else {
                        waiting.add(note(finding));
                    }
                }
                case HELD -> {} // comes again with its record
                case REFUSED -> refused(finding);
            }
        }

        private void refused(Finding finding) {
            var notes = new ArrayList<>(waiting);
            waiting.clear();
            notes.add(Note.refused(finding.code().code(), finding.where()));
            sink.record(new FileRecord(
                    Long.toString(finding.segment()),
                    finding.byteOffset(),
                    finding.byteOffset() + finding.length(),
                    "",
                    List.of(),
                    notes));
        }

        private static Note note(Finding finding) {
            return new Note(Severity.WARNING, finding.code().code(), finding.where(), false);
        }

        private void record(X12Record found, @Nullable Note held) {
            switch (found) {
                case PaymentHeader _, TransactionSet _ -> {} // they frame records and are none
                case SubmittedClaim _, RemittedClaim _, Acknowledgement _, ProviderAdjustment _ -> {
                    if (sink.knows(found.place().transaction())) {
                        sink.seenBefore();
                    } else {
                        told(found, held);
                    }
                }
            }
            sink.reached(found.place().to());
        }

        private void told(X12Record found, @Nullable Note held) {
            var notes = new ArrayList<>(waiting);
            waiting.clear();
            var statements = new ArrayList<Statement>();
            try {
                statements.add(statement(found, notes));
            } catch (NotReadable e) {
                notes.add(new Note(e.severity(), e.code(), e.field(), false));
            }
            if (held != null) {
                notes.add(held);
            }
            var place = found.place();
            sink.record(new FileRecord(
                    Long.toString(place.firstSegment()), place.from(), place.to(), lane(found), statements, notes));
        }

        private Statement statement(X12Record found, List<Note> notes) {
            return switch (found) {
                case SubmittedClaim it -> Submissions.statement(it, received, notes);
                case RemittedClaim it -> Remittances.statement(it, received, notes);
                case Acknowledgement it -> Acknowledgements.statement(it, received);
                // Money that belongs to no claim has no stream of its own: the finding keeps it.
                case ProviderAdjustment it -> throw NotReadable.kept("PROVIDER_ADJUSTMENT", moneyOf(it));
                case PaymentHeader _, TransactionSet _ -> throw new IllegalStateException("no record");
            };
        }

        /// The reason by its public code and the cents; never the reference, which may be a patient's number.
        private static String moneyOf(ProviderAdjustment found) {
            var reason = found.reason();
            return "PLB03=" + (PUBLIC_REASON.matcher(reason).matches() ? reason : "?") + " PLB04=" + found.cents();
        }

        private static String lane(X12Record found) {
            return switch (found) {
                case SubmittedClaim it -> Parties.lane(it.accountNumber());
                case RemittedClaim it -> Parties.lane(it.accountNumber());
                case Acknowledgement it -> Parties.lane(it.accountNumber());
                case ProviderAdjustment _, PaymentHeader _, TransactionSet _ -> "";
            };
        }
    }

    /// Waits for the first end of a transaction set and keeps its envelope.
    private static final class FirstSet implements X12Sink {

        private @Nullable String interchange;

        @Override
        public void take(X12Record found) {
            if (interchange == null && found instanceof TransactionSet set) {
                var it = set.envelope();
                interchange = String.join(
                        " ",
                        Objects.requireNonNullElse(it.sender(), "-").strip(),
                        Objects.requireNonNullElse(it.interchangeControl(), "-"),
                        Objects.requireNonNullElse(it.groupControl(), "-"),
                        Objects.requireNonNullElse(it.setControl(), "-"));
            }
        }

        @Override
        public void held(X12Record found, Finding why) {}

        @Override
        public void finding(Finding finding, @Nullable String claimNumber) {}
    }
}
