package claimtrail.command.claim;

import claimtrail.command.claim.ClaimCommand.RecordAppealOutcome;
import claimtrail.command.claim.ClaimCommand.RecordAppealOutcome.OutcomeLine;
import claimtrail.command.provider.Terms.LastDay;
import claimtrail.denial.Episode;
import claimtrail.event.claim.ClaimEvent;
import claimtrail.event.claim.ClaimEvent.AnswerBasis;
import claimtrail.event.claim.ClaimEvent.AppealFiled;
import claimtrail.event.claim.ClaimEvent.AppealWithdrawn;
import claimtrail.event.claim.ClaimEvent.DenialOverturned;
import claimtrail.event.claim.ClaimEvent.DenialUpheld;
import claimtrail.event.claim.ClaimEvent.Overturn;
import claimtrail.event.claim.ClaimEvent.OverturnedLine;
import claimtrail.event.claim.ClaimEvent.Refusal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The payer's word on an appeal as the fact it would become.
final class Outcomes {

    private Outcomes() {}

    static ClaimEvent of(Facts facts, AppealFiled filed, RecordAppealOutcome command, Rulebook rulebook) {
        return switch (command.outcome()) {
            case OVERTURNED -> overturned(facts, filed, command, Overturn.OVERTURNED);
            case PARTLY -> overturned(facts, filed, command, Overturn.PARTLY);
            case UPHELD -> upheld(facts, filed, command, Refusal.UPHELD, rulebook);
            case DISMISSED -> upheld(facts, filed, command, Refusal.DISMISSED, rulebook);
        };
    }

    /// The same was told before; a letter gets a new reference with every sending, so it is left out.
    static boolean isTold(Facts facts, ClaimEvent outcome) {
        return switch (outcome) {
            case DenialOverturned it ->
                facts.each(DenialOverturned.class).map(Outcomes::withoutLetter).anyMatch(withoutLetter(it)::equals);
            case DenialUpheld it ->
                facts.each(DenialUpheld.class).map(Outcomes::withoutLetter).anyMatch(withoutLetter(it)::equals);
            case ClaimEvent _ -> false;
        };
    }

    /// Closed by another letter, or withdrawn. Money that spoke first leaves room for the letter that gives the
    /// day; where letter and money disagree, both stay.
    static boolean isClosed(Facts facts, AppealFiled filed, RecordAppealOutcome command) {
        boolean upholds = switch (command.outcome()) {
            case OVERTURNED, PARTLY -> false;
            case UPHELD, DISMISSED -> true;
        };
        boolean upheld = upheld(facts, filed).findAny().isPresent();
        boolean overturned = overturned(facts, filed).findAny().isPresent();
        return isToldByLetterOrWithdrawn(facts, filed)
                || (upholds && upheld)
                || ((upheld || overturned) && command.basis() == AnswerBasis.REMITTANCE);
    }

    static boolean isToldByLetterOrWithdrawn(Facts facts, AppealFiled filed) {
        return upheld(facts, filed).anyMatch(it -> it.basis() == AnswerBasis.LETTER)
                || overturned(facts, filed).anyMatch(it -> it.basis() == AnswerBasis.LETTER)
                || facts.each(AppealWithdrawn.class).anyMatch(it -> it.appealNo() == filed.appealNo());
    }

    private static Stream<DenialUpheld> upheld(Facts facts, AppealFiled filed) {
        return facts.each(DenialUpheld.class).filter(it -> it.appealNo() == filed.appealNo());
    }

    private static Stream<DenialOverturned> overturned(Facts facts, AppealFiled filed) {
        return facts.each(DenialOverturned.class).filter(it -> it.appealNo() == filed.appealNo());
    }

    static boolean isAboveDenied(DenialOverturned overturned) {
        return overturned.lines().stream().anyMatch(it -> {
            var cents = it.overturnedCents();
            return cents != null && (cents < 0 || cents > it.deniedCents());
        });
    }

    private static DenialOverturned overturned(
            Facts facts, AppealFiled filed, RecordAppealOutcome command, Overturn outcome) {
        var episodes = facts.all().reading().episodes();
        var named = command.lines().isEmpty()
                ? filed.lines().stream().map(it -> new OutcomeLine(it, null)).toList()
                : command.lines();
        return new DenialOverturned(
                filed.appealNo(),
                outcome,
                command.basis(),
                command.decidedOn(),
                command.dayBasis(),
                named.stream()
                        .map(it -> new OverturnedLine(
                                it.no(), deniedCents(episodes, filed.appealNo(), it.no()), it.overturnedCents()))
                        .toList(),
                ref(command));
    }

    /// The amount of the episode that the appeal disputes by this line.
    private static long deniedCents(List<Episode> episodes, int appealNo, int line) {
        var disputed =
                episodes.stream().filter(it -> it.appeals().contains(appealNo)).toList();
        return Stream.concat(
                        disputed.stream().filter(it -> it.line() == line),
                        disputed.stream().filter(it -> it.line() == 0))
                .mapToLong(it -> it.opened().cents())
                .findFirst()
                .orElse(0);
    }

    private static DenialUpheld upheld(
            Facts facts, AppealFiled filed, RecordAppealOutcome command, Refusal outcome, Rulebook rulebook) {
        var lines = command.lines().isEmpty()
                ? filed.lines()
                : command.lines().stream().map(OutcomeLine::no).toList();
        return new DenialUpheld(
                filed.appealNo(),
                outcome,
                command.basis(),
                command.decidedOn(),
                command.dayBasis(),
                lines,
                nextLevelLastDay(facts, filed, command, rulebook),
                ref(command));
    }

    /// As the letter says, else by the payer's terms for the next level.
    private static @Nullable LocalDate nextLevelLastDay(
            Facts facts, AppealFiled filed, RecordAppealOutcome command, Rulebook rulebook) {
        var stated = command.nextLevelLastDay();
        var decidedOn = command.decidedOn();
        return stated != null
                ? stated
                : rulebook.terms()
                        .appeal(filed.level() + 1, decidedOn, facts.servedOn().orElse(decidedOn))
                        .map(LastDay::day)
                        .orElse(null);
    }

    private static @Nullable UUID ref(RecordAppealOutcome command) {
        var letter = command.letter();
        return letter == null ? null : letter.ref();
    }

    private static DenialOverturned withoutLetter(DenialOverturned it) {
        return new DenialOverturned(
                it.appealNo(), it.outcome(), it.basis(), it.decidedOn(), it.dayBasis(), it.lines(), null);
    }

    private static DenialUpheld withoutLetter(DenialUpheld it) {
        return new DenialUpheld(
                it.appealNo(),
                it.outcome(),
                it.basis(),
                it.decidedOn(),
                it.dayBasis(),
                it.lines(),
                it.nextLevelLastDay(),
                null);
    }
}
