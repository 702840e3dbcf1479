package claimtrail.command.imports.json;

import claimtrail.command.claim.Answer.AnsweredLine;
import claimtrail.command.imports.reading.Amounts;
import claimtrail.command.imports.reading.NotReadable;
import claimtrail.command.imports.reading.Statement;
import claimtrail.event.Ids;
import claimtrail.event.Reason;
import claimtrail.event.claim.Adjustment;
import claimtrail.event.claim.PayerDecision.DayBasis;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// An answer, or one taken back, among the project's own records. Adjustments are written `CO-97:178.00`.
final class OwnAnswers {

    private static final Pattern ADJUSTMENT = Pattern.compile("(?:([A-Z]{2})-)?([A-Za-z0-9]{1,5}):([-+0-9.]{1,40})");

    private OwnAnswers() {}

    static Statement answer(Fields record, boolean reversal) {
        var lines = record.each("lines", OwnAnswers::line);
        var decidedOn = record.day(reversal ? "reversedOn" : "decidedOn");
        var charge = record.cents("charge");
        var paid = record.cents("paid");
        var adjustments = adjustments(record);
        var status = reversal ? "22" : record.textOrNull("status");
        var trace = record.textOrNull("trace");
        var sequence = record.wholeOrNull("payerSequence");
        var provider = record.textOr("provider", "");
        var key = String.join(
                "|",
                OwnRecords.SOURCE,
                record.text("claim"),
                record.textOr("payerClaim", ""),
                String.valueOf(trace),
                String.valueOf(status),
                decidedOn.toString(),
                Long.toString(charge),
                Long.toString(paid),
                Ids.named(lines.toString(), adjustments.toString()).toString());
        return new Statement.AnswerStated(
                OwnRecords.claim(record),
                key,
                null,
                OwnRecords.payer(record),
                sequence == null ? sequence(status) : sequence,
                provider.isEmpty() ? null : OwnRecords.provider(provider),
                trace,
                status,
                decidedOn,
                DayBasis.STATED,
                record.dayOrNull("paidOn"),
                record.dayOrNull("receivedOn"),
                charge,
                paid,
                record.centsOrNull("patientShare"),
                record.centsOrNull("interest"),
                true,
                adjustments,
                remarks(record),
                lines);
    }

    private static int sequence(@Nullable String status) {
        return switch (status == null ? "1" : status) {
            case "2", "20" -> 2;
            case "3", "21" -> 3;
            default -> 1;
        };
    }

    private static AnsweredLine line(Fields line, int index) {
        var no = line.wholeOrNull("n");
        return new AnsweredLine(
                no == null ? 0 : no,
                line.textOrNull("controlNumber"),
                line.textOrNull("code"),
                line.texts("modifiers"),
                line.dayOrNull("serviceDate"),
                line.cents("charge"),
                line.cents("paid"),
                line.centsOrNull("allowed"),
                line.textOrNull("recodedFrom"),
                adjustments(line),
                remarks(line));
    }

    private static List<Adjustment> adjustments(Fields record) {
        var found = new ArrayList<Adjustment>();
        for (var text : record.texts("adjustments")) {
            var parts = ADJUSTMENT.matcher(text);
            if (!parts.matches()) {
                throw new NotReadable("CODE_UNREADABLE", record.at("adjustments"));
            }
            found.add(new Adjustment(
                    parts.group(1),
                    Reason.carc(parts.group(2)),
                    Amounts.cents(parts.group(3), record.at("adjustments")),
                    null));
        }
        return found;
    }

    private static List<Reason> remarks(Fields record) {
        return record.texts("remarks").stream().map(Reason::rarc).toList();
    }
}
