package claimtrail.query.audit;

import claimtrail.event.DomainEvent;
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
import claimtrail.event.claim.ClaimEvent.ClosedLine;
import claimtrail.event.claim.ClaimEvent.DenialLinked;
import claimtrail.event.claim.ClaimEvent.DenialOverturned;
import claimtrail.event.claim.ClaimEvent.DenialUpheld;
import claimtrail.event.claim.ClaimEvent.EpisodeClosed;
import claimtrail.event.claim.ClaimEvent.PaymentReversed;
import claimtrail.event.claim.PayerDecision;
import claimtrail.event.imports.ImportEvent;
import claimtrail.event.learning.PracticeSessionEvent;
import claimtrail.event.pattern.PatternEvent;
import claimtrail.event.policy.PolicyEvent;
import claimtrail.event.provider.PayerEvent;
import claimtrail.event.provider.PracticeEvent;
import claimtrail.event.provider.ProviderEvent;
import claimtrail.event.reference.ReferenceEvent;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// A fact in one sentence, for people. No patient data: there is none in the log.
public final class Sentence {

    private Sentence() {}

    /// What happened.
    public static String of(DomainEvent event) {
        return switch (event) {
            case ClaimEvent it -> of(it);
            case ImportEvent.ImportStarted it -> "A file of " + it.bytes() + " bytes is read as " + it.format() + ".";
            case ImportEvent.RecordNoted it ->
                "Record " + it.place() + " " + word(it.severity()) + ": " + it.code() + ".";
            case ImportEvent.ImportCompleted it ->
                it.read() + " records read: " + it.stored() + " stored, " + it.seenBefore() + " seen before, "
                        + it.held() + " held, " + it.refused() + " refused.";
            case ImportEvent.ImportSeenAgain _ -> "The same file came again; nothing was stored.";
            case ImportEvent.RecordJudged it ->
                "A person judged record " + it.place() + ": " + word(it.verdict()) + ".";
            case PracticeEvent.PracticeRegistered it -> "Practice " + it.name() + " joins.";
            case ProviderEvent.ProviderRegistered it ->
                "Provider " + it.number().value() + (it.stub() ? " is seen in a claim." : " is registered.");
            case PayerEvent.PayerRegistered it -> "Payer " + it.name() + " is registered.";
            case PayerEvent.PayerTermsSet it -> "Terms " + it.termsVersion() + " of a payer are set.";
            case PatternEvent.PatternDetected it -> "Pattern of denials: " + it.title() + ".";
            case PatternEvent.BaselineFixed it ->
                (it.provisional() ? "Provisional baseline of a pattern: " : "Baseline of a pattern: ") + it.denied()
                        + " of " + it.exposedDecided() + " denied from " + it.from() + " to " + it.to() + ".";
            case PatternEvent.StatusChanged it ->
                "A pattern goes from " + word(it.from()) + " to " + word(it.to()) + " on " + it.on() + ".";
            case PatternEvent.GuidanceSet _ -> "Guidance for a pattern is set.";
            case PatternEvent.ActionRecorded it ->
                "Done about a pattern on " + it.takenOn() + ": " + word(it.actionType()) + ".";
            case PolicyEvent.PolicyPublished it ->
                "Policy " + it.number().value() + ", version " + it.version() + ": " + it.name() + ".";
            case PolicyEvent.PolicyRetired it -> "A policy no longer holds from " + it.retiredOn() + ".";
            case PracticeSessionEvent.PracticeStarted _ -> "A sitting on a pattern begins.";
            case PracticeSessionEvent.PracticeCompleted it ->
                "A sitting on a pattern is completed"
                        + (it.correct() == null || it.total() == null
                                ? "."
                                : ": " + it.correct() + " of " + it.total() + " right.");
            case PracticeSessionEvent.CorrectionApplied it ->
                "A correction holds from " + it.effectiveOn() + ": " + word(it.kind()) + ".";
            case ReferenceEvent _ -> "What codes mean, how we count or what is set changes.";
        };
    }

    private static String of(ClaimEvent event) {
        return switch (event) {
            case ClaimSubmitted it ->
                "Submitted: " + dollars(it.chargeCents()) + " on "
                        + count(it.lines().size(), "line") + ".";
            case ClaimInferred it ->
                "Known from a remittance only: " + dollars(it.chargeCents()) + "; the bill itself may follow.";
            case ClaimReplaced it ->
                "Version " + it.version() + " sent: " + dollars(it.chargeCents()) + " on "
                        + count(it.lines().size(), "line") + ".";
            case ClaimVoided _ -> "Taken back.";
            case ClaimRejected it -> "Version " + it.version() + " sent back unread by the " + word(it.by()) + ".";
            case ClaimAcknowledged it ->
                "Received by the " + word(it.by())
                        + it.codes().stream()
                                .map(code -> code.code())
                                .collect(Collectors.joining(", ", ", status ", "."));
            case ClaimApproved it ->
                it.decision().paidCents() == 0
                        ? "Approved; nothing to pay."
                        : "Approved: " + dollars(it.decision().paidCents()) + " paid.";
            case ClaimDenied it -> denied(it.decision());
            case PaymentReversed it -> "The payer takes an answer back: " + dollars(it.paidCents()) + ".";
            case AppealFiled it ->
                "Appeal " + it.appealNo() + " filed, level " + it.level() + ", " + lines(it.lines()) + ".";
            case DenialOverturned it ->
                "Appeal " + it.appealNo() + (it.outcome() == ClaimEvent.Overturn.PARTLY ? " partly" : "") + " won, by "
                        + word(it.basis()) + ".";
            case DenialUpheld it -> "Appeal " + it.appealNo() + " " + word(it.outcome()) + ".";
            case AppealWithdrawn it -> "Appeal " + it.appealNo() + " withdrawn.";
            case EpisodeClosed it ->
                dollars(it.lines().stream().mapToLong(ClosedLine::cents).sum())
                        + switch (it.disposition()) {
                            case WRITTEN_OFF -> " written off.";
                            case PATIENT -> " moved to the patient.";
                            case GIVEN_UP -> " given up.";
                        };
            case ClaimScreened it ->
                "Screened by " + it.rule() + ": " + count(it.policies().size(), "policy match", "policy matches") + ", "
                        + count(it.patterns().size(), "pattern") + ".";
            case DenialLinked it -> "Denial linked by " + it.rule() + ".";
        };
    }

    private static String denied(PayerDecision decision) {
        var cents = decision.lines().stream()
                .mapToLong(line -> line.finding().deniedCents())
                .sum();
        var reasons = decision.lines().stream()
                .map(line -> line.finding().primary())
                .filter(java.util.Objects::nonNull)
                .map(reason -> reason.code())
                .collect(Collectors.toCollection(TreeSet::new));
        return (decision.outcome() == PayerDecision.Outcome.PARTLY_DENIED ? "Partly denied: " : "Denied: ")
                + dollars(cents)
                + (reasons.isEmpty() ? "" : ", reason " + String.join(", ", reasons))
                + (decision.paidCents() == 0 ? "." : "; " + dollars(decision.paidCents()) + " paid.");
    }

    private static String lines(List<Integer> lines) {
        return (lines.size() == 1 ? "line " : "lines ")
                + lines.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    private static String count(int number, String one) {
        return count(number, one, one + "s");
    }

    private static String count(int number, String one, String more) {
        return number + " " + (number == 1 ? one : more);
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /// US dollars with cents: `1,234.50`.
    public static String dollars(long cents) {
        return String.format(
                Locale.ROOT, "%s%,d.%02d", cents < 0 ? "−" : "", Math.abs(cents) / 100, Math.abs(cents) % 100);
    }
}
