package claimtrail.command.claim;

import claimtrail.denial.ClaimFacts;
import claimtrail.event.claim.ClaimEvent;
import claimtrail.event.claim.ClaimEvent.AppealFiled;
import claimtrail.event.claim.ClaimEvent.ClaimApproved;
import claimtrail.event.claim.ClaimEvent.ClaimDenied;
import claimtrail.event.claim.ClaimEvent.ClaimInferred;
import claimtrail.event.claim.ClaimEvent.ClaimRejected;
import claimtrail.event.claim.ClaimEvent.ClaimReplaced;
import claimtrail.event.claim.ClaimEvent.ClaimSubmitted;
import claimtrail.event.claim.DecisionLine;
import claimtrail.event.claim.Line;
import claimtrail.event.claim.PayerDecision;
import java.time.LocalDate;
import java.util.ArrayList;
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

    /// All answers, approved and denied alike, in the order in which we learnt them.
    List<PayerDecision> decisions() {
        return all.inOrder().stream().flatMap(Facts::decision).toList();
    }

    private static Stream<PayerDecision> decision(ClaimEvent fact) {
        return switch (fact) {
            case ClaimApproved it -> Stream.of(it.decision());
            case ClaimDenied it -> Stream.of(it.decision());
            case ClaimEvent _ -> Stream.empty();
        };
    }

    Optional<PayerDecision> decision(String key) {
        return decisions().stream().filter(it -> it.key().equals(key)).findFirst();
    }

    Optional<AppealFiled> appeal(int appealNo) {
        return each(AppealFiled.class).filter(it -> it.appealNo() == appealNo).findFirst();
    }

    /// Versions from 1; an inferred claim stands in for its first version until the bill comes.
    List<Version> versions() {
        var rejected = each(ClaimRejected.class).map(ClaimRejected::version).toList();
        var versions = new ArrayList<Version>();
        each(ClaimSubmitted.class)
                .map(it -> new Version(1, it.submittedOn(), it.chargeCents(), it.lines(), rejected.contains(1)))
                .findFirst()
                .or(() -> each(ClaimInferred.class)
                        .map(it -> new Version(1, null, it.chargeCents(), it.lines(), rejected.contains(1)))
                        .findFirst())
                .ifPresent(versions::add);
        each(ClaimReplaced.class)
                .map(it -> new Version(
                        it.version(), it.submittedOn(), it.chargeCents(), it.lines(), rejected.contains(it.version())))
                .forEach(versions::add);
        return versions;
    }

    Version newest() {
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
        var versions = versions();
        int number = no;
        for (int place = Math.min(version, versions.size()); place > 1; place--) {
            number = versions.get(place - 1)
                    .line(number)
                    .flatMap(it -> Optional.ofNullable(it.previousNo()))
                    .orElse(number);
        }
        return number;
    }
}
