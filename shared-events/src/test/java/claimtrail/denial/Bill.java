package claimtrail.denial;

import claimtrail.event.ExternalId;
import claimtrail.event.Reason;
import claimtrail.event.claim.Adjustment;
import claimtrail.event.claim.ClaimEvent;
import claimtrail.event.claim.ClaimEvent.AnswerBasis;
import claimtrail.event.claim.ClaimEvent.AppealFiled;
import claimtrail.event.claim.ClaimEvent.AppealWithdrawn;
import claimtrail.event.claim.ClaimEvent.ClaimApproved;
import claimtrail.event.claim.ClaimEvent.ClaimDenied;
import claimtrail.event.claim.ClaimEvent.ClaimInferred;
import claimtrail.event.claim.ClaimEvent.ClaimRejected;
import claimtrail.event.claim.ClaimEvent.ClaimReplaced;
import claimtrail.event.claim.ClaimEvent.ClaimSubmitted;
import claimtrail.event.claim.ClaimEvent.ClaimType;
import claimtrail.event.claim.ClaimEvent.ClaimVoided;
import claimtrail.event.claim.ClaimEvent.ClosedLine;
import claimtrail.event.claim.ClaimEvent.ClosingCause;
import claimtrail.event.claim.ClaimEvent.DayKnown;
import claimtrail.event.claim.ClaimEvent.DenialOverturned;
import claimtrail.event.claim.ClaimEvent.DenialUpheld;
import claimtrail.event.claim.ClaimEvent.Disposition;
import claimtrail.event.claim.ClaimEvent.EpisodeClosed;
import claimtrail.event.claim.ClaimEvent.Overturn;
import claimtrail.event.claim.ClaimEvent.OverturnedLine;
import claimtrail.event.claim.ClaimEvent.PaymentReversed;
import claimtrail.event.claim.ClaimEvent.RejectedBy;
import claimtrail.event.claim.Line;
import claimtrail.event.claim.Line.Split;
import claimtrail.event.claim.Match;
import claimtrail.event.claim.PayerDecision;
import claimtrail.event.claim.PayerDecision.DayBasis;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A claim for tests: charges by line, and its facts in a few words. Days are `MM-dd` of 2026.
public record Bill(String number, UUID provider, List<Long> charges, List<String> codes) {

    public static final UUID PAYER = new UUID(1, 1);
    public static final UUID SECOND_PAYER = new UUID(1, 2);
    public static final UUID PROVIDER_A = new UUID(2, 1);
    public static final UUID PROVIDER_B = new UUID(2, 2);

    /// A visit and what needs no modifier beside it.
    private static final List<String> CODES = List.of("99213", "71046", "93000", "36415");

    public static Bill of(String number, UUID provider, long... charges) {
        return new Bill(number, provider, Arrays.stream(charges).boxed().toList(), CODES);
    }

    /// The same bill for other services, line by line.
    public Bill withCodes(String... each) {
        return new Bill(number, provider, charges, List.of(each));
    }

    public static LocalDate on(String monthDay) {
        return LocalDate.parse("2026-" + monthDay);
    }

    public long charge() {
        return charges.stream().mapToLong(Long::longValue).sum();
    }

    private List<Line> lines() {
        var lines = new ArrayList<Line>();
        for (var no = 1; no <= charges.size(); no++) {
            lines.add(new Line(
                    no,
                    codes.get((no - 1) % codes.size()),
                    List.of(),
                    List.of(),
                    null,
                    charges.get(no - 1),
                    on("02-20"),
                    null,
                    null,
                    null,
                    null,
                    Split.STATED));
        }
        return lines;
    }

    public ClaimSubmitted submitted(String day) {
        return new ClaimSubmitted(
                new ExternalId("api", number),
                1,
                "1",
                on(day),
                PAYER,
                1,
                provider,
                null,
                new UUID(3, number.hashCode()),
                ClaimType.PROFESSIONAL,
                "11",
                charge(),
                0,
                on("02-20"),
                null,
                List.of("E119"),
                false,
                null,
                lines());
    }

    public ClaimInferred inferred(@Nullable String receivedOn) {
        return new ClaimInferred(
                new ExternalId("835", number),
                PAYER,
                1,
                null,
                provider,
                new UUID(3, number.hashCode()),
                charge(),
                on("02-20"),
                null,
                receivedOn == null ? null : on(receivedOn),
                lines());
    }

    public ClaimReplaced replaced(int version, String day) {
        return new ClaimReplaced(version, "7", on(day), null, charge(), false, lines(), null);
    }

    public ClaimVoided voided(String day) {
        return new ClaimVoided(on(day), null);
    }

    public ClaimRejected rejected(String day) {
        return new ClaimRejected(1, on(day), RejectedBy.CLEARINGHOUSE, List.of(), null, Match.direct(), null);
    }

    /// An answer to every line: for each `paid` or `paid CO-97:denied`.
    public ClaimEvent answered(String day, String... lines) {
        return answer().on(day).lines(lines).fact();
    }

    public Answer answer() {
        return new Answer(this);
    }

    public PaymentReversed reversed(String day, ClaimEvent answer) {
        var decision = decision(answer);
        return new PaymentReversed(
                "R-" + decision.key(),
                decision.payer(),
                decision.payerSequence(),
                decision.payerControlNumber(),
                null,
                on(day),
                -decision.chargeCents(),
                -decision.paidCents(),
                List.of(),
                Match.direct());
    }

    public static PayerDecision decision(ClaimEvent answer) {
        return switch (answer) {
            case ClaimApproved it -> it.decision();
            case ClaimDenied it -> it.decision();
            default -> throw new IllegalArgumentException("no answer: " + answer);
        };
    }

    public AppealFiled appealed(int no, String day, Integer... lines) {
        return new AppealFiled(no, no, List.of(lines), on(day), DayKnown.STATED, false, null, null, null);
    }

    public DenialOverturned overturned(int no, String day, int line, long deniedCents, @Nullable Long cents) {
        return new DenialOverturned(
                no,
                Overturn.OVERTURNED,
                AnswerBasis.LETTER,
                on(day),
                DayKnown.STATED,
                List.of(new OverturnedLine(line, deniedCents, cents)),
                null);
    }

    public DenialUpheld upheld(int no, String day, Integer... lines) {
        return new DenialUpheld(
                no,
                ClaimEvent.Refusal.UPHELD,
                AnswerBasis.LETTER,
                on(day),
                DayKnown.STATED,
                List.of(lines),
                null,
                null);
    }

    public AppealWithdrawn withdrawn(int no, String day) {
        return new AppealWithdrawn(no, on(day));
    }

    public EpisodeClosed writtenOff(String day, int line, long cents) {
        return new EpisodeClosed(
                List.of(new ClosedLine(line, cents)), on(day), Disposition.WRITTEN_OFF, ClosingCause.NOT_WORTH_IT);
    }

    /// A payer's answer in the making; read by `denial/1` with the table of day one.
    public static final class Answer {

        private final Bill bill;
        private LocalDate decidedOn = Bill.on("01-01");
        private int version = 1;
        private int sequence = 1;
        private UUID payer = PAYER;
        private String payerNumber = "P1";
        private @Nullable LocalDate receivedOn;
        private @Nullable UUID duplicateOf;
        private int firstLine = 1;
        private String whole = "";
        private List<String> lines = List.of();

        private Answer(Bill bill) {
            this.bill = bill;
        }

        public Answer on(String day) {
            decidedOn = Bill.on(day);
            return this;
        }

        /// An answer to a version, under a number of its own as payers give it.
        public Answer version(int answered) {
            version = answered;
            payerNumber = "P" + answered;
            return this;
        }

        public Answer secondary() {
            sequence = 2;
            payer = SECOND_PAYER;
            return this;
        }

        public Answer payerNumber(String number) {
            payerNumber = number;
            return this;
        }

        public Answer receivedOn(String day) {
            receivedOn = Bill.on(day);
            return this;
        }

        public Answer duplicateOf(UUID original) {
            duplicateOf = original;
            return this;
        }

        public Answer fromLine(int no) {
            firstLine = no;
            return this;
        }

        public Answer lines(String... each) {
            lines = List.of(each);
            return this;
        }

        /// An answer without lines.
        public Answer whole(String paidAndAdjustments) {
            whole = paidAndAdjustments;
            return this;
        }

        public ClaimEvent fact() {
            var answered = new ArrayList<Answered.AnsweredLine>();
            var charge = whole.isEmpty() ? 0 : bill.charge();
            var paid = whole.isEmpty() ? 0 : paid(whole);
            for (var i = 0; i < lines.size(); i++) {
                var no = firstLine + i;
                var charged = bill.charges().get(no - 1);
                answered.add(new Answered.AnsweredLine(
                        no, charged, paid(lines.get(i)), null, null, null, adjustments(lines.get(i)), List.of()));
                charge += charged;
                paid += paid(lines.get(i));
            }
            var sent = new Answered(payer, "1", charge, paid, adjustments(whole), List.of(), answered);
            var read = DenialRule.read(sent, ReasonTable.dayOne(), decidedOn);
            var decision = new PayerDecision(
                    String.join("|", payerNumber, decidedOn.toString(), lines.toString(), whole),
                    version,
                    payer,
                    sequence,
                    payerNumber,
                    null,
                    "1",
                    decidedOn,
                    DayBasis.STATED,
                    decidedOn,
                    receivedOn,
                    charge,
                    paid,
                    null,
                    null,
                    true,
                    read.imbalanceCents(),
                    sent.adjustments(),
                    List.of(),
                    read.lines(),
                    read.rule(),
                    read.outcome(),
                    read.appealable(),
                    null,
                    null,
                    duplicateOf,
                    Match.direct());
            return switch (read.outcome()) {
                case DENIED, PARTLY_DENIED -> new ClaimDenied(decision);
                case PAID, ZERO_PAID -> new ClaimApproved(decision);
            };
        }

        private static long paid(String words) {
            return Long.parseLong(words.split(" ", -1)[0]);
        }

        private static List<Adjustment> adjustments(String words) {
            return Arrays.stream(words.split(" ", -1))
                    .skip(1)
                    .map(each -> each.split("-|:", 3))
                    .map(it -> new Adjustment(it[0], Reason.carc(it[1]), Long.parseLong(it[2]), null))
                    .toList();
        }
    }
}
