package claimtrail.denial.bill;

import claimtrail.denial.Answered;
import claimtrail.denial.Answered.AnsweredLine;
import claimtrail.denial.DenialRule;
import claimtrail.denial.ReasonTable;
import claimtrail.event.Reason;
import claimtrail.event.claim.Adjustment;
import claimtrail.event.claim.ClaimEvent.ClaimType;
import claimtrail.event.claim.DecisionLine;
import claimtrail.event.claim.Line;
import claimtrail.event.claim.Match;
import claimtrail.event.claim.PayerDecision;
import claimtrail.event.claim.PayerDecision.DayBasis;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/// A day at the clinic in a few words: `99213-25 20610` are two lines, `97 N20` is an answer to the first.
public final class Encounter {

    public static final UUID PAYER = new UUID(0, 1);
    public static final UUID DOCTOR = new UUID(0, 2);
    public static final UUID COLLEAGUE = new UUID(0, 3);
    public static final UUID GROUP = new UUID(0, 4);
    public static final UUID PATIENT = new UUID(0, 5);
    public static final LocalDate DECIDED = LocalDate.of(2026, 3, 20);
    public static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    private Encounter() {}

    /// Lines as `code-modifier*units@day-of-march`; all but the code may be left out.
    public static BilledClaim claim(String lines) {
        return claim(lines, List.of("E119"));
    }

    public static BilledClaim claim(String lines, List<String> diagnoses) {
        var all = new ArrayList<Line>();
        for (var text : words(lines)) {
            all.add(line(all.size() + 1, text));
        }
        return new BilledClaim(
                1,
                PAYER,
                DOCTOR,
                GROUP,
                PATIENT,
                ClaimType.PROFESSIONAL,
                "11",
                LocalDate.of(2026, 3, 12),
                diagnoses,
                false,
                all);
    }

    private static Line line(int no, String text) {
        var day = text.contains("@") ? Integer.parseInt(text.substring(text.indexOf('@') + 1)) : DAY.getDayOfMonth();
        var rest = text.contains("@") ? text.substring(0, text.indexOf('@')) : text;
        var units = rest.contains("*") ? rest.substring(rest.indexOf('*') + 1) : "1";
        var parts = (rest.contains("*") ? rest.substring(0, rest.indexOf('*')) : rest).split("-", -1);
        return new Line(
                no,
                parts[0],
                Arrays.asList(parts).subList(1, parts.length),
                List.of(),
                new BigDecimal(units),
                10_000,
                DAY.withDayOfMonth(day),
                null,
                null,
                null,
                null,
                Line.Split.STATED);
    }

    /// A line of another claim of the patient.
    public static NearbyLine nearby(String code, LocalDate on, UUID provider) {
        return new NearbyLine(new UUID(0, 99), 1, code, on, provider, GROUP, 1, true);
    }

    /// An answer, line by line, `;` between them: `paid 100` is paid in full, `97 N20` pays nothing with CARC 97
    /// and a remark, `150/60` pays 60.00 of 100.00.
    public static Answered answer(String lines) {
        var all = new ArrayList<AnsweredLine>();
        for (var text : lines.split(";", -1)) {
            all.add(answered(all.size() + 1, words(text)));
        }
        return new Answered(PAYER, "1", all.size() * 10_000L, paid(all), List.of(), List.of(), all);
    }

    /// A decision of 20 March with these lines and their findings.
    public static PayerDecision decision(List<DecisionLine> lines) {
        return new PayerDecision(
                "key",
                1,
                PAYER,
                1,
                null,
                null,
                "1",
                DECIDED,
                DayBasis.STATED,
                null,
                null,
                20_000,
                0,
                null,
                null,
                true,
                0,
                List.of(),
                List.of(),
                lines,
                "denial/1",
                PayerDecision.Outcome.PARTLY_DENIED,
                true,
                null,
                null,
                null,
                Match.direct());
    }

    /// A decision with the findings that a table of reasons gives.
    public static PayerDecision decision(String answer, ReasonTable reasons) {
        return decision(DenialRule.read(answer(answer), reasons, DECIDED).lines());
    }

    private static AnsweredLine answered(int no, List<String> words) {
        var first = words.getFirst();
        if (first.equals("paid")) {
            return new AnsweredLine(no, 10_000, 10_000, null, null, null, List.of(), List.of());
        }
        var slash = first.indexOf('/');
        var carc = slash < 0 ? first : first.substring(0, slash);
        var paid = slash < 0 ? 0 : 100 * Long.parseLong(first.substring(slash + 1));
        return new AnsweredLine(
                no,
                10_000,
                paid,
                null,
                null,
                null,
                List.of(new Adjustment("CO", Reason.carc(carc), 10_000 - paid, null)),
                words.stream().skip(1).map(Reason::rarc).toList());
    }

    private static long paid(List<AnsweredLine> lines) {
        return lines.stream().mapToLong(AnsweredLine::paidCents).sum();
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.strip().split(" +", -1))
                .filter(it -> !it.isEmpty())
                .toList();
    }
}
