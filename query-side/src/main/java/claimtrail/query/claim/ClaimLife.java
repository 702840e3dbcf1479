package claimtrail.query.claim;

import claimtrail.denial.ClaimReading;
import claimtrail.event.Recorded;
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
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// All facts of one claim that are known, in the order of the log, and what they add up to.
///
/// @param fresh how many of the last facts were not counted before
public record ClaimLife(UUID claim, List<Recorded<ClaimEvent>> facts, int fresh, ClaimReading reading) {

    public ClaimLife {
        facts = List.copyOf(facts);
    }

    /// A life, read.
    public static ClaimLife of(UUID claim, List<Recorded<ClaimEvent>> facts, int fresh) {
        return new ClaimLife(
                claim,
                facts,
                fresh,
                ClaimReading.of(facts.stream().map(Recorded::event).toList()));
    }

    /// The same life as it was when so many of its facts were known.
    ClaimLife upTo(int count) {
        return of(claim, facts.subList(0, count), 0);
    }

    UUID practice() {
        return Objects.requireNonNull(facts.getFirst().envelope().practice(), "a claim belongs to a practice");
    }

    long lastPosition() {
        return facts.getLast().envelope().position();
    }

    /// The facts that were not counted before.
    List<Recorded<ClaimEvent>> news() {
        return facts.subList(facts.size() - fresh, facts.size());
    }

    /// What a payer decided by a fact; null where the fact is none of a payer's decisions.
    private static @Nullable PayerDecision decision(ClaimEvent event) {
        return switch (event) {
            case ClaimApproved it -> it.decision();
            case ClaimDenied it -> it.decision();
            case ClaimSubmitted _,
                    ClaimInferred _,
                    ClaimReplaced _,
                    ClaimVoided _,
                    ClaimRejected _,
                    ClaimAcknowledged _,
                    PaymentReversed _,
                    AppealFiled _,
                    DenialOverturned _,
                    DenialUpheld _,
                    AppealWithdrawn _,
                    EpisodeClosed _,
                    ClaimScreened _,
                    DenialLinked _ -> null;
        };
    }

    /// What payers paid, less what they took back.
    long paidCents() {
        var cents = 0L;
        for (var fact : facts) {
            var decision = decision(fact.event());
            if (decision != null && decision.amountsKnown()) {
                cents += decision.paidCents();
            } else if (fact.event() instanceof PaymentReversed it) {
                cents += it.paidCents();
            }
        }
        return cents;
    }

    /// Where in the log an answer stands, by its key.
    public long positionOf(String decisionKey) {
        for (var fact : facts) {
            var decision = decision(fact.event());
            if (decision != null && decision.key().equals(decisionKey)) {
                return fact.envelope().position();
            }
        }
        throw new IllegalStateException("claim " + claim + " has no answer " + decisionKey);
    }
}
