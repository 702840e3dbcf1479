package claimtrail.command.claim;

import claimtrail.denial.ClaimFacts;
import claimtrail.event.claim.ClaimEvent;
import claimtrail.event.claim.ClaimEvent.AppealFiled;
import claimtrail.event.claim.ClaimEvent.AppealWithdrawn;
import claimtrail.event.claim.ClaimEvent.ClaimAcknowledged;
import claimtrail.event.claim.ClaimEvent.ClaimApproved;
import claimtrail.event.claim.ClaimEvent.ClaimDenied;
import claimtrail.event.claim.ClaimEvent.ClaimInferred;
import claimtrail.event.claim.ClaimEvent.ClaimRejected;
import claimtrail.event.claim.ClaimEvent.ClaimReplaced;
import claimtrail.event.claim.ClaimEvent.ClaimScreened;
import claimtrail.event.claim.ClaimEvent.ClaimSubmitted;
import claimtrail.event.claim.ClaimEvent.ClaimVoided;
import claimtrail.event.claim.ClaimEvent.DenialLinked;
import claimtrail.event.claim.ClaimEvent.DenialOverturned;
import claimtrail.event.claim.ClaimEvent.DenialUpheld;
import claimtrail.event.claim.ClaimEvent.EpisodeClosed;
import claimtrail.event.claim.ClaimEvent.PaymentReversed;
import claimtrail.event.claim.PayerDecision;

/// Where a claim stands. The state is that of its newest version; the history holds all versions and every answer.
public sealed interface Claim {

    /// Nobody told us of it.
    record Unknown() implements Claim {}

    /// Something is known.
    sealed interface Known extends Claim {
        ClaimFacts facts();
    }

    /// Only an answer is known, and it was no decision.
    record Inferred(ClaimFacts facts) implements Known {}

    /// A version waits for its answer.
    record Submitted(int version, ClaimFacts facts) implements Known {}

    /// The newest version was sent back unread, and never adjudicated.
    record Rejected(int version, ClaimFacts facts) implements Known {}

    /// A payer answered the newest version.
    ///
    /// @param answers how many answers there are to any version
    record Decided(int version, int answers, ClaimFacts facts) implements Known {}

    /// Taken back by the practice; late answers are still recorded.
    record Voided(ClaimFacts facts) implements Known {}

    /// The claim after one more fact.
    ///
    /// @throws IllegalStateException if the fact contradicts the stream: a reader must stop, not guess
    static Claim after(Claim claim, ClaimEvent event) {
        return switch (event) {
            case ClaimInferred it
            when claim instanceof Unknown -> new Inferred(ClaimFacts.none().with(it));
            case ClaimInferred _ -> throw contradiction("inferred, but known");
            case ClaimSubmitted it
            when claim instanceof Unknown -> new Submitted(1, ClaimFacts.none().with(it));
            case ClaimSubmitted it -> joined(known(claim), it);
            case ClaimReplaced it -> replaced(known(claim), it);
            case ClaimVoided it when Facts.of(known(claim)).has(it) -> throw contradiction("voided twice on one day");
            case ClaimVoided it -> of(known(claim).facts().with(it));
            case ClaimApproved it -> answered(known(claim), it, it.decision());
            case ClaimDenied it -> answered(known(claim), it, it.decision());
            case ClaimAcknowledged it -> of(known(claim).facts().with(it));
            case ClaimRejected it -> of(known(claim).facts().with(it));
            case PaymentReversed it -> of(known(claim).facts().with(it));
            case AppealFiled it -> filed(known(claim), it);
            case DenialOverturned it -> appealed(known(claim), it, it.appealNo());
            case DenialUpheld it -> appealed(known(claim), it, it.appealNo());
            case AppealWithdrawn it -> appealed(known(claim), it, it.appealNo());
            case EpisodeClosed it -> of(known(claim).facts().with(it));
            case ClaimScreened it -> of(known(claim).facts().with(it));
            case DenialLinked it -> of(known(claim).facts().with(it));
        };
    }

    private static Claim joined(Known claim, ClaimSubmitted submitted) {
        var facts = Facts.of(claim);
        if (facts.has(ClaimSubmitted.class) && submitted.version() != facts.nextNo()) {
            throw contradiction("submitted twice as version " + submitted.version());
        }
        return of(claim.facts().with(submitted));
    }

    private static Claim replaced(Known claim, ClaimReplaced replaced) {
        if (replaced.version() != Facts.of(claim).nextNo()) {
            throw contradiction("version " + replaced.version() + " is not the next");
        }
        return of(claim.facts().with(replaced));
    }

    private static Claim answered(Known claim, ClaimEvent event, PayerDecision decision) {
        if (Facts.of(claim).decision(decision.key()).isPresent()) {
            throw contradiction("one answer twice");
        }
        return of(claim.facts().with(event));
    }

    private static Claim filed(Known claim, AppealFiled filed) {
        if (Facts.of(claim).appeal(filed.appealNo()).isPresent()) {
            throw contradiction("appeal " + filed.appealNo() + " filed twice");
        }
        return of(claim.facts().with(filed));
    }

    private static Claim appealed(Known claim, ClaimEvent event, int appealNo) {
        if (Facts.of(claim).appeal(appealNo).isEmpty()) {
            throw contradiction("appeal " + appealNo + " was never filed");
        }
        return of(claim.facts().with(event));
    }

    /// The state follows from the facts, whatever their order.
    private static Claim of(ClaimFacts all) {
        var facts = new Facts(all);
        var decisions = facts.decisions();
        var newest = facts.newest();
        if (facts.has(ClaimVoided.class)) {
            return new Voided(all);
        }
        if (decisions.stream().anyMatch(it -> it.claimVersion() >= newest.no())) {
            return new Decided(newest.no(), decisions.size(), all);
        }
        if (newest.rejected()) {
            return new Rejected(newest.no(), all);
        }
        return newest.submittedOn() == null ? new Inferred(all) : new Submitted(newest.no(), all);
    }

    private static Known known(Claim claim) {
        return switch (claim) {
            case Known it -> it;
            case Unknown _ -> throw contradiction("nobody told us of it");
        };
    }

    private static IllegalStateException contradiction(String what) {
        return new IllegalStateException("the claim's facts contradict each other: " + what);
    }
}
