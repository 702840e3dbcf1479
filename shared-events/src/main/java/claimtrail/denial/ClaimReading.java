package claimtrail.denial;

import claimtrail.denial.EpisodeWalk.GivenUp;
import claimtrail.event.claim.ClaimEvent;
import claimtrail.event.claim.ClaimEvent.ClaimAcknowledged;
import claimtrail.event.claim.ClaimEvent.ClaimRejected;
import claimtrail.event.claim.ClaimEvent.ClaimReplaced;
import claimtrail.event.claim.ClaimEvent.ClaimScreened;
import claimtrail.event.claim.ClaimEvent.ClaimSubmitted;
import claimtrail.event.claim.ClaimEvent.DenialLinked;
import claimtrail.event.claim.ClaimEvent.EpisodeClosed;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// What the facts of a claim add up to under rule `denial/1`: a pure function of the set of facts. Two orders
/// of arrival give the same reading.
///
/// @param submission absent when neither a bill nor an answer is known
/// @param bill the first version as it was sent; absent while only an answer is known
/// @param versions in the order in which they were sent, the first one first
/// @param replacements all versions but the first
/// @param voidedOn absent unless the bill was taken back
/// @param rejections versions sent back unread, by day
/// @param acknowledgements what was received, by day
/// @param payers the answers, by payer sequence
/// @param episodes the denials, by payer sequence and line
/// @param appeals by number
/// @param closings what the practice stopped working, by day
public record ClaimReading(
        @Nullable Submission submission,
        @Nullable ClaimSubmitted bill,
        List<BillVersion> versions,
        List<ClaimReplaced> replacements,
        @Nullable LocalDate voidedOn,
        List<ClaimRejected> rejections,
        List<ClaimAcknowledged> acknowledgements,
        List<PayerAnswers> payers,
        List<Episode> episodes,
        List<AppealReading> appeals,
        List<EpisodeClosed> closings,
        List<ClaimScreened> screenings,
        List<DenialLinked> links) {

    /// Reads facts in whatever order they arrived.
    public static ClaimReading of(List<ClaimEvent> inAnyOrder) {
        var facts = SortedFacts.of(inAnyOrder);
        var versions = facts.versions;
        var denials = denials(facts, versions);
        var appeals = Appeals.of(facts, denials);
        var voided = facts.voided;
        return new ClaimReading(
                Submission.of(facts),
                facts.bill(),
                versions.all(),
                versions.later(),
                voided == null ? null : voided.voidedOn(),
                versions.rejections(),
                facts.acknowledged,
                denials.stream().map(PayerDenials::answers).toList(),
                episodes(facts, denials, appeals),
                appeals,
                facts.closed,
                facts.screened,
                facts.linked);
    }

    private static List<PayerDenials> denials(SortedFacts facts, Versions versions) {
        if (facts.decisions.isEmpty() && facts.reversals.isEmpty()) {
            return List.of();
        }
        var sequences = new TreeSet<Integer>();
        facts.decisions.forEach(it -> sequences.add(it.payerSequence()));
        facts.reversals.forEach(it -> sequences.add(it.payerSequence()));
        var payers = new ArrayList<PayerDenials>(sequences.size());
        for (var sequence : sequences) {
            payers.add(new PayerDenials(PayerAnswers.of(sequence, facts, versions), versions));
        }
        return payers;
    }

    private static List<Episode> episodes(SortedFacts facts, List<PayerDenials> payers, List<AppealReading> appeals) {
        var episodes = new ArrayList<Episode>();
        for (var payer : payers) {
            for (var denial : payer.all()) {
                var disputes = appeals.isEmpty()
                        ? appeals
                        : appeals.stream()
                                .filter(appeal -> appeal.payerSequence()
                                        == payer.answers().payerSequence())
                                .filter(appeal -> appeal.lines().stream().anyMatch(line -> payer.means(line, denial)))
                                .sorted(Comparator.comparing(AppealReading::filedOn)
                                        .thenComparingInt(AppealReading::appealNo))
                                .toList();
                episodes.add(EpisodeWalk.of(denial, payer.answers(), disputes, ends(facts, payers, payer, denial)));
            }
        }
        return episodes;
    }

    private static List<GivenUp> ends(
            SortedFacts facts, List<PayerDenials> payers, PayerDenials payer, PayerDenials.FirstDenial denial) {
        var ends = new ArrayList<GivenUp>(0);
        for (var closed : facts.closed) {
            for (var line : closed.lines()) {
                if (payer.means(line.no(), denial)
                        && payer.equals(Appeals.payerOf(line.no(), closed.closedOn(), payers))) {
                    ends.add(new GivenUp(closed.closedOn(), Road.of(closed.disposition())));
                }
            }
        }
        if (facts.voided != null) {
            ends.add(new GivenUp(facts.voided.voidedOn(), Road.VOIDED));
            ends.sort(Comparator.comparing(GivenUp::on));
        }
        return ends;
    }

    /// The answers of one payer sequence; empty while there is none.
    public Optional<PayerAnswers> payer(int sequence) {
        return payers.stream().filter(it -> it.payerSequence() == sequence).findFirst();
    }

    /// The first decision of the primary payer; absent while there is none.
    public @Nullable FirstDecision firstDecision() {
        for (var payer : payers) {
            if (payer.payerSequence() == 1) {
                return payer.first();
            }
        }
        return null;
    }

    /// The day on which the primary payer called the claim a duplicate of a known original, where it decided
    /// nothing else; absent otherwise.
    public @Nullable LocalDate duplicateOn() {
        for (var payer : payers) {
            if (payer.payerSequence() == 1 && payer.first() == null) {
                return payer.duplicateOn();
            }
        }
        return null;
    }

    /// The denials that are not over.
    public List<Episode> openEpisodes() {
        return episodes.stream().filter(Episode::isOpen).toList();
    }

    /// One appeal by its number; empty when there is none.
    public Optional<AppealReading> appeal(int appealNo) {
        return appeals.stream().filter(it -> it.appealNo() == appealNo).findFirst();
    }
}
