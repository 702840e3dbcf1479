package claimtrail.command.imports;

import claimtrail.command.claim.Answer;
import claimtrail.command.claim.Bill;
import claimtrail.command.claim.ClaimCommand.FileAppeal;
import claimtrail.command.claim.ClaimCommand.Inference;
import claimtrail.command.claim.ClaimCommand.RecordAcknowledgement;
import claimtrail.command.claim.ClaimCommand.RecordAppealOutcome;
import claimtrail.command.claim.ClaimCommand.RecordDecision;
import claimtrail.command.claim.ClaimCommand.RecordRejection;
import claimtrail.command.claim.ClaimCommand.RecordReversal;
import claimtrail.command.claim.ClaimCommand.ReplaceClaim;
import claimtrail.command.claim.ClaimCommand.Screened;
import claimtrail.command.claim.ClaimCommand.SubmitClaim;
import claimtrail.command.claim.ClaimCommand.VoidClaim;
import claimtrail.command.claim.PatientTokens;
import claimtrail.command.imports.Telling.Refusal;
import claimtrail.command.imports.reading.ClaimName;
import claimtrail.command.imports.reading.LineStated;
import claimtrail.command.imports.reading.Note;
import claimtrail.command.imports.reading.ProviderName;
import claimtrail.command.imports.reading.Statement.AcknowledgementStated;
import claimtrail.command.imports.reading.Statement.AnswerStated;
import claimtrail.command.imports.reading.Statement.AppealStated;
import claimtrail.command.imports.reading.Statement.BillStated;
import claimtrail.command.imports.reading.Statement.OutcomeStated;
import claimtrail.command.imports.reading.Statement.RejectionStated;
import claimtrail.command.imports.reading.Statement.VoidStated;
import claimtrail.command.store.DirectoryEntry;
import claimtrail.command.store.VaultEntry;
import claimtrail.denial.screening.ScreeningRule;
import claimtrail.event.Ids;
import claimtrail.event.claim.ClaimEvent.LineResult;
import claimtrail.event.claim.ClaimEvent.PolicyMatch;
import claimtrail.event.claim.ClaimEvent.ReversedLine;
import claimtrail.event.claim.ClaimEvent.Screening;
import claimtrail.event.claim.Line;
import claimtrail.event.claim.Match;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Turns what a record says of a claim into commands on the right stream.
final class ClaimTelling {

    private final Telling telling;
    private final ClaimSearch search;

    /// Claims that statements of this record have named already: a dry run does not find them in the directory.
    private final Map<ClaimName, UUID> named = new HashMap<>();

    ClaimTelling(Telling telling, ClaimSearch search) {
        this.telling = telling;
        this.search = search;
    }

    @Nullable
    Refusal bill(BillStated stated) {
        return stated.replaces() ? replacement(stated) : submission(stated);
    }

    private @Nullable Refusal submission(BillStated stated) {
        var prepared = telling.prepared();
        var name = stated.claim();
        var token = prepared.token(name);
        var known = search.billed(name, token);
        var claim = known.orElseGet(Ids::next);
        concerns(name, claim);
        var numbers = new ArrayList<>(search.ofBill(name, token, claim));
        known.map(search::ofJoined).ifPresent(numbers::add);
        numbers.addAll(patientNumbers(name));
        var refusal = telling.send(new SubmitClaim(
                claim,
                telling.practice(),
                billOf(stated),
                true,
                numbers,
                PersonVault.entries(name, prepared.patient(name), telling),
                asserted(stated)));
        // Other content under a number that is an identity is refused. Under an account number it is a duplicate
        // submission, on which a person decides.
        return refusal != null && name.identity() ? new Refusal(refusal.code(), refusal.field(), false) : refusal;
    }

    private @Nullable Refusal replacement(BillStated stated) {
        var name = stated.claim();
        var payer = telling.prepared().payer(stated.payer());
        var found = search.replaced(name, payer, telling.prepared().token(name));
        if (found.isEmpty()) {
            return unknownForNow();
        }
        concerns(name, found.get());
        return telling.send(new ReplaceClaim(
                found.get(), telling.practice(), billOf(stated), null, name.payerControlNumber(), true, null));
    }

    @Nullable
    Refusal takeBack(VoidStated stated) {
        var name = stated.claim();
        var found = search.replaced(name, telling.prepared().payer(stated.payer()), "");
        if (found.isEmpty()) {
            return unknownForNow();
        }
        concerns(name, found.get());
        return telling.send(
                new VoidClaim(found.get(), telling.practice(), stated.voidedOn(), name.payerControlNumber(), true));
    }

    @Nullable
    Refusal rejection(RejectionStated stated) {
        var name = stated.claim();
        var payer = telling.prepared().payer(stated.payer());
        var found = search.answered(name, payer, "");
        if (found.isEmpty()) {
            return unknownForNow();
        }
        var claim = found.get().claim();
        concerns(name, claim);
        return telling.send(new RecordRejection(
                claim,
                telling.practice(),
                stated.key(),
                null,
                stated.rejectedOn(),
                stated.by(),
                stated.codes(),
                name.payerControlNumber(),
                search.ofPayer(name.payerControlNumber(), payer, claim),
                found.get().match()));
    }

    @Nullable
    Refusal acknowledgement(AcknowledgementStated stated) {
        var name = stated.claim();
        var payer = telling.prepared().payer(stated.payer());
        var found = search.answered(name, payer, "");
        if (found.isEmpty()) {
            return unknownForNow();
        }
        var claim = found.get().claim();
        concerns(name, claim);
        return telling.send(new RecordAcknowledgement(
                claim,
                telling.practice(),
                stated.acknowledgedOn(),
                stated.by(),
                stated.codes(),
                name.payerControlNumber(),
                search.ofPayer(name.payerControlNumber(), payer, claim),
                found.get().match()));
    }

    @Nullable
    Refusal answer(AnswerStated stated) {
        var prepared = telling.prepared();
        var name = stated.claim();
        var payer = prepared.payer(stated.payer());
        var found = found(name, payer, prepared.token(name));
        var provider = stated.provider();
        if (found == null && provider == null) {
            return unknownForNow();
        }
        var claim = found == null ? Ids.next() : found.claim();
        concerns(name, claim);
        var match = found == null ? new Match(Match.Method.NONE, 0) : found.match();
        List<DirectoryEntry> numbers = new ArrayList<>(search.ofPayer(name.payerControlNumber(), payer, claim));
        if (found == null) {
            numbers.addAll(search.ofAnswer(name, prepared.token(name), claim));
            numbers.addAll(patientNumbers(name));
        }
        var inference = found != null || provider == null ? null : inference(stated, provider);
        var vault = found == null ? PersonVault.entries(name, prepared.patient(name), telling) : List.<VaultEntry>of();
        if (stated.isReversal()) {
            return telling.send(reversal(stated, claim, payer, inference, numbers, vault, match));
        }
        return telling.send(new RecordDecision(
                claim, telling.practice(), answerOf(stated, payer, match), inference, true, numbers, vault, null));
    }

    private ClaimSearch.@Nullable Found found(ClaimName name, UUID payer, String token) {
        var already = named.get(name);
        return already == null
                ? search.answered(name, payer, token).orElse(null)
                : new ClaimSearch.Found(already, Match.direct());
    }

    private Answer answerOf(AnswerStated stated, UUID payer, Match match) {
        return new Answer(
                key(stated, payer),
                stated.suspectKey() == null || telling.isAcceptedByPerson() ? null : payer + "|" + stated.suspectKey(),
                payer,
                stated.payerSequence(),
                stated.claim().payerControlNumber(),
                stated.trace(),
                stated.status(),
                stated.decidedOn(),
                stated.dayBasis(),
                stated.paidOn(),
                stated.payerReceivedOn(),
                stated.chargeCents(),
                stated.paidCents(),
                stated.patientShareCents(),
                stated.interestCents(),
                stated.amountsKnown(),
                stated.adjustments(),
                stated.remarks(),
                stated.lines(),
                null,
                match);
    }

    /// What a person says are two answers must not have one key.
    private String key(AnswerStated stated, UUID payer) {
        var key = payer + "|" + stated.key();
        return telling.isAcceptedByPerson() ? key + "|" + telling.origin() : key;
    }

    private RecordReversal reversal(
            AnswerStated stated,
            UUID claim,
            UUID payer,
            @Nullable Inference inference,
            List<DirectoryEntry> numbers,
            List<VaultEntry> vault,
            Match match) {
        var lines = new ArrayList<ReversedLine>();
        if (!stated.adjustments().isEmpty()) {
            lines.add(new ReversedLine(0, 0, 0, stated.adjustments()));
        }
        for (int i = 0; i < stated.lines().size(); i++) {
            var line = stated.lines().get(i);
            int no = line.no() > 0 ? line.no() : i + 1;
            lines.add(new ReversedLine(no, line.chargeCents(), line.paidCents(), line.adjustments()));
        }
        return new RecordReversal(
                claim,
                telling.practice(),
                key(stated, payer),
                stated.suspectKey() == null || telling.isAcceptedByPerson() ? null : payer + "|" + stated.suspectKey(),
                payer,
                stated.payerSequence(),
                stated.claim().payerControlNumber(),
                stated.decidedOn(),
                stated.chargeCents(),
                stated.paidCents(),
                lines,
                inference,
                numbers,
                vault,
                match);
    }

    private Inference inference(AnswerStated stated, ProviderName provider) {
        var name = stated.claim();
        var lines = new ArrayList<Line>();
        var returned = stated.lines().stream().map(ClaimTelling::lineOf).toList();
        boolean numbered = returned.stream().allMatch(Objects::nonNull)
                && returned.stream().distinct().count() == returned.size();
        for (int i = 0; i < stated.lines().size(); i++) {
            var line = stated.lines().get(i);
            var no = numbered ? returned.get(i) : null;
            var day = line.serviceFrom() == null ? name.serviceFrom() : line.serviceFrom();
            var code = line.recodedFrom() == null ? line.code() : line.recodedFrom();
            if (day == null || code == null) {
                continue; // a line that tells no day or no code is shown by the answer alone
            }
            lines.add(new Line(
                    line.no() > 0 ? line.no() : no != null ? no : i + 1,
                    code,
                    line.modifiers(),
                    List.of(),
                    null,
                    Math.abs(line.chargeCents()),
                    day,
                    null,
                    null,
                    null,
                    lineOf(line),
                    Line.Split.REMITTANCE));
        }
        return new Inference(
                name.number(),
                telling.prepared().provider(provider),
                telling.prepared().patient(name),
                name.serviceFrom(),
                name.serviceTo(),
                stated.payerReceivedOn(),
                lines);
    }

    /// The number of the line on the bill, as the payer returns it; absent where it returns none or other words.
    private static @Nullable Integer lineOf(Answer.AnsweredLine line) {
        var number = line.controlNumber();
        return number != null && number.matches("[1-9][0-9]{0,3}") ? Integer.valueOf(number) : null;
    }

    @Nullable
    Refusal appeal(AppealStated stated) {
        var claim = claimOf(stated.claim());
        return claim == null
                ? unknownForNow()
                : telling.send(new FileAppeal(
                        claim,
                        telling.practice(),
                        stated.lines(),
                        stated.level(),
                        stated.filedOn(),
                        stated.dayBasis(),
                        stated.goodCause(),
                        stated.channel(),
                        null));
    }

    @Nullable
    Refusal outcome(OutcomeStated stated) {
        var claim = claimOf(stated.claim());
        return claim == null
                ? unknownForNow()
                : telling.send(new RecordAppealOutcome(
                        claim,
                        telling.practice(),
                        stated.appealNo(),
                        stated.outcome(),
                        stated.basis(),
                        stated.decidedOn(),
                        stated.dayBasis(),
                        stated.lines(),
                        null,
                        null));
    }

    private @Nullable UUID claimOf(ClaimName name) {
        var already = named.get(name);
        var claim = already == null ? telling.findClaim(name).orElse(null) : already;
        if (claim != null) {
            concerns(name, claim);
        }
        return claim;
    }

    private Bill billOf(BillStated stated) {
        var prepared = telling.prepared();
        var provider = prepared.provider(stated.provider());
        return new Bill(
                stated.claim().number(),
                stated.frequency(),
                stated.submittedOn(),
                prepared.payer(stated.payer()),
                stated.payerSequence(),
                provider,
                prepared.providerOrNull(stated.billing()),
                prepared.patient(stated.claim()),
                stated.claimType(),
                stated.place(),
                stated.chargeCents(),
                stated.serviceFrom(),
                stated.serviceTo(),
                stated.diagnoses(),
                stated.authorisationStated(),
                null,
                stated.lines().stream().map(line -> line(line, provider)).toList());
    }

    private Line line(LineStated line, UUID accountable) {
        var provider = telling.prepared().providerOrNull(line.provider());
        return new Line(
                line.no(),
                line.code(),
                line.modifiers(),
                line.diagnoses(),
                line.units(),
                line.chargeCents(),
                line.serviceFrom(),
                line.serviceTo(),
                line.place(),
                accountable.equals(provider) ? null : provider,
                null,
                line.split());
    }

    /// Policies that the source says matched. Nobody tested them, so no line met or violated anything. What we find
    /// ourselves is added by the decision.
    private @Nullable Screened asserted(BillStated stated) {
        var policies = new ArrayList<PolicyMatch>();
        for (int i = 0; i < stated.policies().size(); i++) {
            var policy = telling.find("policy", stated.policies().get(i));
            if (policy.isEmpty()) {
                telling.note(Note.warning("POLICY_UNKNOWN", "/policyIds/" + i));
                continue;
            }
            var lines = stated.lines().stream()
                    .map(line -> new LineResult(line.no(), Screening.UNDETERMINED))
                    .toList();
            policies.add(new PolicyMatch(policy.get(), 1, lines));
        }
        return policies.isEmpty() ? null : new Screened(ScreeningRule.NAME, true, policies, List.of());
    }

    private List<DirectoryEntry> patientNumbers(ClaimName name) {
        var patient = telling.prepared().patient(name);
        return telling.prepared().tokens(name).stream()
                .map(token -> new DirectoryEntry(telling.practice(), PatientTokens.KIND, token, patient))
                .toList();
    }

    /// The claim may still come in another file: a person decides, or the record is accepted when it has come.
    private static Refusal unknownForNow() {
        return new Refusal("CLAIM_UNKNOWN", "", true);
    }

    private void concerns(ClaimName name, UUID claim) {
        named.put(name, claim);
        telling.concerns(claim);
    }
}
