package claimtrail.command.imports.interchange;

import claimtrail.command.imports.reading.ClaimName;
import claimtrail.command.imports.reading.LineStated;
import claimtrail.command.imports.reading.NotReadable;
import claimtrail.command.imports.reading.Note;
import claimtrail.command.imports.reading.PayerName;
import claimtrail.command.imports.reading.ProviderName;
import claimtrail.command.imports.reading.Statement;
import claimtrail.command.imports.x12.Diagnosis;
import claimtrail.command.imports.x12.Party;
import claimtrail.command.imports.x12.SubmissionKind;
import claimtrail.command.imports.x12.SubmittedClaim;
import claimtrail.command.imports.x12.SubmittedLine;
import claimtrail.event.ExternalId;
import claimtrail.event.claim.ClaimEvent.ClaimType;
import claimtrail.event.claim.Line;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a claim of an 837 states.
final class Submissions {

    private Submissions() {}

    static Statement statement(SubmittedClaim claim, LocalDate received, List<Note> notes) {
        if (claim.isEncounter()) {
            throw new NotReadable("ENCOUNTER_NOT_CORE", "BHT06");
        }
        var from = firstDay(claim);
        if (from == null) {
            throw new NotReadable("REQUIRED_MISSING", "DTP*472");
        }
        var to = lastDay(claim, from);
        var name = new ClaimName(
                new ExternalId("837", claim.accountNumber()),
                false,
                from,
                to,
                claim.chargeCents(),
                Parties.patient(claim.patient()),
                claim.numbers().payerControlNumber());
        var submittedOn = claim.dates().batchOn();
        if (submittedOn == null) {
            notes.add(Note.warning("SUBMISSION_DAY_ASSUMED", "BHT04"));
            submittedOn = received;
        }
        var payer = Parties.payer(claim.parties().payer(), null, claim.payerClass());
        return claim.kind() == SubmissionKind.VOID
                ? new Statement.VoidStated(name, submittedOn, payer)
                : bill(claim, name, submittedOn, payer, from, to);
    }

    private static Statement bill(
            SubmittedClaim claim,
            ClaimName name,
            LocalDate submittedOn,
            @Nullable PayerName payer,
            LocalDate from,
            LocalDate to) {
        var billing = claim.parties().billing();
        var lines = claim.lines().stream().map(line -> line(line, claim, from)).toList();
        return new Statement.BillStated(
                name,
                claim.kind() == SubmissionKind.REPLACEMENT,
                Objects.requireNonNullElse(claim.frequency(), "1"),
                submittedOn,
                payer,
                sequence(claim.payerSequence()),
                accountable(claim),
                billing == null ? null : Parties.provider(billing.npi(), billing),
                claim.institutional() ? ClaimType.INSTITUTIONAL : ClaimType.PROFESSIONAL,
                claim.facility(),
                claim.chargeCents(),
                from,
                to.equals(from) ? null : to,
                claim.diagnoses().stream().map(Diagnosis::code).toList(),
                claim.numbers().authorization() != null,
                lines,
                List.of());
    }

    private static LineStated line(SubmittedLine line, SubmittedClaim claim, LocalDate from) {
        var procedure = line.procedure();
        var code = procedure == null ? line.revenueCode() : procedure.code();
        if (code == null) {
            throw new NotReadable("REQUIRED_MISSING", "SV1");
        }
        var diagnoses = new ArrayList<String>();
        for (int pointer : line.pointers()) {
            if (pointer >= 1 && pointer <= claim.diagnoses().size()) {
                diagnoses.add(claim.diagnoses().get(pointer - 1).code());
            }
        }
        var rendering = line.renderingNpi();
        return new LineStated(
                line.no(),
                code,
                procedure == null ? List.of() : procedure.modifiers(),
                diagnoses,
                line.units(),
                line.chargeCents(),
                line.serviceFrom() == null ? from : line.serviceFrom(),
                line.serviceTo(),
                line.place(),
                line.controlNumber(),
                rendering == null ? null : Parties.provider(rendering, null),
                Line.Split.STATED);
    }

    /// The rendering provider when all lines agree, else the billing provider.
    private static ProviderName accountable(SubmittedClaim claim) {
        var rendering = claim.parties().rendering();
        var ofClaim = rendering == null ? null : rendering.npi();
        var npis = claim.lines().stream()
                .map(line -> String.valueOf(line.renderingNpi() == null ? ofClaim : line.renderingNpi()))
                .distinct()
                .toList();
        if (npis.size() == 1 && !npis.getFirst().equals("null")) {
            var npi = npis.getFirst();
            return Parties.provider(npi, npi.equals(ofClaim) ? rendering : null);
        }
        Party billing = claim.parties().billing();
        return Parties.provider(billing == null ? null : billing.npi(), billing);
    }

    private static @Nullable LocalDate firstDay(SubmittedClaim claim) {
        return claim.lines().stream()
                .map(SubmittedLine::serviceFrom)
                .filter(Objects::nonNull)
                .min(LocalDate::compareTo)
                .or(() -> Stream.of(claim.dates().statementFrom(), claim.dates().admittedOn())
                        .filter(Objects::nonNull)
                        .findFirst())
                .orElse(null);
    }

    private static LocalDate lastDay(SubmittedClaim claim, LocalDate from) {
        return Stream.concat(
                        claim.lines().stream()
                                .map(line -> line.serviceTo() == null ? line.serviceFrom() : line.serviceTo()),
                        Stream.of(claim.dates().statementTo(), from))
                .filter(Objects::nonNull)
                .max(LocalDate::compareTo)
                .orElse(from);
    }

    private static int sequence(@Nullable String code) {
        return switch (code == null ? "P" : code) {
            case "S" -> 2;
            case "T" -> 3;
            default -> 1;
        };
    }
}
