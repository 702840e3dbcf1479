package claimtrail.command.imports;

import claimtrail.command.CommandPort;
import claimtrail.command.Order;
import claimtrail.command.Receipt;
import claimtrail.command.RefusalStatus;
import claimtrail.command.claim.PatientTokens;
import claimtrail.command.imports.ImportCommand.JudgeRecord;
import claimtrail.command.imports.ImportCommand.StartImport;
import claimtrail.command.imports.ImportReport.State;
import claimtrail.command.imports.reading.FileReader;
import claimtrail.command.imports.reading.FileRecord;
import claimtrail.command.imports.reading.Note;
import claimtrail.event.Actor;
import claimtrail.event.Ids;
import claimtrail.event.Source;
import claimtrail.event.imports.ImportEvent.Verdict;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes a file of a practice in, once: its records become ordinary commands, its findings a report.
///
/// Reading a file again after it was broken off is harmless, because every record is idempotent; a file read to its end
/// is not read again.
public final class Importer {

    /// Raised whenever a reader makes other facts of the same bytes.
    static final String PARSER_VERSION = "1";

    private static final Logger LOG = LoggerFactory.getLogger(Importer.class);

    private final CommandPort port;
    private final Numbers numbers;
    private final PatientTokens tokens;
    private final Findings.Kept kept;
    private final ImportFolder folder;
    private final Recognition recognition;
    private final Reception reception;
    private final Archives archives;
    private final WaitingRecords waiting;
    private final Clock clock;
    private final long limitBytes;
    private final Map<UUID, ImportRun> running = new ConcurrentHashMap<>();

    /// One verdict at a time: the second one on a record sees the first.
    private final ReentrantLock judging = new ReentrantLock();

    /// @param limitBytes the largest file that is taken, after unpacking
    Importer(
            CommandPort port,
            Numbers numbers,
            PatientTokens tokens,
            Findings.Kept kept,
            ImportFolder folder,
            MappingProfiles profiles,
            Clock clock,
            long limitBytes) {
        this.port = port;
        this.numbers = numbers;
        this.tokens = tokens;
        this.kept = kept;
        this.folder = folder;
        this.recognition = new Recognition(profiles);
        this.reception = new Reception(folder, limitBytes);
        this.archives = new Archives(folder, clock);
        this.waiting = new WaitingRecords(port, numbers, tokens, kept, folder, recognition);
        this.clock = clock;
        this.limitBytes = limitBytes;
    }

    /// Takes all bytes in, then reads them on a thread of its own. An archive of several files is as many imports.
    ///
    /// @throws IOException if the bytes cannot be received or kept
    /// @throws ImportRefused if what came is not taken as a whole
    public Taken take(ImportRequest request, InputStream body) throws IOException {
        var received = reception.received(request.practice(), body);
        var files =
                received.stream().flatMap(it -> Stream.ofNullable(it.arrival())).toList();
        if (files.isEmpty()) {
            throw new ImportRefused(null, "FORMAT_INVALID", 422);
        }
        return received.size() == 1 ? start(request, files.getFirst()) : archives.start(request, received, this::start);
    }

    private ImportRun start(ImportRequest request, Arrival file) throws IOException {
        boolean begun = false;
        try {
            var run = started(request, file);
            begun = true;
            return run;
        } finally {
            if (!begun) {
                file.discard();
            }
        }
    }

    private ImportRun started(ImportRequest request, Arrival file) throws IOException {
        var recognised = recognition.of(file.content(), request.practice(), request.profile(), request.today());
        var id = Ids.named("import", request.practice().toString(), file.sha256());
        var run = new ImportRun(id, request, file, recognised, clock);
        if (request.dryRun()) {
            begin(run, null);
            return run;
        }
        boolean beingRead = running.putIfAbsent(id, run) != null;
        try {
            var courier = new Courier(port, id, file.sha256(), request.today());
            var begun = courier.send(command(run, beingRead), "", 0, file.bytes());
            switch (begun) {
                case Receipt.Declined declined -> throw new ImportRefused(id, declined.code(), declined.status());
                case Receipt.Done done -> {
                    file.keep();
                    if (done.events() > 0 && done.version() > 0) {
                        seenAgain(run);
                        return run;
                    }
                    if (done.events() == 0) {
                        run.resumed();
                    }
                    begin(run, courier);
                }
            }
        } catch (IOException | RuntimeException e) {
            if (!beingRead) {
                running.remove(id, run);
            }
            throw e;
        }
        return run;
    }

    /// A reading that goes on, or the report of one that is over.
    public Optional<ImportReport> report(UUID id) {
        var run = running.get(id);
        return run == null ? folder.report(id) : Optional.of(run.report());
    }

    /// A reading that goes on.
    public Optional<ImportRun> running(UUID id) {
        return Optional.ofNullable(running.get(id));
    }

    /// The archives that are read, and what those that were read came to.
    Archives archives() {
        return archives;
    }

    /// The findings of an import, one JSON object a line; absent where there is no report.
    Optional<Path> findings(UUID id) {
        return Optional.of(folder.findings(id)).filter(Files::exists);
    }

    /// Takes a person's word on a held record. What is accepted is told first and judged then: a record that is still
    /// not taken stays held.
    ///
    /// @throws ImportRefused as [#accept] does
    Receipt judge(ImportReport report, JudgeRecord command, String user) throws IOException {
        judging.lock();
        try {
            if (command.verdict() == Verdict.ACCEPTED) {
                accept(report, command.place(), command.on());
            }
            return port.send(new Order<>(
                    command,
                    new Actor(Actor.Kind.USER, user),
                    new Source.Api(user),
                    report.importId(),
                    null,
                    command.on(),
                    null,
                    null,
                    null));
        } finally {
            judging.unlock();
        }
    }

    /// Tells a held record again, because a person accepted it; one that was judged before is not told any more.
    ///
    /// @throws ImportRefused `RECORD_NOT_HELD`, `RECORD_UNKNOWN`, `RECORD_NOT_ACCEPTABLE`, or why it is still not
    /// taken
    void accept(ImportReport report, String place, LocalDate today) throws IOException {
        var findings = kept.found(report.importId());
        if (!findings.isHeld(place)) {
            throw new ImportRefused(report.importId(), "RECORD_NOT_HELD", 409);
        }
        if (findings.judgement(place).isPresent()) {
            return;
        }
        var sha256 = report.file().substring("sha256:".length());
        var found = kept(report, sha256, place, today);
        if (found.isEmpty()) {
            throw new ImportRefused(report.importId(), "RECORD_UNKNOWN", 404);
        }
        if (found.get().statements().isEmpty()) {
            throw new ImportRefused(report.importId(), "RECORD_NOT_ACCEPTABLE", 422);
        }
        var practice = report.practice();
        var courier = new Courier(port, report.importId(), sha256, today);
        var prepared = Prepared.of(found.get(), new References(practice, numbers, tokens, courier));
        var told = new Telling(practice, numbers, tokens, courier, prepared, true).told();
        if (told.fate() == Told.Fate.HELD || told.fate() == Told.Fate.REFUSED) {
            var code = told.notes().getLast().code();
            throw new ImportRefused(report.importId(), code, RefusalStatus.of(code));
        }
    }

    private Optional<FileRecord> kept(ImportReport report, String sha256, String place, LocalDate today)
            throws IOException {
        var file = folder.content(report.practice(), sha256);
        if (file.isEmpty()) {
            return Optional.empty();
        }
        var reader = recognition
                .of(file.get(), report.practice(), profileOf(report), today)
                .reader();
        return reader == null ? Optional.empty() : RecordSearch.at(place, reader, file.get());
    }

    /// The profile as it was asked for: what was found out is found out again.
    static @Nullable String profileOf(ImportReport report) {
        return "CSV".equals(report.format()) ? report.profile() : null;
    }

    private StartImport command(ImportRun run, boolean beingRead) {
        var recognised = run.recognised();
        return new StartImport(
                run.id(),
                run.request().practice(),
                run.file().sha256(),
                run.file().bytes(),
                limitBytes,
                recognised.format(),
                recognised.profile(),
                recognised.profileKnown(),
                PARSER_VERSION,
                run.request().today(),
                recognised.interchange(),
                beingRead,
                folder.report(run.id()).map(ImportReport::transactionSets).orElse(0));
    }

    private void seenAgain(ImportRun run) {
        running.remove(run.id(), run);
        run.end(run.report(State.SEEN_AGAIN, null));
    }

    private void begin(ImportRun run, @Nullable Courier courier) {
        var reader = run.recognised().reader();
        if (reader == null) {
            throw new ImportRefused(
                    run.id(), run.recognised().profileKnown() ? "FORMAT_INVALID" : "PROFILE_INVALID", 422);
        }
        Thread.ofVirtual().name("import-" + run.id()).start(() -> readToEnd(run, reader, courier));
    }

    private void readToEnd(ImportRun run, FileReader reader, @Nullable Courier courier) {
        var state = State.FAILED;
        String fault = null;
        try {
            state = read(run, reader, courier);
        } catch (IOException | RuntimeException e) {
            // The message of a parser may quote the file, which may hold patients: only the kind of fault is told.
            fault = e.getClass().getSimpleName();
            LOG.error("import {} stopped by {} at {}", run.id(), fault, firstFrame(e));
        }
        finish(run, state, fault);
    }

    private static String firstFrame(Throwable fault) {
        var frames = fault.getStackTrace();
        return frames.length == 0 ? "an unknown place" : frames[0].toString();
    }

    private void finish(ImportRun run, State state, @Nullable String fault) {
        // Kept before anybody is told that it is over: who waits may look at once.
        var report = run.report(state, fault);
        try {
            if (run.request().dryRun()) {
                run.file().discard();
            } else {
                folder.keep(report);
                if (state == State.COMPLETED) {
                    tellWaiting(run.request().practice(), run.request().today());
                }
            }
        } catch (RuntimeException e) {
            LOG.error(
                    "the report of import {} was not kept: {}",
                    run.id(),
                    e.getClass().getSimpleName());
        } finally {
            // Also where a full disk keeps no report: nobody waits for ever, and the same bytes may come again.
            running.remove(run.id(), run);
            run.end(report);
        }
    }

    /// What has just come may be what held records waited for. They are told again after every later import and
    /// claim as well, so a fault here loses nothing and spoils no report.
    void tellWaiting(UUID practice, LocalDate today) {
        judging.lock();
        try {
            int taken = waiting.tellAgain(practice, today);
            if (taken > 0) {
                LOG.info("{} held records of practice {} were taken", taken, practice);
            }
        } catch (IOException | RuntimeException e) {
            LOG.error(
                    "held records of practice {} wait on: {} at {}",
                    practice,
                    e.getClass().getSimpleName(),
                    firstFrame(e));
        } finally {
            judging.unlock();
        }
    }

    private State read(ImportRun run, FileReader reader, @Nullable Courier courier) throws IOException {
        var request = run.request();
        var reportId = courier == null ? UUID.randomUUID() : run.id();
        try (var out = folder.newFindings(reportId);
                var book = new FindingsBook(
                        run.id(), request.practice(), run.file().sha256(), courier, out);
                var lanes = new Lanes()) {
            if (run.report().resumed()) {
                note(
                        run,
                        book,
                        Note.warning("IMPORT_RESUMED", ""),
                        "",
                        0,
                        run.file().bytes(),
                        null);
            }
            var sets = KnownSets.of(
                    request.practice(), run.id(), reader, run.file().content(), numbers);
            run.met(sets);
            var intake = new Intake(run, book, lanes, sets, courier);
            try {
                reader.read(run.file().content(), intake);
            } catch (Intake.Cancelled e) {
                lanes.finish();
                book.flush();
                return State.CANCELLED;
            }
            lanes.finish();
            for (var code : run.tally().wholeFileCodes()) {
                book.add(FindingLine.noted(
                        Note.warning(code, ""), "", 0, run.file().bytes(), null));
            }
            book.flush();
            if (courier != null) {
                sets.seeAgain(courier);
                sets.complete(run.tally().completed(run.millis()), reader, run.file(), courier);
            }
        } finally {
            if (courier == null) {
                Files.deleteIfExists(folder.findings(reportId));
            }
        }
        return State.COMPLETED;
    }

    private static void note(
            ImportRun run, FindingsBook book, Note note, String place, long from, long to, @Nullable UUID claim) {
        if (run.tally().keeps(note)) {
            book.add(FindingLine.noted(note, place, from, to, claim));
        }
    }

    /// Takes the records of one file and lets the lanes tell them.
    private final class Intake implements FileReader.RecordSink {

        private static final long BETWEEN_TELLINGS = 200_000_000L; // nanoseconds

        private final ImportRun run;
        private final FindingsBook book;
        private final Lanes lanes;
        private final KnownSets sets;
        private final @Nullable Courier courier;
        private final References references;
        private long lastTelling = System.nanoTime();

        Intake(ImportRun run, FindingsBook book, Lanes lanes, KnownSets sets, @Nullable Courier courier) {
            this.run = run;
            this.book = book;
            this.lanes = lanes;
            this.sets = sets;
            this.courier = courier;
            this.references = new References(run.request().practice(), numbers, tokens, courier);
        }

        /// Somebody broke the reading off.
        private static final class Cancelled extends RuntimeException {
            private static final long serialVersionUID = 1L;
        }

        @Override
        public void record(FileRecord found) {
            goOn();
            var prepared = Prepared.of(found, references);
            lanes.submit(found.lane(), () -> tell(prepared));
            tellListenersNowAndThen();
        }

        @Override
        public boolean knows(int part) {
            return sets.knows(part);
        }

        @Override
        public void seenBefore() {
            goOn();
            run.tally().count(new Told(Told.Fate.SEEN_BEFORE, List.of(), 0, null));
            tellListenersNowAndThen();
        }

        private void goOn() {
            if (run.isCancelled()) {
                throw new Cancelled();
            }
        }

        private void tell(Prepared prepared) {
            var told = new Telling(run.request().practice(), numbers, tokens, courier, prepared, false).told();
            run.tally().count(told);
            var record = prepared.record();
            for (var note : told.notes()) {
                Importer.note(run, book, note, record.place(), record.from(), record.to(), told.claim());
            }
        }

        @Override
        public void note(Note note, String place, long from, long to) {
            Importer.note(run, book, note, place, from, to, null);
        }

        @Override
        public void reached(long bytes) {
            run.reached(bytes);
        }

        private void tellListenersNowAndThen() {
            long now = System.nanoTime();
            if (now - lastTelling > BETWEEN_TELLINGS) {
                lastTelling = now;
                run.tellListeners();
            }
        }
    }
}
