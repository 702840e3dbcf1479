package claimtrail.command.claim;

import static claimtrail.command.claim.ClaimRefusal.AMOUNT_ABOVE_DENIED;
import static claimtrail.command.claim.ClaimRefusal.APPEAL_BEFORE_DENIAL;
import static claimtrail.command.claim.ClaimRefusal.APPEAL_CLOSED;
import static claimtrail.command.claim.ClaimRefusal.APPEAL_OPEN;
import static claimtrail.command.claim.ClaimRefusal.APPEAL_TOO_LATE;
import static claimtrail.command.claim.ClaimRefusal.APPEAL_UNKNOWN;
import static claimtrail.command.claim.ClaimRefusal.CLAIM_UNKNOWN;
import static claimtrail.command.claim.ClaimRefusal.CLAIM_VOIDED;
import static claimtrail.command.claim.ClaimRefusal.LEVEL_SKIPPED;
import static claimtrail.command.claim.ClaimRefusal.LINE_NOT_APPEALED;
import static claimtrail.command.claim.ClaimRefusal.LINE_NOT_DENIED;
import static claimtrail.command.claim.ClaimRefusal.NOTHING_DENIED;
import static claimtrail.command.claim.ClaimRefusal.NOT_APPEALABLE;
import static claimtrail.command.claim.ClaimRefusal.OUTCOME_BEFORE_FILING;

import claimtrail.command.Decision;
import claimtrail.command.claim.ClaimCommand.FileAppeal;
import claimtrail.command.claim.ClaimCommand.RecordAppealOutcome;
import claimtrail.command.claim.ClaimCommand.WithdrawAppeal;
import claimtrail.command.provider.Terms.LastDay;
import claimtrail.command.store.VaultEntry;
import claimtrail.denial.AppealReading;
import claimtrail.denial.ClaimFacts;
import claimtrail.denial.Episode;
import claimtrail.event.claim.ClaimEvent;
import claimtrail.event.claim.ClaimEvent.AnswerBasis;
import claimtrail.event.claim.ClaimEvent.AppealFiled;
import claimtrail.event.claim.ClaimEvent.AppealWithdrawn;
import claimtrail.event.claim.ClaimEvent.DayKnown;
import claimtrail.event.claim.ClaimEvent.DenialOverturned;
import claimtrail.event.claim.ClaimEvent.DenialUpheld;
import claimtrail.event.claim.ClaimEvent.Overturn;
import claimtrail.event.claim.PayerDecision.DayBasis;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Appeals: filed, answered, withdrawn. Judged on the reading up to their own day.
final class Disputes {

    private Disputes() {}

    static Decision<ClaimEvent, ClaimRefusal> file(Claim claim, FileAppeal command, Rulebook rulebook) {
        return switch (claim) {
            case Claim.Unknown _ -> Decision.refuse(CLAIM_UNKNOWN);
            case Claim.Known it when isFiled(Facts.of(it), command) -> Decision.seenBefore();
            case Claim.Voided _ -> Decision.refuse(CLAIM_VOIDED);
            case Claim.Known it -> file(Facts.of(it), command, rulebook);
        };
    }

    private static Decision<ClaimEvent, ClaimRefusal> file(Facts facts, FileAppeal command, Rulebook rulebook) {
        var filedOn = command.filedOn();
        var denials = Denials.on(filedOn, facts);
        if (denials.lines().isEmpty() && denials.laterLines().isEmpty()) {
            return Decision.refuse(NOTHING_DENIED);
        }
        var lines = lines(command, denials);
        if (!lines.stream()
                .allMatch(
                        it -> denials.of(it).isPresent() || denials.laterOf(it).isPresent())) {
            return Decision.refuse(LINE_NOT_DENIED, "/lines");
        }
        var denied = lines.stream().flatMap(it -> denials.of(it).stream()).toList();
        var later = lines.stream()
                .filter(it -> denials.of(it).isEmpty())
                .flatMap(it -> denials.laterOf(it).stream())
                .toList();
        if (denied.stream().anyMatch(it -> !denials.latest(it).appealable())
                || later.stream().anyMatch(it -> !it.opened().appealable())) {
            return Decision.refuse(NOT_APPEALABLE);
        }
        if (Stream.concat(denied.stream(), later.stream()).anyMatch(denials::isAppealed)) {
            return Decision.refuse(APPEAL_OPEN);
        }
        var stated = command.level();
        int level = stated == null
                ? denied.stream().mapToInt(denials::nextLevel).max().orElse(1)
                : stated;
        if (level < 1 || denied.stream().anyMatch(it -> denials.nextLevel(it) != level)) {
            return Decision.refuse(LEVEL_SKIPPED, "/level");
        }
        if (!later.isEmpty()) {
            return Decision.refuse(APPEAL_BEFORE_DENIAL, "/filedOn");
        }
        if (!command.goodCause()
                && command.dayBasis() == DayKnown.STATED
                && denied.stream().anyMatch(it -> isLate(filedOn, it, denials, facts))) {
            return Decision.refuse(APPEAL_TOO_LATE, "/filedOn");
        }
        int appealNo = 1
                + facts.each(AppealFiled.class)
                        .mapToInt(AppealFiled::appealNo)
                        .max()
                        .orElse(0);
        var argument = command.argument();
        var dueOn = rulebook.terms()
                .appealDecision(level, filedOn, facts.servedOn().orElse(filedOn))
                .map(LastDay::day);
        var filed = new AppealFiled(
                appealNo,
                level,
                lines,
                filedOn,
                command.dayBasis(),
                command.goodCause(),
                dueOn.orElse(null),
                command.channel(),
                argument == null ? null : argument.ref());
        return Decision.accept(List.of(filed), List.of(), texts(argument));
    }

    static Decision<ClaimEvent, ClaimRefusal> settle(Claim claim, RecordAppealOutcome command, Rulebook rulebook) {
        return switch (claim) {
            case Claim.Unknown _ -> Decision.refuse(CLAIM_UNKNOWN);
            case Claim.Known it ->
                Facts.of(it)
                        .appeal(command.appealNo())
                        .map(filed -> settle(Facts.of(it), filed, command, rulebook))
                        .orElseGet(() -> Decision.refuse(APPEAL_UNKNOWN, "/appealNo"));
        };
    }

    private static Decision<ClaimEvent, ClaimRefusal> settle(
            Facts facts, AppealFiled filed, RecordAppealOutcome command, Rulebook rulebook) {
        var outcome = Outcomes.of(facts, filed, command, rulebook);
        if (Outcomes.isTold(facts, outcome)) {
            return Decision.seenBefore();
        }
        if (Outcomes.isClosed(facts, filed, command)) {
            return Decision.refuse(APPEAL_CLOSED);
        }
        if (!command.lines().stream().allMatch(it -> filed.lines().contains(it.no()))) {
            return Decision.refuse(LINE_NOT_APPEALED, "/lines");
        }
        if (command.decidedOn().isBefore(filed.filedOn())) {
            return Decision.refuse(OUTCOME_BEFORE_FILING, "/decidedOn");
        }
        if (outcome instanceof DenialOverturned it && Outcomes.isAboveDenied(it)) {
            return Decision.refuse(AMOUNT_ABOVE_DENIED, "/lines");
        }
        return Decision.accept(List.of(outcome), List.of(), texts(command.letter()));
    }

    static Decision<ClaimEvent, ClaimRefusal> withdraw(Claim claim, WithdrawAppeal command) {
        return switch (claim) {
            case Claim.Unknown _ -> Decision.refuse(CLAIM_UNKNOWN);
            case Claim.Known it ->
                Facts.of(it)
                        .appeal(command.appealNo())
                        .map(filed -> withdraw(Facts.of(it), filed, command))
                        .orElseGet(() -> Decision.refuse(APPEAL_UNKNOWN, "/appealNo"));
        };
    }

    private static Decision<ClaimEvent, ClaimRefusal> withdraw(Facts facts, AppealFiled filed, WithdrawAppeal command) {
        var withdrawn = new AppealWithdrawn(filed.appealNo(), command.withdrawnOn());
        if (facts.has(withdrawn)) {
            return Decision.seenBefore();
        }
        if (Outcomes.isToldByLetterOrWithdrawn(facts, filed) || isPaidBy(command.withdrawnOn(), facts, filed)) {
            return Decision.refuse(APPEAL_CLOSED);
        }
        if (command.withdrawnOn().isBefore(filed.filedOn())) {
            return Decision.refuse(OUTCOME_BEFORE_FILING, "/withdrawnOn");
        }
        return Decision.accept(withdrawn);
    }

    private static boolean isPaidBy(LocalDate day, Facts facts, AppealFiled filed) {
        return facts.all().until(day).reading().appeal(filed.appealNo()).stream()
                .anyMatch(it -> !it.isOpen());
    }

    /// What money says about open appeals, announced with the answer that brings it.
    static List<ClaimEvent> won(ClaimFacts before, ClaimEvent answer) {
        var after = before.with(answer).reading();
        return before.reading().appeals().stream()
                .filter(AppealReading::isOpen)
                .flatMap(it -> after.appeal(it.appealNo()).stream())
                .flatMap(it -> Optional.ofNullable(it.ended()).stream()
                        .filter(ended -> ended.outcome().isOverturn() && ended.basis() == AnswerBasis.REMITTANCE)
                        .<ClaimEvent>map(ended -> overturned(it.appealNo(), ended)))
                .toList();
    }

    private static DenialOverturned overturned(int appealNo, AppealReading.Ended ended) {
        return new DenialOverturned(
                appealNo,
                ended.outcome() == AppealReading.Outcome.OVERTURNED ? Overturn.OVERTURNED : Overturn.PARTLY,
                AnswerBasis.REMITTANCE,
                ended.on(),
                ended.dayAssumed() ? DayKnown.ASSUMED : DayKnown.STATED,
                ended.lines(),
                null);
    }

    /// The lines named; where none is named every denied line, or the lines that will be denied later.
    private static List<Integer> lines(FileAppeal command, Denials denials) {
        if (!command.lines().isEmpty()) {
            return command.lines().stream().distinct().sorted().toList();
        }
        return (denials.lines().isEmpty() ? denials.laterLines() : denials.lines())
                .stream().sorted().toList();
    }

    /// The same appeal came before. Who names no level or no lines means those of that day.
    private static boolean isFiled(Facts facts, FileAppeal command) {
        Set<Integer> lines = new HashSet<>(command.lines());
        var level = command.level();
        return facts.each(AppealFiled.class)
                .anyMatch(it -> it.filedOn().equals(command.filedOn())
                        && it.dayBasis() == command.dayBasis()
                        && it.goodCause() == command.goodCause()
                        && Objects.equals(it.channel(), command.channel())
                        && (level == null || level == it.level())
                        && (lines.isEmpty() || lines.equals(new HashSet<>(it.lines()))));
    }

    /// Terms that are not known set no last day, and an assumed day proves nothing.
    private static boolean isLate(LocalDate filedOn, Episode episode, Denials denials, Facts facts) {
        var answered = denials.answered(episode);
        if (answered.isPresent()) {
            return facts.each(DenialUpheld.class)
                    .filter(it -> it.appealNo() == answered.get().appealNo() && it.dayBasis() == DayKnown.STATED)
                    .flatMap(it -> Stream.ofNullable(it.nextLevelLastDay()))
                    .anyMatch(filedOn::isAfter);
        }
        var decision = denials.latest(episode);
        var lastDay = decision.appealLastDay();
        return lastDay != null && decision.dayBasis() != DayBasis.ASSUMED && filedOn.isAfter(lastDay);
    }

    private static List<VaultEntry> texts(@Nullable VaultEntry text) {
        return text == null ? List.of() : List.of(text);
    }
}
