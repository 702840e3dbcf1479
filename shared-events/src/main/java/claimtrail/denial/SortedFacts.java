package claimtrail.denial;

import claimtrail.denial.bill.BilledClaim;
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
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The facts of a claim by kind, each kind by its business key, so that the order of arrival is gone.
final class SortedFacts {

    /// More than one where the bill was sent again; the first one is the bill.
    final List<ClaimSubmitted> submitted = new ArrayList<>(1);

    @Nullable
    ClaimInferred inferred;

    @Nullable
    ClaimVoided voided;

    final List<ClaimReplaced> replaced = new ArrayList<>(0);
    final List<ClaimRejected> rejected = new ArrayList<>(0);
    final List<ClaimAcknowledged> acknowledged = new ArrayList<>(0);

    /// As answers to the versions they speak of.
    List<PayerDecision> decisions = new ArrayList<>(2);

    final List<PaymentReversed> reversals = new ArrayList<>(0);
    final List<AppealFiled> appeals = new ArrayList<>(1);
    final List<DenialOverturned> overturned = new ArrayList<>(1);
    final List<DenialUpheld> upheld = new ArrayList<>(0);
    final List<AppealWithdrawn> withdrawn = new ArrayList<>(0);
    final List<EpisodeClosed> closed = new ArrayList<>(0);
    final List<ClaimScreened> screened = new ArrayList<>(1);
    final List<DenialLinked> linked = new ArrayList<>(1);

    /// The latest business day of any fact: what "by now" means where nobody may look at a clock.
    @Nullable
    LocalDate latestOn;

    Versions versions = Versions.NONE;

    static final Comparator<ClaimRejected> REJECTIONS = Comparator.comparing(ClaimRejected::rejectedOn)
            .thenComparing(ClaimRejected::by)
            .thenComparing(rejected -> rejected.codes().toString());

    static SortedFacts of(List<ClaimEvent> facts) {
        var sorted = new SortedFacts();
        facts.forEach(sorted::take);
        sorted.sort();
        sorted.version(facts);
        return sorted;
    }

    private void take(ClaimEvent fact) {
        var on = ClaimFacts.dayOf(fact);
        if (on != null && (latestOn == null || on.isAfter(latestOn))) {
            latestOn = on;
        }
        switch (fact) {
            case ClaimSubmitted it -> submitted.add(it);
            case ClaimInferred it -> inferred = it;
            case ClaimReplaced it -> replaced.add(it);
            case ClaimVoided it -> voided = voided == null || it.voidedOn().isBefore(voided.voidedOn()) ? it : voided;
            case ClaimRejected it -> rejected.add(it);
            case ClaimAcknowledged it -> acknowledged.add(it);
            case ClaimApproved it -> decisions.add(it.decision());
            case ClaimDenied it -> decisions.add(it.decision());
            case PaymentReversed it -> reversals.add(it);
            case AppealFiled it -> appeals.add(it);
            case DenialOverturned it -> overturned.add(it);
            case DenialUpheld it -> upheld.add(it);
            case AppealWithdrawn it -> withdrawn.add(it);
            case EpisodeClosed it -> closed.add(it);
            case ClaimScreened it -> screened.add(it);
            case DenialLinked it -> linked.add(it);
        }
    }

    private void sort() {
        order(rejected, REJECTIONS);
        order(
                acknowledged,
                Comparator.comparing(ClaimAcknowledged::acknowledgedOn)
                        .thenComparing(it -> it.codes().toString()));
        order(decisions, Comparator.comparing(PayerDecision::decidedOn).thenComparing(PayerDecision::key));
        order(reversals, Comparator.comparing(PaymentReversed::reversedOn).thenComparing(PaymentReversed::key));
        order(appeals, Comparator.comparingInt(AppealFiled::appealNo));
        order(overturned, Comparator.comparing(DenialOverturned::decidedOn));
        order(upheld, Comparator.comparing(DenialUpheld::decidedOn));
        order(withdrawn, Comparator.comparing(AppealWithdrawn::withdrawnOn));
        order(closed, Comparator.comparing(EpisodeClosed::closedOn).thenComparing(EpisodeClosed::disposition));
        order(
                linked,
                Comparator.comparing(DenialLinked::decisionKey)
                        .thenComparing(DenialLinked::rule)
                        .thenComparing(DenialLinked::toString)); // what a source says beside what we found
    }

    /// Numbers versions by their days and every fact by the version it speaks of.
    private void version(List<ClaimEvent> facts) {
        versions = new Versions(this);
        var answered = new AnsweredVersions(versions, acknowledged, inferred != null && !submitted.isEmpty());
        decisions = answered.restated(decisions);
        decisions.replaceAll(it -> PairCause.named(it, () -> billed(it, facts)));
        linked.replaceAll(answered::restated);
        acknowledged.replaceAll(versions::acknowledged);
        screened.replaceAll(versions::screened);
        order(
                screened,
                Comparator.comparingInt(ClaimScreened::version)
                        .thenComparing(ClaimScreened::rule)
                        .thenComparing(ClaimScreened::toString));
    }

    /// The bill that an answer speaks of. Nobody has sent us the first version while only answers are known: then each
    /// answer tells of its own lines, because which of them came first must not matter.
    private @Nullable BilledClaim billed(PayerDecision decision, List<ClaimEvent> facts) {
        var first = inferred;
        if (first != null && submitted.isEmpty() && decision.claimVersion() == 1) {
            return BilledClaim.of(
                    first,
                    decision.lines().stream()
                            .filter(line -> line.no() > 0)
                            .map(line -> LineMatching.onlyAnswered(line, decision))
                            .toList());
        }
        for (var version : versions.all()) {
            if (version.no() == decision.claimVersion()) {
                return BilledClaim.of(facts, version.recordedNo());
            }
        }
        return null;
    }

    /// The bill: the first one that was sent.
    @Nullable
    ClaimSubmitted bill() {
        for (var each : submitted) {
            if (each.version() == versions.all().getFirst().recordedNo()) {
                return each;
            }
        }
        return null;
    }

    private static <T> void order(List<T> facts, Comparator<T> by) {
        if (facts.size() > 1) {
            facts.sort(by);
        }
    }
}
