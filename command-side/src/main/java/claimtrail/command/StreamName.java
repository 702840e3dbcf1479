package claimtrail.command;

import claimtrail.command.claim.ClaimCommand;
import claimtrail.command.claim.ClaimCommand.SubmitClaim;
import claimtrail.command.imports.ImportCommand;
import claimtrail.command.learning.PracticeSessionCommand.ApplyCorrection;
import claimtrail.command.learning.PracticeSessionCommand.CompletePractice;
import claimtrail.command.learning.PracticeSessionCommand.StartPractice;
import claimtrail.command.pattern.PatternCommand;
import claimtrail.command.pattern.PatternCommand.DeclarePattern;
import claimtrail.command.policy.PolicyCommand;
import claimtrail.command.policy.PolicyCommand.PublishPolicy;
import claimtrail.command.provider.PayerDecider;
import claimtrail.command.provider.RegisterCommand.RegisterPayer;
import claimtrail.command.provider.RegisterCommand.RegisterPractice;
import claimtrail.command.provider.RegisterCommand.RegisterProvider;
import claimtrail.command.provider.RegisterCommand.SetPayerTerms;
import claimtrail.command.reference.ReferenceCommand;
import claimtrail.command.store.OutsideNumber;
import claimtrail.event.ExternalId;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// How refusals speak of a command's stream, and the number under which the world knows it.
final class StreamName {

    private StreamName() {}

    /// The refusal of another thing under the same number.
    static String taken(Command command) {
        return noun(command) + "_ID_TAKEN";
    }

    /// The refusal of a stream that is not there, or not for this practice.
    static String unknown(Command command) {
        return noun(command) + "_UNKNOWN";
    }

    /// Whether a command opens a stream under an id that was made for it.
    static boolean opens(Command command) {
        return switch (command) {
            case SubmitClaim _,
                    RegisterPractice _,
                    RegisterProvider _,
                    RegisterPayer _,
                    PublishPolicy _,
                    DeclarePattern _,
                    StartPractice _ -> true;
            default -> false;
        };
    }

    /// The number by which a command opens its stream; empty for a command that opens none, or opens it without number.
    static Optional<OutsideNumber> number(Command command) {
        return switch (command) {
            case SubmitClaim it ->
                it.numbers().stream()
                        .filter(entry -> entry.streamId().equals(it.claim()))
                        .findFirst()
                        .map(entry -> new OutsideNumber(entry.practice(), entry.kind(), entry.key()));
            case RegisterPractice it ->
                number(Command.PLATFORM, "practice", it.number().value());
            case RegisterProvider it ->
                number(it.practice(), "provider", it.number().value().toUpperCase(Locale.ROOT));
            case RegisterPayer it ->
                number(
                        it.practice(),
                        "payer",
                        PayerDecider.normalised(it.number().value()));
            case PublishPolicy it -> number(it, "policy", it.published().number());
            case DeclarePattern it -> number(it, "pattern", it.declared().number());
            case StartPractice it -> number(it, "practice-session", it.started().number());
            case ApplyCorrection it ->
                number(it, "practice-session", it.applied().number());
            default -> Optional.empty();
        };
    }

    private static Optional<OutsideNumber> number(Command command, String kind, @Nullable ExternalId number) {
        return number == null
                ? Optional.empty()
                : number(command.practice(), kind, number.source() + '|' + number.value());
    }

    private static Optional<OutsideNumber> number(UUID practice, String kind, String key) {
        return Optional.of(new OutsideNumber(practice, kind, key));
    }

    private static String noun(Command command) {
        return switch (command) {
            case ClaimCommand _ -> "CLAIM";
            case RegisterPractice _ -> "PRACTICE";
            case RegisterProvider _ -> "PROVIDER";
            case RegisterPayer _, SetPayerTerms _ -> "PAYER";
            case PolicyCommand _ -> "POLICY";
            case PatternCommand _ -> "PATTERN";
            case StartPractice _, CompletePractice _, ApplyCorrection _ -> "SESSION";
            case ImportCommand _ -> "RECORD";
            case ReferenceCommand _ -> "REFERENCE";
            default -> throw new IllegalArgumentException("no stream takes a " + command.getClass());
        };
    }
}
