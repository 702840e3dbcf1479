package claimtrail.command.imports.json;

import claimtrail.command.claim.ClaimCommand.RecordAppealOutcome.Outcome;
import claimtrail.command.claim.ClaimCommand.RecordAppealOutcome.OutcomeLine;
import claimtrail.command.imports.reading.ClaimName;
import claimtrail.command.imports.reading.NotReadable;
import claimtrail.command.imports.reading.Note;
import claimtrail.command.imports.reading.PayerName;
import claimtrail.command.imports.reading.ProviderName;
import claimtrail.command.imports.reading.Statement;
import claimtrail.command.provider.Npi;
import claimtrail.event.ExternalId;
import claimtrail.event.Reason;
import claimtrail.event.claim.ClaimEvent.AnswerBasis;
import claimtrail.event.claim.ClaimEvent.DayKnown;
import claimtrail.event.claim.ClaimEvent.RejectedBy;
import claimtrail.event.learning.PracticeSessionEvent.CorrectionKind;
import claimtrail.event.learning.PracticeSessionEvent.Kind;
import claimtrail.event.learning.PracticeSessionEvent.Scope;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What the project's own records state. Numbers of claims are identities of the source `api`; what only refers to a
/// claim may also name one that came in an 837, by its account number with its day and charge, or in a table, by
/// `claimSource`.
final class OwnRecords {

    static final String SOURCE = ClaimName.OWN;

    private OwnRecords() {}

    /// Statements, and what they are about: records of equal lane keep their order.
    record Told(String lane, List<Statement> statements) {}

    static Told told(Fields record, LocalDate received, List<Note> notes) {
        return switch (record.text("type")) {
            case "claim" -> of(record.text("externalId"), OwnBills.bill(record, false, received, notes));
            case "replacement" -> of(record.text("externalId"), OwnBills.bill(record, true, received, notes));
            case "void" ->
                of(
                        record.text("claim"),
                        new Statement.VoidStated(claim(record), record.day("voidedOn"), payer(record)));
            case "acceptance" -> of(record.text("claim"), acceptance(record));
            case "rejection" -> of(record.text("claim"), rejection(record));
            case "decision" -> of(record.text("claim"), OwnAnswers.answer(record, false));
            case "reversal" -> of(record.text("claim"), OwnAnswers.answer(record, true));
            case "appeal" -> of(record.text("claim"), appeal(record));
            case "appealOutcome" -> of(record.text("claim"), outcome(record));
            case "practice" -> new Told(record.text("session"), sitting(record));
            case "correction" -> of(record.text("session"), correction(record));
            case "policy" -> of(record.text("externalId"), OwnPolicies.policy(record));
            case "provider" -> of(record.text("externalId"), provider(record, notes));
            default -> throw new NotReadable("NOT_RECOGNISED", "/type");
        };
    }

    private static Told of(String lane, Statement statement) {
        return new Told(lane, List.of(statement));
    }

    static ClaimName claim(Fields record) {
        return ClaimName.of(record.textOr("claimSource", SOURCE), record.text("claim"))
                .with(
                        record.dayOrNull("serviceDate"),
                        null,
                        record.centsOrNull("charge"),
                        null,
                        record.textOrNull("payerClaim"));
    }

    static @Nullable PayerName payer(Fields record) {
        var payer = record.textOr("payer", "");
        return payer.isEmpty() ? null : new PayerName(List.of(payer), null, null);
    }

    static ProviderName provider(String number) {
        return Npi.isValid(number)
                ? new ProviderName(new ExternalId("npi", number), null, number, null, null, null)
                : ProviderName.of(SOURCE, number);
    }

    private static Statement acceptance(Fields record) {
        return new Statement.AcknowledgementStated(
                claim(record), record.day("acceptedOn"), by(record), statusCodes(record), payer(record));
    }

    private static Statement rejection(Fields record) {
        var codes = statusCodes(record);
        var day = record.day("rejectedOn");
        var key = String.join("|", record.text("claim"), day.toString(), codes.toString());
        return new Statement.RejectionStated(claim(record), key, day, by(record), codes, payer(record));
    }

    private static List<Reason> statusCodes(Fields record) {
        return record.texts("codes").stream()
                .map(code -> new Reason("CLAIM_STATUS", code))
                .toList();
    }

    private static RejectedBy by(Fields record) {
        return record.textOr("by", "payer").equalsIgnoreCase("clearinghouse")
                ? RejectedBy.CLEARINGHOUSE
                : RejectedBy.PAYER;
    }

    private static Statement appeal(Fields record) {
        return new Statement.AppealStated(
                claim(record),
                whole(record, "lines"),
                record.wholeOrNull("level"),
                record.day("filedOn"),
                DayKnown.STATED,
                record.flag("goodCause"),
                record.textOrNull("channel"));
    }

    private static Statement outcome(Fields record) {
        var outcome = switch (record.text("outcome").toLowerCase(Locale.ROOT)) {
            case "overturned", "approved" -> Outcome.OVERTURNED;
            case "partly" -> Outcome.PARTLY;
            case "upheld", "denied" -> Outcome.UPHELD;
            case "dismissed" -> Outcome.DISMISSED;
            default -> throw NotReadable.held("STATUS_UNKNOWN", "/outcome");
        };
        var appealNo = record.wholeOrNull("appealNo");
        return new Statement.OutcomeStated(
                claim(record),
                appealNo == null ? 1 : appealNo,
                outcome,
                AnswerBasis.LETTER,
                record.day("decidedOn"),
                DayKnown.STATED,
                record.each("lines", (line, _) -> {
                    var no = line.wholeOrNull("n");
                    return new OutcomeLine(no == null ? 0 : no, line.centsOrNull("overturned"));
                }));
    }

    private static List<Statement> sitting(Fields record) {
        var session = new ExternalId(SOURCE, record.text("session"));
        var statements = new ArrayList<Statement>();
        if (record.has("startedAt")) {
            var kind = record.textOr("kind", "guided").equalsIgnoreCase("guided") ? Kind.GUIDED : Kind.FREE_FORM;
            statements.add(new Statement.SittingStarted(
                    session,
                    new ExternalId(record.textOr("patternSource", SOURCE), record.text("pattern")),
                    record.textOr("user", "-"),
                    kind,
                    null,
                    record.instant("startedAt")));
        }
        if (record.has("completedAt")) {
            statements.add(new Statement.SittingCompleted(
                    session,
                    record.instant("completedAt"),
                    record.wholeOrNull("seconds"),
                    record.wholeOrNull("correct"),
                    record.wholeOrNull("total"),
                    record.wholeOrNull("corrections")));
        }
        if (statements.isEmpty()) {
            throw new NotReadable("REQUIRED_MISSING", "/startedAt");
        }
        return statements;
    }

    private static Statement correction(Fields record) {
        var at = record.instant("appliedAt");
        var effectiveOn = record.dayOrNull("effectiveOn");
        var claim = record.textOrNull("claim");
        CorrectionKind kind;
        Scope scope;
        try {
            kind = CorrectionKind.valueOf(record.text("kind"));
            scope = Scope.valueOf(record.textOr("scope", "FUTURE_CLAIMS"));
        } catch (IllegalArgumentException e) {
            throw NotReadable.held("STATUS_UNKNOWN", "/kind");
        }
        return new Statement.CorrectionStated(
                new ExternalId(SOURCE, record.text("session")),
                new ExternalId(record.textOr("patternSource", SOURCE), record.text("pattern")),
                record.textOr("user", "-"),
                kind,
                Objects.requireNonNullElse(effectiveOn, LocalDate.ofInstant(at, ZoneOffset.UTC)),
                at,
                scope,
                claim == null ? null : claim(record));
    }

    private static Statement provider(Fields record, List<Note> notes) {
        var npi = record.textOrNull("npi");
        if (npi != null && !Npi.isValid(npi)) {
            notes.add(Note.warning("NPI_CHECK_DIGIT", "/npi"));
        }
        return new Statement.ProviderStated(new ProviderName(
                new ExternalId(SOURCE, record.text("externalId")),
                record.textOrNull("name"),
                npi,
                record.textOrNull("specialty"),
                record.textOrNull("taxonomy"),
                record.textOrNull("tin")));
    }

    /// Whole numbers of an array; absent is empty.
    private static List<Integer> whole(Fields record, String name) {
        return record.texts(name).stream()
                .map(text -> {
                    try {
                        return Integer.valueOf(text);
                    } catch (NumberFormatException e) {
                        throw new NotReadable("CODE_UNREADABLE", record.at(name));
                    }
                })
                .toList();
    }
}
