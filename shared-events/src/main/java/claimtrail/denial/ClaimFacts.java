package claimtrail.denial;

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
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The facts of one claim, as they arrived. What they add up to is [ClaimReading]; there the order of arrival
/// no longer matters.
public record ClaimFacts(List<ClaimEvent> inOrder) {

    private static final ClaimFacts NONE = new ClaimFacts(List.of());

    public ClaimFacts {
        inOrder = List.copyOf(inOrder);
    }

    /// Nothing is known.
    public static ClaimFacts none() {
        return NONE;
    }

    /// These facts and one more.
    public ClaimFacts with(ClaimEvent fact) {
        var more = new ArrayList<ClaimEvent>(inOrder.size() + 1);
        more.addAll(inOrder);
        more.add(fact);
        return new ClaimFacts(more);
    }

    /// What had happened in the world by the end of a day: on it a person's request is judged. Entries of
    /// screening and linking have no day of their own and stay.
    public ClaimFacts until(LocalDate day) {
        return new ClaimFacts(inOrder.stream()
                .filter(fact -> {
                    var on = dayOf(fact);
                    return on == null || !on.isAfter(day);
                })
                .toList());
    }

    /// What the facts add up to.
    public ClaimReading reading() {
        return ClaimReading.of(inOrder);
    }

    /// The versions of the bill in the order in which they were sent.
    public Versions versions() {
        return SortedFacts.of(inOrder).versions;
    }

    /// The answers in reading order, each as an answer to the version it speaks of, and with the cause that this
    /// version
    /// shows.
    public List<PayerDecision> decisions() {
        return SortedFacts.of(inOrder).decisions;
    }

    /// The same answers, each with the number that its version has in the log.
    public List<PayerDecision> recordedDecisions() {
        var sorted = SortedFacts.of(inOrder);
        var versions = sorted.versions.all();
        return sorted.decisions.stream()
                .map(it -> it.claimVersion() < 1 || it.claimVersion() > versions.size()
                        ? it
                        : it.answering(versions.get(it.claimVersion() - 1).recordedNo(), it.lines()))
                .toList();
    }

    /// The version that one more answer speaks of, as far as is known now.
    ///
    /// @throws IllegalStateException while neither a bill nor an answer is known
    public BillVersion answered(
            UUID payer,
            @Nullable String payerControlNumber,
            @Nullable LocalDate payerReceivedOn,
            LocalDate decidedOn,
            long chargeCents) {
        var sorted = SortedFacts.of(inOrder);
        var answered = new AnsweredVersions(sorted.versions, sorted.acknowledged, false);
        answered.restated(sorted.decisions);
        return answered.versionOf(payer, payerControlNumber, payerReceivedOn, decidedOn, chargeCents);
    }

    /// The business day of a fact; absent where it takes its day from another fact.
    public static @Nullable LocalDate dayOf(ClaimEvent fact) {
        return switch (fact) {
            case ClaimSubmitted it -> it.submittedOn();
            case ClaimInferred it -> it.payerReceivedOn() != null ? it.payerReceivedOn() : it.serviceFrom();
            case ClaimReplaced it -> it.submittedOn();
            case ClaimVoided it -> it.voidedOn();
            case ClaimRejected it -> it.rejectedOn();
            case ClaimAcknowledged it -> it.acknowledgedOn();
            case ClaimApproved it -> it.decision().decidedOn();
            case ClaimDenied it -> it.decision().decidedOn();
            case PaymentReversed it -> it.reversedOn();
            case AppealFiled it -> it.filedOn();
            case DenialOverturned it -> it.decidedOn();
            case DenialUpheld it -> it.decidedOn();
            case AppealWithdrawn it -> it.withdrawnOn();
            case EpisodeClosed it -> it.closedOn();
            case ClaimScreened _, DenialLinked _ -> null;
        };
    }
}
