package claimtrail.query;

import claimtrail.denial.Answered;
import claimtrail.denial.Answered.AnsweredLine;
import claimtrail.denial.DenialRule;
import claimtrail.denial.ReasonTable;
import claimtrail.event.ExternalId;
import claimtrail.event.Ids;
import claimtrail.event.Reason;
import claimtrail.event.claim.Adjustment;
import claimtrail.event.claim.ClaimEvent;
import claimtrail.event.claim.ClaimEvent.AnswerBasis;
import claimtrail.event.claim.ClaimEvent.AppealFiled;
import claimtrail.event.claim.ClaimEvent.ClaimApproved;
import claimtrail.event.claim.ClaimEvent.ClaimDenied;
import claimtrail.event.claim.ClaimEvent.ClaimReplaced;
import claimtrail.event.claim.ClaimEvent.ClaimScreened;
import claimtrail.event.claim.ClaimEvent.ClaimSubmitted;
import claimtrail.event.claim.ClaimEvent.ClaimType;
import claimtrail.event.claim.ClaimEvent.ClosedLine;
import claimtrail.event.claim.ClaimEvent.ClosingCause;
import claimtrail.event.claim.ClaimEvent.DayKnown;
import claimtrail.event.claim.ClaimEvent.DenialLink;
import claimtrail.event.claim.ClaimEvent.DenialLinked;
import claimtrail.event.claim.ClaimEvent.DenialOverturned;
import claimtrail.event.claim.ClaimEvent.DenialUpheld;
import claimtrail.event.claim.ClaimEvent.Disposition;
import claimtrail.event.claim.ClaimEvent.EpisodeClosed;
import claimtrail.event.claim.ClaimEvent.LinkCause;
import claimtrail.event.claim.ClaimEvent.Overturn;
import claimtrail.event.claim.ClaimEvent.OverturnedLine;
import claimtrail.event.claim.ClaimEvent.PatternExposure;
import claimtrail.event.claim.ClaimEvent.ScreeningCause;
import claimtrail.event.claim.Line;
import claimtrail.event.claim.Match;
import claimtrail.event.claim.PayerDecision;
import claimtrail.event.claim.PayerDecision.DayBasis;
import claimtrail.event.provider.PayerEvent.PayerClass;
import claimtrail.event.provider.PayerEvent.PayerRegistered;
import claimtrail.event.provider.PracticeEvent.PracticeRegistered;
import claimtrail.event.provider.ProviderEvent.ProviderRegistered;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Five claims of two providers and one payer, whose figures are known by hand. March and April are 30 days each.
final class LittleBook {

    static final UUID PRACTICE = Ids.named("book");
    static final UUID EMPTY_PRACTICE = Ids.named("empty");
    static final UUID A = Ids.named("book", "A");
    static final UUID B = Ids.named("book", "B");
    static final UUID PAYER = Ids.named("book", "payer");

    /// What the payer said about one line: what it paid, and why not the rest.
    record Said(
            int no,
            long chargeCents,
            long paidCents,
            @Nullable String carc) {}

    private LittleBook() {}

    /// Who is who.
    static void open(TestLog log) {
        log.append(
                PRACTICE,
                PRACTICE,
                new PracticeRegistered(
                        new ExternalId("api", "BOOK"), "Book Clinic", "America/Chicago", null, null, false));
        log.append(
                EMPTY_PRACTICE,
                EMPTY_PRACTICE,
                new PracticeRegistered(new ExternalId("api", "EMPTY"), "Empty Clinic", "UTC", null, null, true));
        log.append(PRACTICE, A, provider("A"));
        log.append(PRACTICE, B, provider("B"));
        log.append(
                PRACTICE,
                PAYER,
                new PayerRegistered(new ExternalId("api", "PAY"), "Ample Health", PayerClass.COMMERCIAL, List.of()));
    }

    /// Everything that happened up to the end of a day, in the order of the days.
    ///
    /// @return the last position
    static long tell(TestLog log, LocalDate until) {
        return tell(log, LocalDate.MIN, until);
    }

    /// Everything that happened later.
    static long tellAfter(TestLog log, LocalDate after) {
        return tell(log, after.plusDays(1), LocalDate.MAX);
    }

    private static long tell(TestLog log, LocalDate from, LocalDate until) {
        var told = new ArrayList<Told>();
        k1(told);
        k2(told);
        k3(told);
        k4(told);
        k5(told);
        var last = 0L;
        told.sort(java.util.Comparator.comparing(Told::on));
        for (var each : told) {
            if (!each.on().isBefore(from) && !each.on().isAfter(until)) {
                last = log.append(PRACTICE, Ids.named("book", each.claim()), each.event());
            }
        }
        return last;
    }

    /// The same, for all days.
    static long tell(TestLog log) {
        return tell(log, LocalDate.MIN, LocalDate.MAX);
    }

    /// A claim of March whose only line is denied by some code.
    ///
    /// @return the last position
    static long denied(TestLog log, String number, LocalDate on, long cents, String carc) {
        log.append(
                PRACTICE, claim(number), submitted(number, A, day(3, 1), cents).event());
        return log.append(
                PRACTICE,
                claim(number),
                answer(number, 1, on, new Said(1, cents, 0, carc)).event());
    }

    /// A claim of March that a pattern could catch, decided on a day; where it is denied, by that pattern.
    static void exposed(TestLog log, String number, UUID pattern, LocalDate on, long cents, boolean caught) {
        var claim = claim(number);
        log.append(PRACTICE, claim, submitted(number, A, day(3, 1), cents).event());
        log.append(
                PRACTICE,
                claim,
                new ClaimScreened(
                        1,
                        "screening/1",
                        false,
                        ScreeningCause.SUBMISSION,
                        List.of(),
                        List.of(new PatternExposure(pattern, List.of(1)))));
        var paid = caught ? 0 : cents;
        log.append(
                PRACTICE,
                claim,
                answer(number, 1, on, new Said(1, cents, paid, "197")).event());
        if (caught) {
            log.append(
                    PRACTICE,
                    claim,
                    new DenialLinked(
                            number + "/" + on,
                            "linking/1",
                            false,
                            LinkCause.DECISION,
                            List.of(new DenialLink(1, List.of(pattern), List.of(), cents))));
        }
    }

    static UUID claim(String number) {
        return Ids.named("book", number);
    }

    record Told(LocalDate on, String claim, ClaimEvent event) {}

    private static void k1(List<Told> told) {
        told.add(submitted("K1", A, day(3, 2), 15000, 10000));
        told.add(answer("K1", 1, day(3, 12), new Said(1, 15000, 0, "97"), new Said(2, 10000, 8000, null)));
        told.add(appealed("K1", day(3, 17)));
        told.add(overturned("K1", day(3, 27), 15000));
        told.add(answer("K1", 1, day(4, 2), new Said(1, 15000, 12000, null)));
    }

    private static void k2(List<Told> told) {
        told.add(submitted("K2", A, day(3, 3), 20000));
        told.add(answer("K2", 1, day(3, 13), new Said(1, 20000, 0, "197")));
        told.add(writtenOff("K2", day(3, 25), 20000));
    }

    private static void k3(List<Told> told) {
        told.add(submitted("K3", B, day(3, 4), 30000));
        told.add(answer("K3", 1, day(3, 18), new Said(1, 30000, 24000, null)));
    }

    private static void k4(List<Told> told) {
        told.add(submitted("K4", B, day(3, 20), 10000));
        told.add(answer("K4", 1, day(4, 5), new Said(1, 10000, 0, "16")));
        told.add(new Told(
                day(4, 8),
                "K4",
                new ClaimReplaced(2, "7", day(4, 8), "PCN-K4", 10000, true, lines(day(3, 20), 10000), null)));
        told.add(answer("K4", 2, day(4, 18), new Said(1, 10000, 8000, null)));
    }

    private static void k5(List<Told> told) {
        told.add(submitted("K5", B, day(2, 26), 40000));
        told.add(answer("K5", 1, day(3, 8), new Said(1, 40000, 0, "29")));
        told.add(appealed("K5", day(3, 20)));
        told.add(upheld("K5", day(4, 10)));
    }

    private static Told submitted(String number, UUID provider, LocalDate on, long... charges) {
        return submitted(number, provider, PAYER, on, charges);
    }

    static Told submitted(String number, UUID provider, UUID payer, LocalDate on, long... charges) {
        var total = java.util.Arrays.stream(charges).sum();
        return new Told(
                on,
                number,
                new ClaimSubmitted(
                        new ExternalId("api", number),
                        1,
                        "1",
                        on,
                        payer,
                        1,
                        provider,
                        null,
                        Ids.named("patient", number),
                        ClaimType.PROFESSIONAL,
                        "11",
                        total,
                        0,
                        on,
                        null,
                        List.of("M17.11"),
                        false,
                        null,
                        lines(on, charges)));
    }

    /// The first line is written off.
    static Told writtenOff(String number, LocalDate on, long cents) {
        return new Told(
                on,
                number,
                new EpisodeClosed(
                        List.of(new ClosedLine(1, cents)), on, Disposition.WRITTEN_OFF, ClosingCause.NOT_WORTH_IT));
    }

    /// The first appeal is won by letter.
    static Told overturned(String number, LocalDate on, long cents) {
        return new Told(
                on,
                number,
                new DenialOverturned(
                        1,
                        Overturn.OVERTURNED,
                        AnswerBasis.LETTER,
                        on,
                        DayKnown.STATED,
                        List.of(new OverturnedLine(1, cents, null)),
                        null));
    }

    /// The first appeal is lost by letter.
    static Told upheld(String number, LocalDate on) {
        return new Told(
                on,
                number,
                new DenialUpheld(
                        1, ClaimEvent.Refusal.UPHELD, AnswerBasis.LETTER, on, DayKnown.STATED, List.of(1), null, null));
    }

    static Told appealed(String number, LocalDate on) {
        return new Told(
                on, number, new AppealFiled(1, 1, List.of(1), on, DayKnown.STATED, false, null, "portal", null));
    }

    private static Told answer(String number, int version, LocalDate on, Said... said) {
        return answer(number, PAYER, version, on, said);
    }

    static Told answer(String number, UUID payer, int version, LocalDate on, Said... said) {
        var lines = new ArrayList<AnsweredLine>();
        for (var each : said) {
            var rest = each.chargeCents() - each.paidCents();
            lines.add(new AnsweredLine(
                    each.no(),
                    each.chargeCents(),
                    each.paidCents(),
                    null,
                    null,
                    null,
                    rest == 0
                            ? List.of()
                            : List.of(new Adjustment(
                                    "CO", Reason.carc(each.carc() == null ? "45" : each.carc()), rest, null)),
                    List.of()));
        }
        var charge = lines.stream().mapToLong(AnsweredLine::chargeCents).sum();
        var paid = lines.stream().mapToLong(AnsweredLine::paidCents).sum();
        var status = "1";
        var read = DenialRule.read(
                new Answered(payer, status, charge, paid, List.of(), List.of(), lines), ReasonTable.dayOne(), on);
        var decision = new PayerDecision(
                number + "/" + on,
                version,
                payer,
                1,
                "PCN-" + number + (version == 1 ? "" : "-" + version),
                "TRN-" + on,
                status,
                on,
                DayBasis.PAYMENT,
                on,
                null,
                charge,
                paid,
                null,
                null,
                true,
                read.imbalanceCents(),
                List.of(),
                List.of(),
                read.lines(),
                read.rule(),
                read.outcome(),
                read.appealable(),
                on.plusDays(90),
                "terms/1",
                null,
                Match.direct());
        return new Told(
                on,
                number,
                switch (read.outcome()) {
                    case DENIED, PARTLY_DENIED -> new ClaimDenied(decision);
                    case PAID, ZERO_PAID -> new ClaimApproved(decision);
                });
    }

    private static List<Line> lines(LocalDate on, long... charges) {
        var lines = new ArrayList<Line>();
        for (int i = 0; i < charges.length; i++) {
            lines.add(new Line(
                    i + 1,
                    i == 0 ? "29881" : "99213",
                    i == 0 ? List.of("RT") : List.of(),
                    List.of("1"),
                    null,
                    charges[i],
                    on,
                    null,
                    null,
                    null,
                    null,
                    Line.Split.STATED));
        }
        return lines;
    }

    static ProviderRegistered provider(String name) {
        return new ProviderRegistered(
                new ExternalId("api", name), "Dr. " + name, null, false, "Orthopedics", null, null, false);
    }

    /// Some claim of one line: submitted, and answered two days later.
    ///
    /// @param carc why it is denied; absent: paid
    static List<ClaimEvent> claim(String number, UUID provider, LocalDate on, long cents, @Nullable String carc) {
        return List.of(
                submitted(number, provider, on, cents).event(),
                answer(number, 1, on.plusDays(2), new Said(1, cents, carc == null ? cents : 0, carc))
                        .event());
    }

    /// A provider takes another name.
    static void renameProvider(TestLog log) {
        log.append(
                PRACTICE,
                A,
                new ProviderRegistered(
                        new ExternalId("api", "A"), "Dr. Another", null, false, "Orthopedics", null, null, false));
    }

    /// A bill that is taken back.
    static ClaimEvent voided() {
        return new ClaimEvent.ClaimVoided(day(4, 1), null);
    }

    static LocalDate day(int month, int day) {
        return LocalDate.of(2026, month, day);
    }
}
