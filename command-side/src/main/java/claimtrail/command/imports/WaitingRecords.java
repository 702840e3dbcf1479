package claimtrail.command.imports;

import claimtrail.command.CommandPort;
import claimtrail.command.Order;
import claimtrail.command.claim.PatientTokens;
import claimtrail.command.imports.ImportCommand.JudgeRecord;
import claimtrail.command.imports.reading.FileContent;
import claimtrail.command.imports.reading.FileRecord;
import claimtrail.command.imports.reading.Statement;
import claimtrail.command.store.DirectoryEntry;
import claimtrail.event.Actor;
import claimtrail.event.Source;
import claimtrail.event.imports.ImportEvent.RecordNoted;
import claimtrail.event.imports.ImportEvent.Severity;
import claimtrail.event.imports.ImportEvent.Verdict;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/// Tells held records again when what they waited for may have come: files arrive in any order, and an answer may be
/// here before its claim. A record that is taken now is judged as accepted by this automation; any other one goes on
/// waiting.
final class WaitingRecords {

    /// Directory kind of the imports that have such records.
    static final String KIND = "import-waiting";

    private static final int MOST_IMPORTS = 10_000;
    private static final Actor AUTOMATION = new Actor(Actor.Kind.AUTOMATION, "held records are told again");

    private final CommandPort port;
    private final Numbers numbers;
    private final PatientTokens tokens;
    private final Findings.Kept kept;
    private final ImportFolder folder;
    private final Recognition recognition;

    /// Imports of which no record waits any more. What is judged stays judged, and a file is read once.
    private final Set<UUID> settled = ConcurrentHashMap.newKeySet();

    WaitingRecords(
            CommandPort port,
            Numbers numbers,
            PatientTokens tokens,
            Findings.Kept kept,
            ImportFolder folder,
            Recognition recognition) {
        this.port = port;
        this.numbers = numbers;
        this.tokens = tokens;
        this.kept = kept;
        this.folder = folder;
        this.recognition = recognition;
    }

    /// Whether a finding says that the record may be told when another file has come.
    static boolean mayStillBeTold(RecordNoted noted) {
        return noted.severity() == Severity.HELD && Telling.MAY_STILL_COME.contains(noted.code());
    }

    /// A record that waits, and whose file it stands in.
    private record Waiting(ImportReport report, FileRecord record) {}

    /// Tells the waiting records of a practice, by the days they speak of and not by the order in which they came;
    /// again and again as long as one of them is taken, because an outcome may wait for an appeal that waits for a
    /// denial.
    ///
    /// @return how many were taken
    int tellAgain(UUID practice, LocalDate today) throws IOException {
        var waiting = new ArrayList<Waiting>();
        for (var entry : numbers.startingWith(practice, KIND, "", MOST_IMPORTS)) {
            waiting.addAll(waitingOf(entry, today));
        }
        waiting.sort(Comparator.comparing(
                        (Waiting it) -> day(it.record().statements().getFirst()))
                .thenComparingInt(it -> rank(it.record().statements().getFirst()))
                .thenComparing(it -> it.report().importId())
                .thenComparingLong(it -> it.record().from()));
        int taken = 0;
        int before;
        do {
            before = taken;
            for (var it = waiting.iterator(); it.hasNext(); ) {
                if (isTaken(practice, it.next(), today)) {
                    it.remove();
                    taken++;
                }
            }
        } while (taken > before);
        return taken;
    }

    private List<Waiting> waitingOf(DirectoryEntry entry, LocalDate today) throws IOException {
        var id = entry.streamId();
        if (settled.contains(id)) {
            return List.of();
        }
        var report = folder.report(id);
        if (report.isEmpty()) {
            return List.of(); // still being read, or read by another node
        }
        var places = kept.found(id).waiting();
        if (places.isEmpty()) {
            settled.add(id);
            return List.of();
        }
        var file = folder.content(report.get().practice(), sha256(report.get()));
        return file.isEmpty() ? List.of() : recordsOf(report.get(), file.get(), places, today);
    }

    private List<Waiting> recordsOf(ImportReport report, FileContent file, Set<String> places, LocalDate today)
            throws IOException {
        var reader = recognition
                .of(file, report.practice(), Importer.profileOf(report), today)
                .reader();
        var found = new ArrayList<Waiting>();
        if (reader != null) {
            for (var record : RecordSearch.all(places, reader, file)) {
                if (!record.statements().isEmpty()) {
                    found.add(new Waiting(report, record));
                }
            }
        }
        return found;
    }

    private boolean isTaken(UUID practice, Waiting waiting, LocalDate today) {
        var report = waiting.report();
        var courier = new Courier(port, report.importId(), sha256(report), today);
        var prepared = Prepared.of(waiting.record(), new References(practice, numbers, tokens, courier));
        var told = new Telling(practice, numbers, tokens, courier, prepared, false).told();
        if (told.fate() == Told.Fate.HELD || told.fate() == Told.Fate.REFUSED) {
            return false;
        }
        var record = waiting.record();
        port.send(new Order<>(
                new JudgeRecord(report.importId(), practice, record.place(), Verdict.ACCEPTED, today, null),
                AUTOMATION,
                new Source.File(sha256(report), record.place(), record.from(), record.to()),
                report.importId(),
                null,
                today,
                null,
                null,
                null));
        return true;
    }

    private static String sha256(ImportReport report) {
        return report.file().substring("sha256:".length());
    }

    private static LocalDate day(Statement statement) {
        return switch (statement) {
            case Statement.BillStated it -> it.submittedOn();
            case Statement.VoidStated it -> it.voidedOn();
            case Statement.RejectionStated it -> it.rejectedOn();
            case Statement.AcknowledgementStated it -> it.acknowledgedOn();
            case Statement.AnswerStated it -> it.decidedOn();
            case Statement.AppealStated it -> it.filedOn();
            case Statement.OutcomeStated it -> it.decidedOn();
            case Statement.ProviderStated _,
                    Statement.PolicyStated _,
                    Statement.CodeStated _,
                    Statement.PatternStated _,
                    Statement.SittingStarted _,
                    Statement.SittingCompleted _,
                    Statement.CorrectionStated _ -> LocalDate.MIN;
        };
    }

    /// What happens first on one day.
    private static int rank(Statement statement) {
        return switch (statement) {
            case Statement.ProviderStated _,
                    Statement.PolicyStated _,
                    Statement.CodeStated _,
                    Statement.PatternStated _,
                    Statement.SittingStarted _,
                    Statement.SittingCompleted _,
                    Statement.CorrectionStated _ -> 0;
            case Statement.BillStated _ -> 1;
            case Statement.RejectionStated _, Statement.AcknowledgementStated _ -> 2;
            case Statement.AnswerStated _ -> 3;
            case Statement.AppealStated _ -> 4;
            case Statement.OutcomeStated _ -> 5;
            case Statement.VoidStated _ -> 6;
        };
    }
}
