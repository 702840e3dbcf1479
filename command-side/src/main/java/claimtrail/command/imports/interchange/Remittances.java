package claimtrail.command.imports.interchange;

import claimtrail.command.claim.Answer.AnsweredLine;
import claimtrail.command.imports.reading.ClaimName;
import claimtrail.command.imports.reading.Note;
import claimtrail.command.imports.reading.Statement;
import claimtrail.command.imports.x12.Adjustment;
import claimtrail.command.imports.x12.RemittedClaim;
import claimtrail.command.imports.x12.RemittedLine;
import claimtrail.event.ExternalId;
import claimtrail.event.Reason;
import claimtrail.event.claim.PayerDecision.DayBasis;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;

/// What a claim of an 835 states: an answer, or that one is taken back.
final class Remittances {

    private Remittances() {}

    static Statement statement(RemittedClaim claim, LocalDate received, List<Note> notes) {
        var payment = claim.payment();
        var decidedOn = payment.decidedOn();
        if (decidedOn == null) {
            notes.add(Note.warning("DECISION_DAY_ASSUMED", "BPR16"));
            decidedOn = received;
        }
        var numbers = claim.numbers();
        var payee = payment.payee();
        var npi = numbers.renderingNpi() != null ? numbers.renderingNpi() : payee == null ? null : payee.npi();
        var same = String.join(
                "|",
                claim.accountNumber(),
                Objects.requireNonNullElse(numbers.payerControlNumber(), ""),
                claim.status(),
                Long.toString(claim.chargeCents()),
                Long.toString(claim.paidCents()),
                HexFormat.of().formatHex(claim.fingerprint(), 0, 16));
        return new Statement.AnswerStated(
                name(claim),
                Objects.requireNonNullElse(payment.trace(), "") + "|" + same,
                same,
                Parties.payer(payment.payer(), payment.traceOrigin(), null),
                sequence(claim.status()),
                Parties.provider(npi, npi == null || (payee != null && npi.equals(payee.npi())) ? payee : null),
                payment.trace(),
                claim.status(),
                decidedOn,
                basis(claim),
                payment.paidOn(),
                claim.dates().receivedOn(),
                claim.chargeCents(),
                claim.paidCents(),
                claim.patientShareCents(),
                claim.amounts().interestCents(),
                claim.amountsKnown(),
                claim.adjustments().stream().map(Remittances::adjustment).toList(),
                claim.remarks().stream().map(Reason::rarc).toList(),
                claim.lines().stream().map(Remittances::line).toList());
    }

    private static ClaimName name(RemittedClaim claim) {
        var from = claim.lines().stream()
                .map(RemittedLine::serviceFrom)
                .filter(Objects::nonNull)
                .min(LocalDate::compareTo)
                .orElse(claim.dates().statementFrom());
        var to = claim.lines().stream()
                .map(line -> line.serviceTo() == null ? line.serviceFrom() : line.serviceTo())
                .filter(Objects::nonNull)
                .max(LocalDate::compareTo)
                .orElse(claim.dates().statementTo());
        return new ClaimName(
                new ExternalId("835", claim.accountNumber()),
                false,
                from,
                to,
                Math.abs(claim.chargeCents()),
                Parties.patient(claim.patient()),
                claim.numbers().payerControlNumber());
    }

    private static AnsweredLine line(RemittedLine line) {
        var procedure = line.procedure();
        var original = line.original();
        return new AnsweredLine(
                0,
                line.controlNumber(),
                procedure == null ? line.revenueCode() : procedure.code(),
                procedure == null ? List.of() : procedure.modifiers(),
                line.serviceFrom(),
                line.chargeCents(),
                line.paidCents(),
                line.allowedCents(),
                original == null ? null : original.code(),
                line.adjustments().stream().map(Remittances::adjustment).toList(),
                line.remarks().stream().map(Reason::rarc).toList());
    }

    private static claimtrail.event.claim.Adjustment adjustment(Adjustment sent) {
        return new claimtrail.event.claim.Adjustment(
                sent.group(), Reason.carc(sent.code()), sent.cents(), sent.quantity());
    }

    private static DayBasis basis(RemittedClaim claim) {
        var basis = claim.payment().dayBasis();
        if (basis == null) {
            return DayBasis.ASSUMED;
        }
        return switch (basis) {
            case PAYMENT -> DayBasis.PAYMENT;
            case PRODUCTION -> DayBasis.PRODUCTION;
            case ENVELOPE -> DayBasis.ENVELOPE;
        };
    }

    /// 1 and 19 are primary, 2 and 20 secondary, 3 and 21 tertiary; what tells nothing is primary.
    private static int sequence(String status) {
        return switch (status) {
            case "2", "20" -> 2;
            case "3", "21" -> 3;
            default -> 1;
        };
    }
}
