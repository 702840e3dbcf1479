package claimtrail.command.claim;

import static claimtrail.command.claim.ClaimRefusal.CHARGE_NEGATIVE;
import static claimtrail.command.claim.ClaimRefusal.CLAIM_ID_TAKEN;
import static claimtrail.command.claim.ClaimRefusal.CLAIM_UNKNOWN;
import static claimtrail.command.claim.ClaimRefusal.CLAIM_VERSION_UNKNOWN;
import static claimtrail.command.claim.ClaimRefusal.CLAIM_VOIDED;
import static claimtrail.command.claim.ClaimRefusal.DAY_BEFORE_PREVIOUS_VERSION;
import static claimtrail.command.claim.ClaimRefusal.DAY_BEFORE_SUBMISSION;
import static claimtrail.command.claim.ClaimRefusal.LINES_MISSING;
import static claimtrail.command.claim.ClaimRefusal.LINE_NUMBER_REPEATED;
import static claimtrail.command.claim.ClaimRefusal.NOT_YET_ANSWERED;
import static claimtrail.command.claim.ClaimRefusal.PAYER_UNKNOWN;
import static claimtrail.command.claim.ClaimRefusal.PROVIDER_UNKNOWN;
import static claimtrail.command.claim.ClaimRefusal.VERSION_NOT_NEXT;

import claimtrail.command.Decision;
import claimtrail.command.Decision.Refused;
import claimtrail.command.claim.ClaimCommand.RecordRejection;
import claimtrail.command.claim.ClaimCommand.ReplaceClaim;
import claimtrail.command.claim.ClaimCommand.SubmitClaim;
import claimtrail.command.claim.ClaimCommand.VoidClaim;
import claimtrail.event.claim.ClaimEvent;
import claimtrail.event.claim.ClaimEvent.ClaimInferred;
import claimtrail.event.claim.ClaimEvent.ClaimRejected;
import claimtrail.event.claim.ClaimEvent.ClaimReplaced;
import claimtrail.event.claim.ClaimEvent.ClaimScreened;
import claimtrail.event.claim.ClaimEvent.ClaimSubmitted;
import claimtrail.event.claim.ClaimEvent.ClaimVoided;
import claimtrail.event.claim.ClaimEvent.ScreeningCause;
import claimtrail.event.claim.Line;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What the practice sends, in all its versions, and what comes back unread.
final class Bills {

    private Bills() {}

    static Decision<ClaimEvent, ClaimRefusal> submit(Claim claim, SubmitClaim command, Rulebook rulebook) {
        var bill = command.bill();
        if (claim instanceof Claim.Known known && isSeen(Facts.of(known), bill)) {
            return Decision.seenBefore();
        }
        if (!rulebook.providersKnown()) {
            return Decision.refuse(PROVIDER_UNKNOWN, "/provider");
        }
        if (!rulebook.payerKnown()) {
            return Decision.refuse(PAYER_UNKNOWN, "/payer");
        }
        var fault = fault(bill, command.fromFile());
        if (fault.isPresent()) {
            return fault.get();
        }
        return switch (claim) {
            case Claim.Unknown _ -> accept(command, submitted(bill, bill.lines()));
            case Claim.Known it
            when !Facts.of(it).has(ClaimSubmitted.class) ->
                accept(command, submitted(bill, joining(Facts.of(it), bill)));
            // Sent back unread and sent again: the same bill, put right.
            case Claim.Rejected it
            when bill.frequency().equals("1") -> accept(command, replaced(Facts.of(it), bill, null, null));
            case Claim.Known _ -> Decision.refuse(CLAIM_ID_TAKEN, "/number");
        };
    }

    static Decision<ClaimEvent, ClaimRefusal> replace(Claim claim, ReplaceClaim command) {
        return switch (claim) {
            case Claim.Unknown _ -> Decision.refuse(CLAIM_UNKNOWN);
            case Claim.Known it -> replace(it, Facts.of(it), command);
        };
    }

    private static Decision<ClaimEvent, ClaimRefusal> replace(Claim.Known claim, Facts facts, ReplaceClaim command) {
        var bill = command.bill();
        if (isReplacedBefore(facts, command)) {
            return Decision.seenBefore();
        }
        if (claim instanceof Claim.Voided) {
            return Decision.refuse(CLAIM_VOIDED);
        }
        // A file tells what was sent, and may come before the answers; a person is judged on what we know.
        if (!command.fromFile()
                && !facts.has(ClaimRejected.class)
                && facts.decisions().isEmpty()) {
            return Decision.refuse(NOT_YET_ANSWERED);
        }
        var version = command.version();
        if (version != null && version != facts.newest().no() + 1) {
            return Decision.refuse(VERSION_NOT_NEXT, "/version");
        }
        var fault = fault(bill, command.fromFile());
        if (fault.isPresent()) {
            return fault.get();
        }
        var doubts = new ArrayList<>(bill.doubts());
        if (!facts.newest().isSentBy(bill.submittedOn())) {
            doubts.add(new Refused<>(DAY_BEFORE_PREVIOUS_VERSION, "/submittedOn"));
        }
        if (!command.fromFile() && !doubts.isEmpty()) {
            return doubts.getFirst();
        }
        var replaced = replaced(facts, bill, command.payerControlNumber(), command.correctedFor());
        return Decision.accept(List.of(replaced), List.of(), List.of(), doubts);
    }

    static Decision<ClaimEvent, ClaimRefusal> takeBack(Claim claim, VoidClaim command) {
        var voided = new ClaimVoided(command.voidedOn(), command.payerControlNumber());
        return switch (claim) {
            case Claim.Unknown _ -> Decision.refuse(CLAIM_UNKNOWN);
            case Claim.Voided it when Facts.of(it).has(voided) -> Decision.seenBefore();
            case Claim.Voided _ -> Decision.refuse(CLAIM_VOIDED);
            case Claim.Known it
            when isBeforeSubmission(Facts.of(it), command.voidedOn()) ->
                Decision.refuse(DAY_BEFORE_SUBMISSION, "/voidedOn");
            case Claim.Known _ -> Decision.accept(voided);
        };
    }

    static Decision<ClaimEvent, ClaimRefusal> reject(Claim claim, RecordRejection command) {
        return switch (claim) {
            case Claim.Unknown _ -> Decision.refuse(CLAIM_UNKNOWN);
            case Claim.Known it -> reject(Facts.of(it), command);
        };
    }

    private static Decision<ClaimEvent, ClaimRefusal> reject(Facts facts, RecordRejection command) {
        var stated = command.version();
        int version = stated == null ? sentBy(facts, command.rejectedOn()) : stated;
        if (version < 1 || version > facts.newest().no()) {
            return Decision.refuse(CLAIM_VERSION_UNKNOWN, "/version");
        }
        var rejected = new ClaimRejected(
                version,
                command.rejectedOn(),
                command.by(),
                command.codes(),
                command.payerControlNumber(),
                command.match());
        return facts.has(rejected)
                ? Decision.seenBefore()
                : Decision.accept(List.of(rejected), command.numbers(), List.of());
    }

    /// The newest version that had been sent by a day; the newest of all where the days do not tell.
    private static int sentBy(Facts facts, LocalDate day) {
        return facts.versions().reversed().stream()
                .filter(it -> it.isSentBy(day))
                .findFirst()
                .orElse(facts.newest())
                .no();
    }

    /// The first fault of the bill itself; of those a file only warns about none, where it comes from a file.
    private static Optional<Decision<ClaimEvent, ClaimRefusal>> fault(Bill bill, boolean fromFile) {
        if (bill.lines().isEmpty()) {
            return Optional.of(Decision.refuse(LINES_MISSING, "/lines"));
        }
        var numbers = new HashSet<Integer>();
        for (var line : bill.lines()) {
            if (!numbers.add(line.no())) {
                return Optional.of(Decision.refuse(LINE_NUMBER_REPEATED, "/lines"));
            }
        }
        if (bill.chargeCents() < 0) {
            return Optional.of(Decision.refuse(CHARGE_NEGATIVE, "/chargeCents"));
        }
        if (bill.lines().stream().anyMatch(it -> it.chargeCents() < 0)) {
            return Optional.of(Decision.refuse(CHARGE_NEGATIVE, "/lines"));
        }
        return fromFile || bill.doubts().isEmpty()
                ? Optional.empty()
                : Optional.of(bill.doubts().getFirst());
    }

    private static Decision<ClaimEvent, ClaimRefusal> accept(SubmitClaim command, ClaimEvent version) {
        var events = new ArrayList<ClaimEvent>();
        events.add(version);
        var screened = command.asserted();
        if (screened != null
                && !(screened.policies().isEmpty() && screened.patterns().isEmpty())) {
            boolean first = version instanceof ClaimSubmitted;
            events.add(new ClaimScreened(
                    version instanceof ClaimReplaced it ? it.version() : 1,
                    screened.rule(),
                    screened.asserted(),
                    first ? ScreeningCause.SUBMISSION : ScreeningCause.REPLACEMENT,
                    screened.policies(),
                    screened.patterns()));
        }
        return Decision.accept(
                events, command.numbers(), command.vault(), command.bill().doubts());
    }

    /// The same bill came before, as the first version or, after a rejection, as a later one.
    private static boolean isSeen(Facts facts, Bill bill) {
        return facts.each(ClaimSubmitted.class).anyMatch(it -> it.equals(submitted(bill, joining(facts, bill))))
                || facts.each(ClaimReplaced.class).anyMatch(it -> isSame(it, bill, facts));
    }

    private static boolean isReplacedBefore(Facts facts, ReplaceClaim command) {
        var version = command.version();
        return facts.each(ClaimReplaced.class)
                .filter(it -> version == null || it.version() == version)
                .anyMatch(it -> isSame(it, command.bill(), facts));
    }

    private static boolean isSame(ClaimReplaced replaced, Bill bill, Facts facts) {
        var before = facts.versions().get(replaced.version() - 2);
        return replaced.frequency().equals(bill.frequency())
                && replaced.submittedOn().equals(bill.submittedOn())
                && replaced.chargeCents() == bill.chargeCents()
                && replaced.authorisationStated() == bill.authorisationStated()
                && replaced.lines().equals(LineMatching.continuing(before.lines(), bill.lines()));
    }

    private static boolean isBeforeSubmission(Facts facts, LocalDate day) {
        return !facts.versions().getFirst().isSentBy(day);
    }

    /// The lines of a bill that comes after its first answer get the numbers under which that answer spoke of them.
    private static List<Line> joining(Facts facts, Bill bill) {
        return facts.each(ClaimInferred.class)
                .findFirst()
                .map(it -> LineMatching.joining(it.lines(), bill.lines()))
                .orElse(bill.lines());
    }

    private static ClaimSubmitted submitted(Bill bill, List<Line> lines) {
        return new ClaimSubmitted(
                bill.number(),
                1,
                bill.frequency(),
                bill.submittedOn(),
                bill.payer(),
                bill.payerSequence(),
                bill.provider(),
                bill.billingProvider(),
                bill.patient(),
                bill.claimType(),
                bill.place(),
                bill.chargeCents(),
                bill.imbalanceCents(),
                bill.serviceFrom(),
                bill.serviceTo(),
                bill.diagnoses(),
                bill.authorisationStated(),
                bill.sensitivity(),
                lines);
    }

    private static ClaimReplaced replaced(
            Facts facts, Bill bill, @Nullable String payerControlNumber, @Nullable UUID correctedFor) {
        var before = facts.newest();
        return new ClaimReplaced(
                before.no() + 1,
                bill.frequency(),
                bill.submittedOn(),
                payerControlNumber,
                bill.chargeCents(),
                bill.authorisationStated(),
                LineMatching.continuing(before.lines(), bill.lines()),
                correctedFor);
    }
}
