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
import claimtrail.command.claim.ClaimCommand.RecordAcknowledgement;
import claimtrail.command.claim.ClaimCommand.RecordRejection;
import claimtrail.command.claim.ClaimCommand.ReplaceClaim;
import claimtrail.command.claim.ClaimCommand.SubmitClaim;
import claimtrail.command.claim.ClaimCommand.VoidClaim;
import claimtrail.denial.ClaimFacts;
import claimtrail.denial.LineMatching;
import claimtrail.denial.screening.Beside;
import claimtrail.event.claim.ClaimEvent;
import claimtrail.event.claim.ClaimEvent.AppealFiled;
import claimtrail.event.claim.ClaimEvent.ClaimAcknowledged;
import claimtrail.event.claim.ClaimEvent.ClaimInferred;
import claimtrail.event.claim.ClaimEvent.ClaimRejected;
import claimtrail.event.claim.ClaimEvent.ClaimReplaced;
import claimtrail.event.claim.ClaimEvent.ClaimScreened;
import claimtrail.event.claim.ClaimEvent.ClaimSubmitted;
import claimtrail.event.claim.ClaimEvent.ClaimVoided;
import claimtrail.event.claim.ClaimEvent.EpisodeClosed;
import claimtrail.event.claim.ClaimEvent.ScreeningCause;
import claimtrail.event.claim.Line;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
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
            case Claim.Unknown _ ->
                accept(command, new Facts(ClaimFacts.none()), submitted(bill, bill.lines(), 1), rulebook);
            case Claim.Known it
            when !Facts.of(it).has(ClaimSubmitted.class) ->
                accept(command, Facts.of(it), submitted(bill, joining(Facts.of(it), bill), 1), rulebook);
            case Claim.Known it -> again(Facts.of(it), command, rulebook);
        };
    }

    /// The same number with other content: sent back unread and put right, or told by files that came the other way
    /// round. What no rejection explains is a second submission of the bill; of such, the first one is the claim.
    private static Decision<ClaimEvent, ClaimRefusal> again(Facts facts, SubmitClaim command, Rulebook rulebook) {
        var bill = command.bill();
        int no = facts.nextNo();
        var later = replaced(facts, bill, null, null);
        boolean explained = bill.frequency().equals("1") && counts(facts.all().with(later), no);
        var first = submitted(bill, joining(facts, bill), no);
        var day = facts.versions().getFirst().submittedOn();
        boolean earlier = command.fromFile()
                && bill.frequency().equals("1")
                && day != null
                && (bill.submittedOn().isBefore(day)
                        || (explained && bill.submittedOn().equals(day)))
                && facts.all().with(first).versions().all().getFirst().recordedNo() == no;
        if (earlier) {
            return accept(command, facts, first, rulebook);
        }
        return explained ? accept(command, facts, later, rulebook) : Decision.refuse(CLAIM_ID_TAKEN, "/number");
    }

    /// Whether a bill, with the number it got, is a version among these facts.
    private static boolean counts(ClaimFacts facts, int no) {
        return facts.versions().all().stream().anyMatch(it -> it.recordedNo() == no);
    }

    static Decision<ClaimEvent, ClaimRefusal> replace(Claim claim, ReplaceClaim command, Rulebook rulebook) {
        return switch (claim) {
            case Claim.Unknown _ -> Decision.refuse(CLAIM_UNKNOWN);
            case Claim.Known it -> replace(it, Facts.of(it), command, rulebook);
        };
    }

    private static Decision<ClaimEvent, ClaimRefusal> replace(
            Claim.Known claim, Facts facts, ReplaceClaim command, Rulebook rulebook) {
        var bill = command.bill();
        if (isReplacedBefore(facts, command)) {
            return Decision.seenBefore();
        }
        // A file tells what was sent, and may come before the answers or after a void; a person is judged on what we
        // know.
        if (!command.fromFile() && claim instanceof Claim.Voided) {
            return Decision.refuse(CLAIM_VOIDED);
        }
        if (!command.fromFile()
                && !facts.has(ClaimRejected.class)
                && facts.decisions().isEmpty()) {
            return Decision.refuse(NOT_YET_ANSWERED);
        }
        var replaced = replaced(facts, bill, command.payerControlNumber(), command.correctedFor());
        if (!counts(facts.all().with(replaced), replaced.version())) {
            return Decision.refuse(NOT_YET_ANSWERED, "/frequency");
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
        return Decision.accept(
                screened(facts, List.of(replaced), Beside.nothing(), rulebook), List.of(), List.of(), doubts);
    }

    static Decision<ClaimEvent, ClaimRefusal> takeBack(Claim claim, VoidClaim command) {
        return switch (claim) {
            case Claim.Unknown _ -> Decision.refuse(CLAIM_UNKNOWN);
            case Claim.Known it -> takeBack(Facts.of(it), command);
        };
    }

    private static Decision<ClaimEvent, ClaimRefusal> takeBack(Facts facts, VoidClaim command) {
        var voided = new ClaimVoided(command.voidedOn(), command.payerControlNumber());
        if (facts.has(voided)) {
            return Decision.seenBefore();
        }
        // Of two files that take the bill back, the earlier day counts, whichever comes first.
        if (!command.fromFile() && facts.has(ClaimVoided.class)) {
            return Decision.refuse(CLAIM_VOIDED);
        }
        var doubts = new ArrayList<Refused<ClaimEvent, ClaimRefusal>>();
        if (isBeforeSubmission(facts, command.voidedOn())) {
            doubts.add(new Refused<>(DAY_BEFORE_SUBMISSION, "/voidedOn"));
        }
        return command.fromFile() || doubts.isEmpty()
                ? Decision.accept(List.of(voided), List.of(), List.of(), doubts)
                : doubts.getFirst();
    }

    static Decision<ClaimEvent, ClaimRefusal> reject(Claim claim, RecordRejection command) {
        return switch (claim) {
            case Claim.Unknown _ -> Decision.refuse(CLAIM_UNKNOWN);
            case Claim.Known it -> reject(Facts.of(it), command);
        };
    }

    private static Decision<ClaimEvent, ClaimRefusal> reject(Facts facts, RecordRejection command) {
        var stated = command.version();
        if (stated != null && (stated < 1 || stated > facts.newest().no())) {
            return Decision.refuse(CLAIM_VERSION_UNKNOWN, "/version");
        }
        var rejected = new ClaimRejected(
                stated == null
                        ? sentBy(facts, command.rejectedOn())
                        : facts.versions().get(stated - 1).recordedNo(),
                command.rejectedOn(),
                command.by(),
                command.codes(),
                command.payerControlNumber(),
                command.match(),
                stated == null ? null : Boolean.TRUE);
        return facts.each(ClaimRejected.class).anyMatch(it -> isSame(it, rejected))
                ? Decision.seenBefore()
                : Decision.accept(List.of(rejected), command.numbers(), List.of());
    }

    /// Told again, another version may seem to be meant, and the claim may be found another way.
    private static boolean isSame(ClaimRejected known, ClaimRejected told) {
        return known.rejectedOn().equals(told.rejectedOn())
                && known.by() == told.by()
                && known.codes().equals(told.codes())
                && Objects.equals(known.payerControlNumber(), told.payerControlNumber())
                && Objects.equals(known.versionStated(), told.versionStated())
                && (told.versionStated() == null || known.version() == told.version());
    }

    static Decision<ClaimEvent, ClaimRefusal> acknowledge(Claim claim, RecordAcknowledgement command) {
        return switch (claim) {
            case Claim.Unknown _ -> Decision.refuse(CLAIM_UNKNOWN);
            case Claim.Known it -> acknowledge(Facts.of(it), command);
        };
    }

    private static Decision<ClaimEvent, ClaimRefusal> acknowledge(Facts facts, RecordAcknowledgement command) {
        boolean known = facts.each(ClaimAcknowledged.class)
                .anyMatch(it -> it.acknowledgedOn().equals(command.acknowledgedOn())
                        && it.by() == command.by()
                        && it.codes().equals(command.codes())
                        && Objects.equals(it.payerControlNumber(), command.payerControlNumber()));
        if (known) {
            return Decision.seenBefore();
        }
        var acknowledged = new ClaimAcknowledged(
                sentBy(facts, command.acknowledgedOn()),
                command.acknowledgedOn(),
                command.by(),
                command.codes(),
                command.payerControlNumber(),
                command.match());
        return Decision.accept(List.of(acknowledged), command.numbers(), List.of());
    }

    private static int sentBy(Facts facts, LocalDate day) {
        return facts.all().versions().sentBy(day).orElseThrow().recordedNo();
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

    private static Decision<ClaimEvent, ClaimRefusal> accept(
            SubmitClaim command, Facts before, ClaimEvent version, Rulebook rulebook) {
        var events = new ArrayList<ClaimEvent>();
        events.add(version);
        var screened = command.asserted();
        if (screened != null
                && !(screened.policies().isEmpty() && screened.patterns().isEmpty())) {
            boolean first = version instanceof ClaimSubmitted;
            int no = version instanceof ClaimReplaced it ? it.version() : ((ClaimSubmitted) version).version();
            events.add(new ClaimScreened(
                    no,
                    screened.rule(),
                    screened.asserted(),
                    first ? ScreeningCause.SUBMISSION : ScreeningCause.REPLACEMENT,
                    screened.policies(),
                    screened.patterns()));
        }
        return Decision.accept(
                screened(before, events, PersonText.of(command.vault()), rulebook),
                command.numbers(),
                command.vault(),
                command.bill().doubts());
    }

    /// A version with what a source says of it, what we find ourselves, and what denials known before turn out to
    /// belong to.
    private static List<ClaimEvent> screened(Facts before, List<ClaimEvent> version, Beside person, Rulebook rulebook) {
        return OwnTies.ofVersion(before, version, person, rulebook.rules());
    }

    /// The same bill came before, as the first version or, after a rejection, as a later one.
    private static boolean isSeen(Facts facts, Bill bill) {
        return facts.each(ClaimSubmitted.class)
                        .anyMatch(it -> it.equals(submitted(bill, bill.lines(), it.version()))
                                || it.equals(submitted(bill, renumbered(facts, bill), it.version())))
                || facts.each(ClaimReplaced.class).anyMatch(it -> isSame(it, bill));
    }

    private static boolean isReplacedBefore(Facts facts, ReplaceClaim command) {
        var version = command.version();
        return facts.each(ClaimReplaced.class)
                .filter(it -> version == null || it.version() == version)
                .anyMatch(it -> isSame(it, command.bill()));
    }

    private static boolean isSame(ClaimReplaced replaced, Bill bill) {
        return replaced.frequency().equals(bill.frequency())
                && replaced.submittedOn().equals(bill.submittedOn())
                && replaced.chargeCents() == bill.chargeCents()
                && replaced.authorisationStated() == bill.authorisationStated()
                && replaced.lines().equals(bill.lines());
    }

    private static boolean isBeforeSubmission(Facts facts, LocalDate day) {
        return !facts.versions().getFirst().isSentBy(day);
    }

    /// A bill that comes after its first answer keeps its own line numbers, and the reading finds the answered lines
    /// among them. Only where somebody has disputed or closed lines by the numbers of that answer, those stay.
    private static List<Line> joining(Facts facts, Bill bill) {
        return facts.has(AppealFiled.class) || facts.has(EpisodeClosed.class) ? renumbered(facts, bill) : bill.lines();
    }

    private static List<Line> renumbered(Facts facts, Bill bill) {
        return facts.each(ClaimInferred.class)
                .findFirst()
                .map(it -> LineMatching.joining(it.lines(), bill.lines()))
                .orElse(bill.lines());
    }

    private static ClaimSubmitted submitted(Bill bill, List<Line> lines, int no) {
        return new ClaimSubmitted(
                bill.number(),
                no,
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
        return new ClaimReplaced(
                facts.nextNo(),
                bill.frequency(),
                bill.submittedOn(),
                payerControlNumber,
                bill.chargeCents(),
                bill.authorisationStated(),
                bill.lines(),
                correctedFor);
    }
}
