package claimtrail.command.imports.json;

import claimtrail.command.claim.PersonNames;
import claimtrail.command.imports.reading.ClaimName;
import claimtrail.command.imports.reading.LineStated;
import claimtrail.command.imports.reading.NotReadable;
import claimtrail.command.imports.reading.Note;
import claimtrail.command.imports.reading.PatientStated;
import claimtrail.command.imports.reading.ProviderName;
import claimtrail.command.imports.reading.Statement;
import claimtrail.event.claim.ClaimEvent.ClaimType;
import claimtrail.event.claim.Line;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A bill among the project's own records.
final class OwnBills {

    private OwnBills() {}

    static Statement bill(Fields record, boolean replaces, LocalDate received, List<Note> notes) {
        var lines = record.each("lines", (line, index) -> line(line, index, record));
        if (lines.isEmpty()) {
            throw new NotReadable("CLAIM_WITHOUT_LINES", "/lines");
        }
        var from = lines.stream()
                .map(LineStated::serviceFrom)
                .min(LocalDate::compareTo)
                .orElse(received);
        var to = lines.stream()
                .map(line -> line.serviceTo() == null ? line.serviceFrom() : line.serviceTo())
                .max(LocalDate::compareTo)
                .orElse(from);
        var stated = record.centsOrNull("charge");
        long charge = stated == null
                ? lines.stream().mapToLong(LineStated::chargeCents).sum()
                : stated;
        var payer = OwnRecords.payer(record);
        if (payer == null) {
            notes.add(Note.everywhere("PAYER_NOT_STATED"));
        }
        var sequence = record.wholeOrNull("payerSequence");
        return new Statement.BillStated(
                ClaimName.of(OwnRecords.SOURCE, record.text("externalId"))
                        .with(
                                from,
                                to,
                                charge,
                                patient(record.objectOrNull("patient")),
                                record.textOrNull("payerClaim")),
                replaces,
                record.textOr("frequency", replaces ? "7" : "1"),
                record.day("submittedOn"),
                payer,
                sequence == null ? 1 : sequence,
                provider(record),
                null,
                type(record),
                record.textOrNull("pos"),
                charge,
                from,
                to.equals(from) ? null : to,
                record.texts("dx"),
                record.flag("authorisationStated"),
                lines,
                List.of());
    }

    /// The provider named, else the one called `practice`, which bills.
    private static ProviderName provider(Fields record) {
        var number = record.textOr("provider", record.textOr("practice", ""));
        if (number.isEmpty()) {
            throw new NotReadable("REQUIRED_MISSING", "/provider");
        }
        return OwnRecords.provider(number);
    }

    private static ClaimType type(Fields record) {
        try {
            return ClaimType.valueOf(record.textOr("claimType", "PROFESSIONAL").toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new NotReadable("CODE_UNREADABLE", "/claimType");
        }
    }

    private static LineStated line(Fields line, int index, Fields record) {
        var no = line.wholeOrNull("n");
        var diagnoses = line.texts("dx");
        return new LineStated(
                no == null ? index + 1 : no,
                line.text("code"),
                line.texts("modifiers"),
                diagnoses.isEmpty() ? record.texts("dx") : diagnoses,
                line.unitsOrNull("units"),
                line.cents("charge"),
                line.day("serviceDate"),
                line.dayOrNull("serviceDateTo"),
                line.textOrNull("pos"),
                line.textOrNull("controlNumber"),
                null,
                Line.Split.STATED);
    }

    private static @Nullable PatientStated patient(@Nullable Fields patient) {
        if (patient == null) {
            return null;
        }
        var kept = new TreeMap<String, String>();
        for (var field : List.of("name", "bornOn", "sex", "memberId", "groupId", "address")) {
            var text = patient.textOrNull(field);
            if (text != null && !text.isBlank()) {
                kept.put(field, text);
            }
        }
        return new PatientStated(
                PersonNames.normalised(kept.getOrDefault("name", "")), kept.get("bornOn"), kept.get("memberId"), kept);
    }
}
