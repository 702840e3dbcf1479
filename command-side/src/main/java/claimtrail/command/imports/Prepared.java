package claimtrail.command.imports;

import claimtrail.command.imports.reading.ClaimName;
import claimtrail.command.imports.reading.FileRecord;
import claimtrail.command.imports.reading.Note;
import claimtrail.command.imports.reading.PayerName;
import claimtrail.command.imports.reading.ProviderName;
import claimtrail.command.imports.reading.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A record whose providers, payers and patients are found: done in the order of the file, before its claim is told on
/// a thread of its own.
final class Prepared {

    private final FileRecord record;
    private final List<Note> notes;
    private final Map<ProviderName, UUID> providers = HashMap.newHashMap(2);
    private final Map<List<PayerName>, UUID> payers = HashMap.newHashMap(1);
    private final Map<ClaimName, Person> patients = HashMap.newHashMap(1);
    private final Map<ClaimName, List<String>> tokens = HashMap.newHashMap(1);

    private Prepared(FileRecord record) {
        this.record = record;
        this.notes = new ArrayList<>(record.notes());
    }

    static Prepared of(FileRecord record, References references) {
        var prepared = new Prepared(record);
        for (var statement : record.statements()) {
            prepared.prepare(statement, references);
        }
        return prepared;
    }

    private void prepare(Statement statement, References references) {
        switch (statement) {
            case Statement.BillStated it -> {
                payer(it.payer(), references);
                provider(it.provider(), references);
                provider(it.billing(), references);
                it.lines().forEach(line -> provider(line.provider(), references));
                patient(it.claim(), references);
            }
            case Statement.AnswerStated it -> {
                payer(it.payer(), references);
                provider(it.provider(), references);
                patient(it.claim(), references);
            }
            case Statement.RejectionStated it -> payer(it.payer(), references);
            case Statement.AcknowledgementStated it -> payer(it.payer(), references);
            case Statement.VoidStated it -> payer(it.payer(), references);
            case Statement.ProviderStated it -> providers.put(it.provider(), references.described(it.provider()));
            case Statement.AppealStated _,
                    Statement.OutcomeStated _,
                    Statement.PolicyStated _,
                    Statement.CodeStated _,
                    Statement.PatternStated _,
                    Statement.SittingStarted _,
                    Statement.SittingCompleted _,
                    Statement.CorrectionStated _ -> {}
        }
    }

    private void provider(@Nullable ProviderName name, References references) {
        if (name != null) {
            providers.put(name, references.provider(name, record, notes));
        }
    }

    private void payer(@Nullable PayerName name, References references) {
        payers.put(key(name), references.payer(name, record, notes));
    }

    private void patient(ClaimName claim, References references) {
        var patient = claim.patient();
        var told = patient == null || patient.isUnknown() ? List.<String>of() : references.tokens(patient);
        patients.put(claim, references.patient(claim, told));
        tokens.put(claim, told);
    }

    private static List<PayerName> key(@Nullable PayerName name) {
        return name == null ? List.of() : List.of(name);
    }

    FileRecord record() {
        return record;
    }

    List<Note> notes() {
        return notes;
    }

    UUID provider(ProviderName name) {
        return Objects.requireNonNull(providers.get(name), "a provider that was not prepared");
    }

    @Nullable
    UUID providerOrNull(@Nullable ProviderName name) {
        return name == null ? null : provider(name);
    }

    UUID payer(@Nullable PayerName name) {
        return Objects.requireNonNull(payers.get(key(name)), "a payer that was not prepared");
    }

    UUID patient(ClaimName claim) {
        return Objects.requireNonNull(patients.get(claim), "a patient that was not prepared")
                .key();
    }

    /// All tokens of the patient, strongest first.
    List<String> tokens(ClaimName claim) {
        return tokens.getOrDefault(claim, List.of());
    }

    /// The token by which a bill and its remittance agree on the patient; empty when nothing is told.
    String token(ClaimName claim) {
        var all = tokens(claim);
        return all.isEmpty() ? "" : all.getLast();
    }
}
