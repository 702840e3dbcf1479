package claimtrail.command.claim;

import claimtrail.denial.AppealReading;
import claimtrail.denial.ClaimReading;
import claimtrail.denial.Episode;
import claimtrail.denial.PayerAnswers.Turn;
import claimtrail.event.claim.Finding;
import claimtrail.event.claim.PayerDecision;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// The denials of a claim as they stood on the day of a request, with what is known of later days beside it.
/// A line's number is the one it had when it first appeared.
///
/// @param then the reading up to that day
/// @param now the reading of everything we know
record Denials(Facts facts, ClaimReading then, ClaimReading now) {

    static Denials on(LocalDate day, Facts facts) {
        return new Denials(facts, facts.all().until(day).reading(), facts.all().reading());
    }

    /// The lines that can be disputed or given up on the day: denied, and neither over nor won.
    List<Integer> lines() {
        return then.episodes().stream()
                .filter(Denials::isDenied)
                .map(Episode::line)
                .distinct()
                .toList();
    }

    /// The lines that are denied only on a later day.
    List<Integer> laterLines() {
        return now.episodes().stream()
                .filter(this::isLater)
                .map(Episode::line)
                .distinct()
                .toList();
    }

    /// The denial of a line on the day.
    Optional<Episode> of(int line) {
        return mostFitting(then.episodes().stream().filter(Denials::isDenied).toList(), line);
    }

    /// The denial of a line that comes only on a later day.
    Optional<Episode> laterOf(int line) {
        return mostFitting(now.episodes().stream().filter(this::isLater).toList(), line);
    }

    /// Whether an appeal on the denial waits for its answer, on that day or, filed later, today.
    boolean isAppealed(Episode episode) {
        return episode.state() == Episode.State.APPEALED
                || appeals(now, episode).anyMatch(AppealReading::isOpen);
    }

    /// The level of the next appeal: one above the last that the payer has answered.
    int nextLevel(Episode episode) {
        return 1 + answered(episode).map(AppealReading::level).orElse(0);
    }

    /// The last appeal on the denial that the payer had answered by the day.
    Optional<AppealReading> answered(Episode episode) {
        return appeals(then, episode)
                .filter(it -> {
                    var ended = it.ended();
                    return ended != null && ended.outcome() != AppealReading.Outcome.WITHDRAWN;
                })
                .max(Comparator.comparingInt(AppealReading::level));
    }

    /// The newest answer that denies the line and stands on the day; the one that opened the episode where
    /// none does.
    PayerDecision latest(Episode episode) {
        var turns = then.payer(episode.payerSequence()).orElseThrow().turns();
        var denying = turns.stream()
                .flatMap(it -> it instanceof Turn.Decided decided ? Stream.of(decided) : Stream.empty())
                .filter(it -> denies(it.decision(), episode.line()))
                .toList();
        return denying.reversed().stream()
                .filter(it -> !it.reversed())
                .findFirst()
                .orElseGet(denying::getLast)
                .decision();
    }

    private boolean denies(PayerDecision decision, int line) {
        return decision.lines().stream()
                .filter(it -> line == 0 || it.no() == 0 || facts.firstNo(decision.claimVersion(), it.no()) == line)
                .anyMatch(it -> it.finding().result() != Finding.Result.CLEAR);
    }

    private static Stream<AppealReading> appeals(ClaimReading reading, Episode episode) {
        Set<Integer> numbers = reading.episodes().stream()
                .filter(it -> it.line() == episode.line() && it.payerSequence() == episode.payerSequence())
                .map(Episode::appeals)
                .collect(HashSet::new, Set::addAll, Set::addAll);
        return reading.appeals().stream().filter(it -> numbers.contains(it.appealNo()));
    }

    /// The line's own denial, else that of the claim as a whole; of several payers the first.
    private static Optional<Episode> mostFitting(List<Episode> episodes, int line) {
        var own = episodes.stream().filter(it -> it.line() == line);
        var whole = episodes.stream().filter(it -> it.line() == 0);
        return Stream.concat(own, whole)
                .min(Comparator.comparing((Episode it) -> it.line() != line).thenComparingInt(Episode::payerSequence));
    }

    private boolean isLater(Episode episode) {
        return then.episodes().stream()
                .noneMatch(it -> it.line() == episode.line() && it.payerSequence() == episode.payerSequence());
    }

    private static boolean isDenied(Episode episode) {
        return switch (episode.state()) {
            case OPEN, APPEALED, UPHELD -> true;
            case OVERTURNED, CLOSED -> false;
        };
    }
}
