package claimtrail.command.claim;

import static claimtrail.command.claim.ClaimRefusal.AMOUNT_ABOVE_DENIED;
import static claimtrail.command.claim.ClaimRefusal.CLAIM_UNKNOWN;
import static claimtrail.command.claim.ClaimRefusal.DAY_BEFORE_DENIAL;
import static claimtrail.command.claim.ClaimRefusal.LINE_NOT_DENIED;
import static claimtrail.command.claim.ClaimRefusal.LINE_UNKNOWN;

import claimtrail.command.Decision;
import claimtrail.command.claim.ClaimCommand.CloseEpisode;
import claimtrail.event.claim.ClaimEvent;
import claimtrail.event.claim.ClaimEvent.ClosedLine;
import claimtrail.event.claim.ClaimEvent.EpisodeClosed;

/// The practice stops working denied lines: written off, moved to the patient, given up.
final class Closings {

    private Closings() {}

    static Decision<ClaimEvent, ClaimRefusal> close(Claim claim, CloseEpisode command) {
        return switch (claim) {
            case Claim.Unknown _ -> Decision.refuse(CLAIM_UNKNOWN);
            case Claim.Known it -> close(Facts.of(it), command);
        };
    }

    private static Decision<ClaimEvent, ClaimRefusal> close(Facts facts, CloseEpisode command) {
        var closed = new EpisodeClosed(command.lines(), command.closedOn(), command.disposition(), command.cause());
        if (facts.has(closed)) {
            return Decision.seenBefore();
        }
        var numbers = facts.lineNumbers();
        if (!command.lines().stream().allMatch(it -> numbers.contains(it.no()))) {
            return Decision.refuse(LINE_UNKNOWN, "/lines");
        }
        var denials = Denials.on(command.closedOn(), facts);
        if (command.lines().isEmpty()
                || !command.lines().stream()
                        .allMatch(it -> denials.of(it.no()).isPresent()
                                || denials.laterOf(it.no()).isPresent())) {
            return Decision.refuse(LINE_NOT_DENIED, "/lines");
        }
        if (!command.lines().stream().allMatch(it -> denials.of(it.no()).isPresent())) {
            return Decision.refuse(DAY_BEFORE_DENIAL, "/closedOn");
        }
        if (command.lines().stream().anyMatch(it -> isAboveDenied(it, denials))) {
            return Decision.refuse(AMOUNT_ABOVE_DENIED, "/lines");
        }
        return Decision.accept(closed);
    }

    private static boolean isAboveDenied(ClosedLine line, Denials denials) {
        long denied = denials.of(line.no()).orElseThrow().opened().cents();
        return line.cents() < 0 || line.cents() > denied;
    }
}
