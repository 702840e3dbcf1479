package claimtrail.command.imports.csv;

import claimtrail.command.claim.Answer.AnsweredLine;
import claimtrail.command.claim.PersonNames;
import claimtrail.command.imports.csv.MappingProfile.AdjustmentColumns;
import claimtrail.command.imports.csv.MappingProfile.AmountColumn;
import claimtrail.command.imports.csv.MappingProfile.Named;
import claimtrail.command.imports.csv.MappingProfile.Status;
import claimtrail.command.imports.reading.Amounts;
import claimtrail.command.imports.reading.ClaimName;
import claimtrail.command.imports.reading.LineStated;
import claimtrail.command.imports.reading.NotReadable;
import claimtrail.command.imports.reading.Note;
import claimtrail.command.imports.reading.PatientStated;
import claimtrail.command.imports.reading.PayerName;
import claimtrail.command.imports.reading.ProviderName;
import claimtrail.command.imports.reading.Statement;
import claimtrail.command.provider.Npi;
import claimtrail.event.ExternalId;
import claimtrail.event.Ids;
import claimtrail.event.Reason;
import claimtrail.event.claim.Adjustment;
import claimtrail.event.claim.ClaimEvent.ClaimType;
import claimtrail.event.claim.ClaimEvent.RejectedBy;
import claimtrail.event.claim.Line;
import claimtrail.event.claim.PayerDecision.DayBasis;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What the rows of one claim state: the bill and, by the status, its answer. Where a table knows only "denied", the
/// answer has one adjustment `OA` with a reason nobody knows.
final class TableClaims {

    private static final Reason UNKNOWN = new Reason("table", "unknown");

    private TableClaims() {}

    static List<Statement> statements(
            List<TableRow> rows, MappingProfile profile, LocalDate received, List<Note> notes) {
        var first = rows.getFirst();
        var columns = profile.claim();
        var status = status(first, profile);
        var lines = lines(rows, profile, notes);
        long charge = columns.charge() == null
                ? lines.stream().mapToLong(LineStated::chargeCents).sum()
                : cents(rows, columns.charge());
        var from = lines.stream()
                .map(LineStated::serviceFrom)
                .min(LocalDate::compareTo)
                .orElse(received);
        var to = lines.stream()
                .map(LineStated::serviceFrom)
                .max(LocalDate::compareTo)
                .orElse(from);
        var name = ClaimName.of(profile.source(), first.required(columns.id()))
                .with(from, to, charge, patient(first, profile), null);
        var payerAlias = named(first, columns.payer());
        var payer = payerAlias == null ? null : new PayerName(List.of(payerAlias), null, null);
        if (payer == null) {
            notes.add(Note.everywhere("PAYER_NOT_STATED"));
        }
        var provider = provider(first, profile, notes);
        var submittedOn = first.requiredDay(columns.submittedOn());
        var statements = new ArrayList<Statement>();
        statements.add(new Statement.BillStated(
                name,
                false,
                "1",
                submittedOn,
                payer,
                1,
                provider,
                null,
                ClaimType.PROFESSIONAL,
                null,
                charge,
                from,
                to.equals(from) ? null : to,
                split(first.text(columns.diagnoses()), columns.diagnosisSeparator()),
                false,
                lines,
                List.of()));
        switch (status) {
            case PAID, DENIED -> {
                var decidedOn = decidedOn(first, profile, received, notes);
                statements.add(answer(rows, profile, name, payer, provider, lines, charge, status, decidedOn, notes));
            }
            case REJECTED -> {
                var day = decidedOn(first, profile, received, notes);
                statements.add(new Statement.RejectionStated(
                        name, name.number().value() + "|" + day, day, RejectedBy.PAYER, List.of(UNKNOWN), payer));
            }
            case PENDING -> {} // no answer yet
        }
        return statements;
    }

    /// A number of the sum over rows, or of the first of them.
    private static long cents(List<TableRow> rows, AmountColumn column) {
        return column.sum()
                ? rows.stream().mapToLong(row -> row.cents(column.col())).sum()
                : rows.getFirst().cents(column.col());
    }

    private static @Nullable String named(TableRow row, @Nullable Named named) {
        if (named == null) {
            return null;
        }
        return named.value() == null ? row.text(named.col()) : named.value();
    }

    /// A profile without a provider bills for one who is not stated; a row without the one it should name is refused.
    private static ProviderName provider(TableRow row, MappingProfile profile, List<Note> notes) {
        var column = profile.claim().provider();
        if (column == null) {
            notes.add(Note.everywhere("PROVIDER_NOT_STATED"));
            return new ProviderName(
                    new ExternalId(profile.source(), "not stated"), "Not stated", null, null, null, null);
        }
        var number = named(row, column);
        if (number == null) {
            throw new NotReadable("REQUIRED_MISSING", String.valueOf(column.col()));
        }
        return Npi.isValid(number)
                ? new ProviderName(new ExternalId("npi", number), null, number, null, null, null)
                : ProviderName.of(profile.source(), number);
    }

    /// The word of the status column by the profile's map; what is not mapped is held, never guessed.
    private static Status status(TableRow row, MappingProfile profile) {
        var column = profile.status();
        if (column == null) {
            return Status.PENDING;
        }
        var word = column.map().get(row.required(column.col()));
        if (word == null) {
            throw NotReadable.held("STATUS_UNKNOWN", column.col());
        }
        return word;
    }

    private static LocalDate decidedOn(TableRow row, MappingProfile profile, LocalDate received, List<Note> notes) {
        var day = row.day(profile.claim().decidedOn());
        if (day == null) {
            notes.add(Note.warning("DECISION_DAY_ASSUMED", ""));
            return received;
        }
        return day;
    }

    private static List<LineStated> lines(List<TableRow> rows, MappingProfile profile, List<Note> notes) {
        var columns = profile.line();
        var lines = new ArrayList<LineStated>();
        for (var row : rows) {
            var codes = split(row.required(columns.code()), columns.codeSeparator());
            if (codes.size() > 1) {
                notes.add(Note.warning("LINE_SPLIT_ASSUMED", columns.code()));
            }
            var charge = row.cents(columns.charge());
            var day = row.requiredDay(columns.serviceDate());
            var units = row.text(columns.units());
            for (int i = 0; i < codes.size(); i++) {
                lines.add(new LineStated(
                        lines.size() + 1,
                        codes.get(i),
                        i == 0 ? modifiers(row, profile) : List.of(),
                        split(
                                row.text(profile.claim().diagnoses()),
                                profile.claim().diagnosisSeparator()),
                        units == null ? null : Amounts.units(units, String.valueOf(columns.units())),
                        Amounts.share(charge, codes.size(), i),
                        day,
                        null,
                        row.text(columns.place()),
                        null,
                        null,
                        codes.size() > 1 ? Line.Split.ASSUMED : Line.Split.STATED));
            }
        }
        return lines;
    }

    private static List<String> modifiers(TableRow row, MappingProfile profile) {
        return profile.line().modifiers().stream()
                .flatMap(column -> split(row.text(column), profile.line().codeSeparator()).stream())
                .toList();
    }

    private static Statement answer(
            List<TableRow> rows,
            MappingProfile profile,
            ClaimName name,
            @Nullable PayerName payer,
            ProviderName provider,
            List<LineStated> lines,
            long charge,
            Status status,
            LocalDate decidedOn,
            List<Note> notes) {
        boolean denied = status == Status.DENIED;
        var answered = new ArrayList<AnsweredLine>();
        int next = 0;
        long paid = 0;
        for (var row : rows) {
            int codes = split(
                            row.required(profile.line().code()), profile.line().codeSeparator())
                    .size();
            var column = profile.line().paid();
            long paidOfRow = denied || column == null ? 0 : row.cents(column);
            paid += paidOfRow;
            var adjusted = adjustments(row, profile);
            for (int i = 0; i < codes; i++) {
                var line = lines.get(next++);
                long share = Amounts.share(paidOfRow, codes, i);
                answered.add(new AnsweredLine(
                        line.no(),
                        null,
                        line.code(),
                        line.modifiers(),
                        line.serviceFrom(),
                        line.chargeCents(),
                        share,
                        null,
                        null,
                        codes == 1 && !adjusted.isEmpty()
                                ? adjusted
                                : whatIsNotPaid(line, share, denied, rows.getFirst(), profile),
                        List.of()));
            }
        }
        var stated = profile.claim().paid();
        if (stated != null && !denied) {
            long whole = cents(rows, stated);
            if (whole != paid) {
                notes.add(Note.warning("PAID_DIFFERS_FROM_LINES", stated.col()));
            }
            paid = whole;
        }
        var paidColumn = profile.line().paid();
        if (denied && paidColumn != null && rows.stream().anyMatch(row -> row.cents(paidColumn) != 0)) {
            notes.add(Note.warning("DENIED_BUT_PAID", paidColumn));
        }
        var key = String.join(
                "|",
                profile.source(),
                name.number().value(),
                status.name().toLowerCase(Locale.ROOT),
                decidedOn.toString(),
                Long.toString(charge),
                Long.toString(paid),
                Ids.named(answered.toString()).toString());
        return new Statement.AnswerStated(
                name,
                key,
                null,
                payer,
                1,
                provider,
                null,
                null,
                decidedOn,
                profile.claim().decidedOn() == null
                                || rows.getFirst().day(profile.claim().decidedOn()) == null
                        ? DayBasis.ASSUMED
                        : DayBasis.STATED,
                null,
                null,
                charge,
                paid,
                null,
                null,
                true,
                List.of(),
                List.of(),
                answered);
    }

    private static List<Adjustment> adjustments(TableRow row, MappingProfile profile) {
        var found = new ArrayList<Adjustment>();
        for (AdjustmentColumns columns : profile.adjustments()) {
            var code = row.text(columns.carc());
            if (code != null) {
                found.add(new Adjustment(
                        row.text(columns.group()), Reason.carc(code), row.cents(columns.amount()), null));
            }
        }
        return found;
    }

    private static List<Adjustment> whatIsNotPaid(
            LineStated line, long paid, boolean denied, TableRow row, MappingProfile profile) {
        long rest = line.chargeCents() - paid;
        if (rest == 0) {
            return List.of();
        }
        if (!denied) {
            return List.of(new Adjustment(null, new Reason("portal", "unexplained-reduction"), rest, null));
        }
        var words = row.text(profile.claim().denialReason());
        var reason = words == null ? UNKNOWN : new Reason("portal", words);
        return List.of(new Adjustment(words == null ? "OA" : null, reason, rest, null));
    }

    private static @Nullable PatientStated patient(TableRow row, MappingProfile profile) {
        var columns = profile.claim();
        var name = row.text(columns.patientName());
        var member = row.text(columns.memberId());
        if (name == null && member == null) {
            return null;
        }
        var born = row.day(columns.bornOn());
        var kept = new TreeMap<String, String>();
        if (name != null) {
            kept.put("name", name);
        }
        if (member != null) {
            kept.put("memberId", member);
        }
        if (born != null) {
            kept.put("bornOn", born.toString());
        }
        return new PatientStated(
                name == null ? "" : PersonNames.normalised(name), born == null ? null : born.toString(), member, kept);
    }

    private static List<String> split(@Nullable String text, @Nullable String separator) {
        if (text == null) {
            return List.of();
        }
        if (separator == null) {
            return List.of(text);
        }
        return Pattern.compile(Pattern.quote(separator))
                .splitAsStream(text)
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }
}
