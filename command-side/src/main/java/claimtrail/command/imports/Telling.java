package claimtrail.command.imports;

import claimtrail.command.Command;
import claimtrail.command.Receipt;
import claimtrail.command.claim.PatientTokens;
import claimtrail.command.imports.Told.Fate;
import claimtrail.command.imports.reading.ClaimName;
import claimtrail.command.imports.reading.NotReadable;
import claimtrail.command.imports.reading.Note;
import claimtrail.command.imports.reading.Statement;
import claimtrail.event.ExternalId;
import claimtrail.event.imports.ImportEvent.Severity;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Tells one record: its statements become ordinary commands, in their order. The first refusal of its first statement
/// is the fate of the record; what a later statement is refused for is a warning, because something was stored.
final class Telling {

    /// Refusals that another file may put right, because files come in any order: whatever is judged on what is known
    /// of the claim.
    static final Set<String> MAY_STILL_COME = Set.of(
            "CLAIM_UNKNOWN",
            "CLAIM_VERSION_UNKNOWN",
            "CLAIM_ID_TAKEN",
            "CLAIM_VOIDED",
            "NOT_YET_ANSWERED",
            "DECISION_SUSPECTED_DUPLICATE",
            "NOTHING_DENIED",
            "LINE_NOT_DENIED",
            "NOT_APPEALABLE",
            "APPEAL_OPEN",
            "LEVEL_SKIPPED",
            "APPEAL_BEFORE_DENIAL",
            "APPEAL_TOO_LATE",
            "APPEAL_UNKNOWN",
            "APPEAL_CLOSED",
            "LINE_NOT_APPEALED",
            "OUTCOME_BEFORE_FILING",
            "AMOUNT_ABOVE_DENIED");

    private final UUID practice;
    private final Numbers numbers;
    private final PatientTokens tokens;
    private final @Nullable Courier courier;
    private final Prepared prepared;
    private final boolean acceptedByPerson;
    private final List<Note> notes;
    private final ClaimTelling claims;
    private int events;
    private @Nullable UUID claim;

    /// @param courier absent in a dry run: whatever could be asked counts as stored
    /// @param acceptedByPerson a person has looked at the record: equal answers are no longer suspicious
    Telling(
            UUID practice,
            Numbers numbers,
            PatientTokens tokens,
            @Nullable Courier courier,
            Prepared prepared,
            boolean acceptedByPerson) {
        this.practice = practice;
        this.numbers = numbers;
        this.tokens = tokens;
        this.courier = courier;
        this.prepared = prepared;
        this.acceptedByPerson = acceptedByPerson;
        this.notes = new ArrayList<>(prepared.notes());
        this.claims = new ClaimTelling(this, new ClaimSearch(practice, numbers));
    }

    Told told() {
        if (isStopped()) {
            boolean held = notes.stream().anyMatch(note -> note.severity() == Severity.HELD);
            return new Told(held ? Fate.HELD : Fate.REFUSED, notes, 0, null);
        }
        var statements = prepared.record().statements();
        for (int i = 0; i < statements.size(); i++) {
            var refusal = tell(statements.get(i));
            if (refusal == null) {
                continue;
            }
            if (i > 0) {
                notes.add(Note.warning(refusal.code(), refusal.field()));
                break;
            }
            notes.add(
                    refusal.held()
                            ? Note.held(refusal.code(), refusal.field())
                            : Note.refused(refusal.code(), refusal.field()));
            return new Told(refusal.held() ? Fate.HELD : Fate.REFUSED, notes, events, claim);
        }
        boolean stored = events > 0 || courier == null || isKeptAsFinding();
        return new Told(stored ? Fate.STORED : Fate.SEEN_BEFORE, notes, events, claim);
    }

    /// Money of a payment that belongs to no claim is stored by its finding.
    private boolean isKeptAsFinding() {
        return prepared.record().statements().isEmpty()
                && notes.stream().anyMatch(note -> note.code().equals("PROVIDER_ADJUSTMENT"));
    }

    /// What its reader held for a person, and a person accepted, is told as far as it states anything.
    private boolean isStopped() {
        var record = prepared.record();
        return record.stopped() && (!acceptedByPerson || record.statements().isEmpty());
    }

    /// Why a statement did not become facts.
    record Refusal(String code, String field, boolean held) {}

    private @Nullable Refusal tell(Statement statement) {
        try {
            return sent(statement);
        } catch (NotReadable e) {
            return new Refusal(e.code(), e.field(), e.severity() == Severity.HELD);
        }
    }

    private @Nullable Refusal sent(Statement statement) {
        return switch (statement) {
            case Statement.BillStated it -> claims.bill(it);
            case Statement.VoidStated it -> claims.takeBack(it);
            case Statement.RejectionStated it -> claims.rejection(it);
            case Statement.AcknowledgementStated it -> claims.acknowledgement(it);
            case Statement.AnswerStated it -> claims.answer(it);
            case Statement.AppealStated it -> claims.appeal(it);
            case Statement.OutcomeStated it -> claims.outcome(it);
            case Statement.ProviderStated it -> send(ReferenceTelling.provider(it, practice, prepared));
            case Statement.PolicyStated it -> send(ReferenceTelling.policy(it, practice, this));
            case Statement.CodeStated it -> send(ReferenceTelling.code(it, practice));
            case Statement.PatternStated it -> sendAll(ReferenceTelling.pattern(it, practice, this));
            case Statement.SittingStarted it -> send(SittingTelling.started(it, practice, this));
            case Statement.SittingCompleted it -> send(SittingTelling.completed(it, practice, this));
            case Statement.CorrectionStated it -> send(SittingTelling.correction(it, practice, this));
        };
    }

    @Nullable
    Refusal send(Command command) {
        if (courier == null) {
            return null;
        }
        var record = prepared.record();
        return switch (courier.send(command, record.place(), record.from(), record.to())) {
            case Receipt.Done done -> {
                events += done.events();
                done.warnings().forEach(it -> notes.add(Note.warning(it.code(), it.field())));
                yield null;
            }
            case Receipt.Declined declined ->
                new Refusal(
                        declined.code(),
                        declined.field() == null ? "" : declined.field(),
                        MAY_STILL_COME.contains(declined.code()));
        };
    }

    private @Nullable Refusal sendAll(List<Command> commands) {
        for (var command : commands) {
            var refusal = send(command);
            if (refusal != null) {
                return refusal;
            }
        }
        return null;
    }

    /// The stream that an outside number names, where the number is known.
    Optional<UUID> find(String kind, ExternalId number) {
        return numbers.find(practice, kind, number.source() + '|' + number.value());
    }

    /// A claim that a record only refers to.
    Optional<UUID> findClaim(ClaimName name) {
        return new ClaimSearch(practice, numbers).referred(name).map(ClaimSearch.Found::claim);
    }

    void note(Note note) {
        notes.add(note);
    }

    void concerns(UUID stream) {
        claim = stream;
    }

    UUID practice() {
        return practice;
    }

    PatientTokens tokens() {
        return tokens;
    }

    Prepared prepared() {
        return prepared;
    }

    /// The day of the door; a dry run, which sends nothing, has none to go by.
    LocalDate today() {
        return courier == null ? LocalDate.EPOCH : courier.today();
    }

    /// The file and the place in it.
    String origin() {
        return (courier == null ? "" : courier.sha256()) + "|"
                + prepared.record().place();
    }

    boolean isAcceptedByPerson() {
        return acceptedByPerson;
    }
}
