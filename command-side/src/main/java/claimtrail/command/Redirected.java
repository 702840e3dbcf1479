package claimtrail.command;

import claimtrail.command.claim.Bill;
import claimtrail.command.claim.ClaimCommand.Inference;
import claimtrail.command.claim.ClaimCommand.RecordDecision;
import claimtrail.command.claim.ClaimCommand.RecordReversal;
import claimtrail.command.claim.ClaimCommand.SubmitClaim;
import claimtrail.command.claim.PatientTokens;
import claimtrail.command.learning.PracticeSessionCommand.ApplyCorrection;
import claimtrail.command.learning.PracticeSessionCommand.StartPractice;
import claimtrail.command.pattern.PatternCommand.DeclarePattern;
import claimtrail.command.policy.PolicyCommand.PublishPolicy;
import claimtrail.command.provider.RegisterCommand.RegisterPayer;
import claimtrail.command.provider.RegisterCommand.RegisterPractice;
import claimtrail.command.provider.RegisterCommand.RegisterProvider;
import claimtrail.command.store.DirectoryEntry;
import claimtrail.command.store.VaultEntry;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The same command with another id in it, because a number turned out to be taken: what opens a stream is asked of the
/// stream that has the number, which knows an equal retry from another thing under the same number; and a person whom
/// somebody else brought first gets the key that was given then.
final class Redirected {

    private Redirected() {}

    /// The command, asked of the stream that has the number; empty for a command that opens no stream.
    static Optional<Command> to(UUID owner, Command command) {
        return Optional.ofNullable(
                switch (command) {
                    case SubmitClaim it ->
                        new SubmitClaim(
                                owner,
                                it.practice(),
                                it.bill(),
                                it.fromFile(),
                                renamed(it.numbers(), it.claim(), owner),
                                it.vault(),
                                it.asserted());
                    case RecordDecision it ->
                        new RecordDecision(
                                owner,
                                it.practice(),
                                it.answer(),
                                it.inference(),
                                it.fromFile(),
                                renamed(it.numbers(), it.claim(), owner),
                                it.vault(),
                                it.asserted());
                    case RecordReversal it ->
                        reversal(it, owner, it.inference(), renamed(it.numbers(), it.claim(), owner), it.vault());
                    case RegisterPractice it ->
                        new RegisterPractice(
                                owner,
                                it.number(),
                                it.name(),
                                it.timeZone(),
                                it.taxId(),
                                it.specialty(),
                                it.simulated());
                    case RegisterProvider it ->
                        new RegisterProvider(
                                owner,
                                it.practice(),
                                it.number(),
                                it.name(),
                                it.npi(),
                                it.specialty(),
                                it.taxonomy(),
                                it.tin(),
                                it.stub());
                    case RegisterPayer it ->
                        new RegisterPayer(owner, it.practice(), it.number(), it.name(), it.payerClass(), it.aliases());
                    case PublishPolicy it -> new PublishPolicy(owner, it.practice(), it.published());
                    case DeclarePattern it -> new DeclarePattern(owner, it.practice(), it.declared());
                    case StartPractice it -> new StartPractice(owner, it.practice(), it.started());
                    case ApplyCorrection it -> new ApplyCorrection(owner, it.practice(), it.applied());
                    default -> null;
                });
    }

    /// The command about a person who has a key already; empty for a command that names no person.
    static Optional<Command> about(UUID patient, DirectoryEntry wanted, Command command) {
        return Optional.ofNullable(
                switch (command) {
                    case SubmitClaim it ->
                        new SubmitClaim(
                                it.claim(),
                                it.practice(),
                                about(patient, it.bill()),
                                it.fromFile(),
                                renamed(without(wanted, it.numbers()), wanted.streamId(), patient),
                                withoutOwner(wanted.streamId(), it.vault()),
                                it.asserted());
                    case RecordDecision it ->
                        new RecordDecision(
                                it.claim(),
                                it.practice(),
                                it.answer(),
                                about(patient, it.inference()),
                                it.fromFile(),
                                renamed(without(wanted, it.numbers()), wanted.streamId(), patient),
                                withoutOwner(wanted.streamId(), it.vault()),
                                it.asserted());
                    case RecordReversal it ->
                        reversal(
                                it,
                                it.claim(),
                                about(patient, it.inference()),
                                renamed(without(wanted, it.numbers()), wanted.streamId(), patient),
                                withoutOwner(wanted.streamId(), it.vault()));
                    default -> null;
                });
    }

    /// The command without a number that is only one more way to find the claim; empty for other commands.
    static Optional<Command> without(DirectoryEntry wanted, Command command) {
        return Optional.ofNullable(
                switch (command) {
                    case RecordDecision it ->
                        new RecordDecision(
                                it.claim(),
                                it.practice(),
                                it.answer(),
                                it.inference(),
                                it.fromFile(),
                                without(wanted, it.numbers()),
                                it.vault(),
                                it.asserted());
                    case RecordReversal it ->
                        reversal(it, it.claim(), it.inference(), without(wanted, it.numbers()), it.vault());
                    default -> null;
                });
    }

    /// The entry under which a command brings a person who was not known; empty when it brings none.
    static Optional<DirectoryEntry> patient(Command command) {
        var numbers = switch (command) {
            case SubmitClaim it -> it.numbers();
            case RecordDecision it -> it.numbers();
            case RecordReversal it -> it.numbers();
            default -> List.<DirectoryEntry>of();
        };
        return numbers.stream().filter(Redirected::isPatient).findFirst();
    }

    /// Whether a number names a person.
    static boolean isPatient(DirectoryEntry wanted) {
        return wanted.kind().equals(PatientTokens.KIND);
    }

    private static RecordReversal reversal(
            RecordReversal it,
            UUID claim,
            @Nullable Inference inference,
            List<DirectoryEntry> numbers,
            List<VaultEntry> vault) {
        return new RecordReversal(
                claim,
                it.practice(),
                it.key(),
                it.suspectKey(),
                it.payer(),
                it.payerSequence(),
                it.payerControlNumber(),
                it.reversedOn(),
                it.chargeCents(),
                it.paidCents(),
                it.lines(),
                inference,
                numbers,
                vault,
                it.match());
    }

    private static List<DirectoryEntry> renamed(List<DirectoryEntry> numbers, UUID from, UUID to) {
        return numbers.stream()
                .map(it -> it.streamId().equals(from) ? new DirectoryEntry(it.practice(), it.kind(), it.key(), to) : it)
                .toList();
    }

    private static List<DirectoryEntry> without(DirectoryEntry wanted, List<DirectoryEntry> numbers) {
        return numbers.stream().filter(it -> !it.equals(wanted)).toList();
    }

    private static List<VaultEntry> withoutOwner(UUID owner, List<VaultEntry> vault) {
        return vault.stream().filter(it -> !it.owner().equals(owner)).toList();
    }

    private static @Nullable Inference about(UUID patient, @Nullable Inference it) {
        return it == null
                ? null
                : new Inference(
                        it.number(),
                        it.provider(),
                        patient,
                        it.serviceFrom(),
                        it.serviceTo(),
                        it.payerReceivedOn(),
                        it.lines());
    }

    private static Bill about(UUID patient, Bill it) {
        return new Bill(
                it.number(),
                it.frequency(),
                it.submittedOn(),
                it.payer(),
                it.payerSequence(),
                it.provider(),
                it.billingProvider(),
                patient,
                it.claimType(),
                it.place(),
                it.chargeCents(),
                it.serviceFrom(),
                it.serviceTo(),
                it.diagnoses(),
                it.authorisationStated(),
                it.sensitivity(),
                it.lines());
    }
}
