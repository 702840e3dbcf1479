package claimtrail.command.claim;

import claimtrail.denial.BillVersion;
import claimtrail.denial.ClaimFacts;
import claimtrail.event.claim.ClaimEvent;
import claimtrail.event.claim.ClaimEvent.AppealFiled;
import claimtrail.event.claim.ClaimEvent.ClaimInferred;
import claimtrail.event.claim.ClaimEvent.ClaimReplaced;
import claimtrail.event.claim.ClaimEvent.ClaimSubmitted;
import claimtrail.event.claim.DecisionLine;
import claimtrail.event.claim.Line;
import claimtrail.event.claim.PayerDecision;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// What a decider looks up among the facts of a claim.
record Facts(ClaimFacts all) {

    static Facts of(Claim.Known claim) {
        return new Facts(claim.facts());
    }

    <E extends ClaimEvent> Stream<E> each(Class<E> kind) {
        return all.inOrder().stream().filter(kind::isInstance).map(kind::cast);
    }

    boolean has(Class<? extends ClaimEvent> kind) {
        return each(kind).findAny().isPresent();
    }

    boolean has(ClaimEvent fact) {
        return all.inOrder().contains(fact);
    }

    /// All answers, approved and denied alike, in reading order, each as an answer to the version it speaks of.
    List<PayerDecision> decisions() {
        return all.decisions();
    }

    Optional<PayerDecision> decision(String key) {
        return decisions().stream().filter(it -> it.key().equals(key)).findFirst();
    }

    Optional<AppealFiled> appeal(int appealNo) {
        return each(AppealFiled.class).filter(it -> it.appealNo() == appealNo).findFirst();
    }

    /// Versions from 1 in the order in which they were sent; an inferred claim stands in for its first version until
    /// the bill comes.
    List<BillVersion> versions() {
        return all.versions().all();
    }

    /// The number that a further bill gets: one above all that came before, whenever they were sent.
    int nextNo() {
        return 1
                + Stream.concat(
                                each(ClaimSubmitted.class).map(ClaimSubmitted::version),
                                each(ClaimReplaced.class).map(ClaimReplaced::version))
                        .reduce(1, Math::max);
    }

    BillVersion newest() {
        return versions().getLast();
    }

    /// The first service day, where a bill or an answer names one.
    Optional<LocalDate> servedOn() {
        var billed = each(ClaimSubmitted.class).map(ClaimSubmitted::serviceFrom).findFirst();
        return billed.or(() -> each(ClaimInferred.class)
                .flatMap(it -> Stream.ofNullable(it.serviceFrom()))
                .findFirst());
    }

    /// Every number that some version or answer gives to a line; 0 where an answer speaks of the claim as a
    /// whole.
    Set<Integer> lineNumbers() {
        var numbers = new HashSet<Integer>();
        versions().forEach(it -> it.lines().stream().map(Line::no).forEach(numbers::add));
        decisions().forEach(it -> it.lines().stream().map(DecisionLine::no).forEach(numbers::add));
        return numbers;
    }

    /// The number that a line of a version had when it first appeared: its identity over all versions.
    int firstNo(int version, int no) {
        return all.versions().firstNo(version, no);
    }
}
