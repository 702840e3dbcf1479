package claimtrail.command.claim;

import claimtrail.command.claim.ClaimCommand.CloseEpisode;
import claimtrail.command.claim.ClaimCommand.FileAppeal;
import claimtrail.command.claim.ClaimCommand.LinkDenial;
import claimtrail.command.claim.ClaimCommand.RecordAcknowledgement;
import claimtrail.command.claim.ClaimCommand.RecordAppealOutcome;
import claimtrail.command.claim.ClaimCommand.RecordDecision;
import claimtrail.command.claim.ClaimCommand.RecordRejection;
import claimtrail.command.claim.ClaimCommand.RecordReversal;
import claimtrail.command.claim.ClaimCommand.ReplaceClaim;
import claimtrail.command.claim.ClaimCommand.ScreenClaim;
import claimtrail.command.claim.ClaimCommand.SubmitClaim;
import claimtrail.command.claim.ClaimCommand.VoidClaim;
import claimtrail.command.claim.ClaimCommand.WithdrawAppeal;
import claimtrail.command.provider.Terms;
import claimtrail.command.rulebook.InForce;
import claimtrail.event.claim.ClaimEvent.ClaimDenied;
import claimtrail.event.claim.Line;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Takes from what is in force the part that one command on a claim needs.
final class Rulebooks {

    private Rulebooks() {}

    static Rulebook of(InForce inForce, ClaimCommand command, Claim claim) {
        var practice = command.practice();
        var named = payerNamed(command);
        var payer = named == null ? lastDenier(claim) : named;
        return new Rulebook(
                inForce.reasons(practice),
                payer == null ? Terms.none() : inForce.terms(payer),
                providers(command).allMatch(it -> inForce.knowsProvider(practice, it)),
                named == null || inForce.knowsPayer(practice, named),
                inForce.patterns(practice),
                inForce.policies(practice),
                inForce.rules(practice));
    }

    private static @Nullable UUID payerNamed(ClaimCommand command) {
        return switch (command) {
            case SubmitClaim it -> it.bill().payer();
            case ReplaceClaim it -> it.bill().payer();
            case RecordDecision it -> it.answer().payer();
            case RecordReversal it -> it.payer();
            case VoidClaim _,
                    RecordRejection _,
                    RecordAcknowledgement _,
                    FileAppeal _,
                    RecordAppealOutcome _,
                    WithdrawAppeal _,
                    CloseEpisode _,
                    ScreenClaim _,
                    LinkDenial _ -> null;
        };
    }

    /// Whom an appeal is filed with: the payer who denied last.
    private static @Nullable UUID lastDenier(Claim claim) {
        return switch (claim) {
            case Claim.Unknown _ -> null;
            case Claim.Known it ->
                Facts.of(it)
                        .each(ClaimDenied.class)
                        .map(denied -> denied.decision().payer())
                        .reduce((_, last) -> last)
                        .orElse(null);
        };
    }

    private static Stream<UUID> providers(ClaimCommand command) {
        return switch (command) {
            case SubmitClaim it -> providers(it.bill());
            case ReplaceClaim it -> providers(it.bill());
            case RecordDecision it -> providers(it.inference());
            case RecordReversal it -> providers(it.inference());
            case VoidClaim _,
                    RecordRejection _,
                    RecordAcknowledgement _,
                    FileAppeal _,
                    RecordAppealOutcome _,
                    WithdrawAppeal _,
                    CloseEpisode _,
                    ScreenClaim _,
                    LinkDenial _ -> Stream.empty();
        };
    }

    private static Stream<UUID> providers(Bill bill) {
        return Stream.concat(
                        Stream.of(bill.provider()),
                        Stream.concat(
                                Stream.ofNullable(bill.billingProvider()),
                                bill.lines().stream().map(Line::provider)))
                .filter(Objects::nonNull);
    }

    private static Stream<UUID> providers(ClaimCommand.@Nullable Inference inference) {
        return inference == null ? Stream.empty() : Stream.of(inference.provider());
    }
}
