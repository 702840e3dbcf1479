package claimtrail.command.imports.portal;

import claimtrail.command.claim.Answer.AnsweredLine;
import claimtrail.command.claim.ClaimCommand.RecordAppealOutcome.Outcome;
import claimtrail.command.imports.json.Fields;
import claimtrail.command.imports.reading.Amounts;
import claimtrail.command.imports.reading.ClaimName;
import claimtrail.command.imports.reading.LineStated;
import claimtrail.command.imports.reading.NotReadable;
import claimtrail.command.imports.reading.Note;
import claimtrail.command.imports.reading.ProviderName;
import claimtrail.command.imports.reading.Statement;
import claimtrail.command.provider.Npi;
import claimtrail.event.ExternalId;
import claimtrail.event.Reason;
import claimtrail.event.claim.Adjustment;
import claimtrail.event.claim.ClaimEvent.AnswerBasis;
import claimtrail.event.claim.ClaimEvent.ClaimType;
import claimtrail.event.claim.ClaimEvent.DayKnown;
import claimtrail.event.claim.Line;
import claimtrail.event.claim.PayerDecision.DayBasis;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A claim of the portal: the bill, the payer's answer, the appeal and its outcome, as far as the portal kept them.
///
/// Assumptions: without line items one line per code, the charge split evenly, odd cents first; a denied claim is
/// denied
/// wholly; a denied claim without a day, and every appeal, happened on the day of the extract.
final class PortalClaims {

    private PortalClaims() {}

    static List<Statement> statements(Fields claim, String source, LocalDate extractedOn, List<Note> notes) {
        var status = claim.text("status").toLowerCase(Locale.ROOT).replace('_', '-');
        var name = name(claim, source);
        var bill = bill(claim, name, notes);
        var statements = new ArrayList<Statement>();
        statements.add(bill);
        switch (status) {
            case "paid", "approved" -> statements.add(answer(claim, bill, false, extractedOn, notes));
            case "denied" -> statements.add(answer(claim, bill, true, extractedOn, notes));
            case "pending" -> {}
            default -> throw NotReadable.held("STATUS_UNKNOWN", "/status");
        }
        appeal(claim, name, extractedOn, statements, notes);
        return statements;
    }

    private static ClaimName name(Fields claim, String source) {
        return ClaimName.of(source, claim.text("id"))
                .with(
                        claim.day("dateOfService"),
                        claim.dayOrNull("dateOfServiceEnd"),
                        claim.cents("billedAmount"),
                        PortalPatients.of(claim),
                        null);
    }

    private static Statement.BillStated bill(Fields claim, ClaimName name, List<Note> notes) {
        var npi = claim.textOrNull("billingProviderNPI");
        if (npi != null && !Npi.isValid(npi)) {
            notes.add(Note.warning("NPI_CHECK_DIGIT", "/billingProviderNPI"));
        }
        notes.add(Note.everywhere("PAYER_NOT_STATED"));
        var policies = claim.texts("policyIds").stream()
                .map(number -> new ExternalId("portal", number))
                .toList();
        policies.forEach(_ -> notes.add(Note.everywhere("LINK_ASSERTED")));
        var lines = lines(claim, notes);
        var place = lines.stream().map(LineStated::place).distinct().toList();
        return new Statement.BillStated(
                name,
                false,
                "1",
                claim.day("submissionDate"),
                null,
                1,
                ProviderName.of("portal", claim.text("providerId")),
                null,
                type(claim),
                place.size() == 1 ? place.getFirst() : null,
                claim.cents("billedAmount"),
                claim.day("dateOfService"),
                claim.dayOrNull("dateOfServiceEnd"),
                claim.texts("diagnosisCodes"),
                claim.has("priorAuthNumber"),
                lines,
                policies);
    }

    private static ClaimType type(Fields claim) {
        return switch (claim.textOr("claimType", "Professional").toUpperCase(Locale.ROOT)) {
            case "PROFESSIONAL" -> ClaimType.PROFESSIONAL;
            case "INSTITUTIONAL" -> ClaimType.INSTITUTIONAL;
            case "DENTAL" -> ClaimType.DENTAL;
            case "PHARMACY" -> ClaimType.PHARMACY;
            default -> throw new NotReadable("CODE_UNREADABLE", "/claimType");
        };
    }

    private static List<LineStated> lines(Fields claim, List<Note> notes) {
        var stated = claim.each("lineItems", PortalClaims::statedLine);
        if (!stated.isEmpty()) {
            return stated;
        }
        var codes = claim.texts("procedureCodes");
        if (codes.isEmpty()) {
            throw new NotReadable("CLAIM_WITHOUT_LINES", "/procedureCodes");
        }
        if (codes.size() > 1) {
            notes.add(Note.warning("LINE_SPLIT_ASSUMED", "/procedureCodes"));
        }
        var lines = new ArrayList<LineStated>(codes.size());
        for (int i = 0; i < codes.size(); i++) {
            lines.add(new LineStated(
                    i + 1,
                    codes.get(i),
                    // The portal keeps one list for the claim and does not say of which code; the first takes it.
                    i == 0 ? claim.texts("modifiers") : List.of(),
                    claim.texts("diagnosisCodes"),
                    null,
                    Amounts.share(claim.cents("billedAmount"), codes.size(), i),
                    claim.day("dateOfService"),
                    claim.dayOrNull("dateOfServiceEnd"),
                    null,
                    null,
                    null,
                    codes.size() > 1 ? Line.Split.ASSUMED : Line.Split.STATED));
        }
        return lines;
    }

    private static LineStated statedLine(Fields item, int index) {
        var no = item.wholeOrNull("lineNumber");
        return new LineStated(
                no == null ? index + 1 : no,
                item.text("procedureCode"),
                item.texts("modifiers"),
                item.texts("diagnosisCodes"),
                item.unitsOrNull("units"),
                item.cents("billedAmount"),
                item.day("dateOfService"),
                item.dayOrNull("dateOfServiceEnd"),
                item.textOrNull("placeOfService"),
                null,
                null,
                Line.Split.STATED);
    }

    private static Statement.AnswerStated answer(
            Fields claim, Statement.BillStated bill, boolean denied, LocalDate extractedOn, List<Note> notes) {
        var processedOn = claim.dayOrNull("processingDate");
        if (processedOn == null) {
            notes.add(Note.warning("DECISION_DAY_ASSUMED", "/processingDate"));
        }
        var paid = denied ? 0 : claim.cents("paidAmount");
        var word = denied ? claim.textOr("denialReason", "unknown") : "unexplained-reduction";
        var decidedOn = processedOn == null ? extractedOn : processedOn;
        return new Statement.AnswerStated(
                bill.claim(),
                String.join(
                        "|",
                        bill.claim().number().source(),
                        bill.claim().number().value(),
                        denied ? "denied" : "paid",
                        decidedOn.toString(),
                        Long.toString(bill.chargeCents()),
                        Long.toString(paid),
                        word),
                null,
                null,
                1,
                bill.provider(),
                null,
                null,
                decidedOn,
                processedOn == null ? DayBasis.ASSUMED : DayBasis.STATED,
                null,
                null,
                bill.chargeCents(),
                paid,
                null,
                null,
                true,
                List.of(),
                List.of(),
                answered(bill, paid, new Reason("portal", word)));
    }

    /// The payment is spread over the lines as the charge is; what is not paid of a line is one adjustment.
    private static List<AnsweredLine> answered(Statement.BillStated bill, long paidCents, Reason reason) {
        var lines = new ArrayList<AnsweredLine>(bill.lines().size());
        long left = paidCents;
        for (int i = 0; i < bill.lines().size(); i++) {
            var line = bill.lines().get(i);
            boolean last = i == bill.lines().size() - 1;
            long share = last || bill.chargeCents() == 0
                    ? left
                    : Math.floorDiv(Math.multiplyExact(paidCents, line.chargeCents()), bill.chargeCents());
            left -= share;
            long rest = line.chargeCents() - share;
            var adjustments = rest == 0 ? List.<Adjustment>of() : List.of(new Adjustment(null, reason, rest, null));
            lines.add(new AnsweredLine(
                    line.no(),
                    null,
                    line.code(),
                    line.modifiers(),
                    line.serviceFrom(),
                    line.chargeCents(),
                    share,
                    null,
                    null,
                    adjustments,
                    List.of()));
        }
        return lines;
    }

    private static void appeal(
            Fields claim, ClaimName name, LocalDate extractedOn, List<Statement> statements, List<Note> notes) {
        var word = claim.textOr("appealStatus", "").toLowerCase(Locale.ROOT);
        if (word.isEmpty()) {
            return;
        }
        var outcome = outcome(word);
        notes.add(Note.warning("APPEAL_DAY_ASSUMED", "/appealStatus"));
        statements.add(new Statement.AppealStated(name, List.of(), 1, extractedOn, DayKnown.ASSUMED, false, null));
        if (outcome == null) {
            return;
        }
        notes.add(Note.warning("OUTCOME_DAY_ASSUMED", "/appealStatus"));
        if (outcome == Outcome.OVERTURNED && claim.cents("paidAmount") == 0) {
            notes.add(Note.warning("OVERTURN_WITHOUT_MONEY", "/paidAmount"));
        }
        statements.add(new Statement.OutcomeStated(
                name, 1, outcome, AnswerBasis.LETTER, extractedOn, DayKnown.ASSUMED, List.of()));
    }

    /// Two vocabularies; absent: not yet decided.
    private static @Nullable Outcome outcome(String word) {
        return switch (word) {
            case "approved", "overturned" -> Outcome.OVERTURNED;
            case "denied", "upheld" -> Outcome.UPHELD;
            case "pending" -> null;
            default -> throw NotReadable.held("STATUS_UNKNOWN", "/appealStatus");
        };
    }
}
