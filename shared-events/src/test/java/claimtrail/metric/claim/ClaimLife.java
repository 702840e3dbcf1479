package claimtrail.metric.claim;

import claimtrail.denial.Bill;
import claimtrail.event.claim.ClaimEvent;
import claimtrail.event.claim.ClaimEvent.ClaimScreened;
import claimtrail.event.claim.ClaimEvent.DenialLink;
import claimtrail.event.claim.ClaimEvent.DenialLinked;
import claimtrail.event.claim.ClaimEvent.LineResult;
import claimtrail.event.claim.ClaimEvent.LinkCause;
import claimtrail.event.claim.ClaimEvent.PatternExposure;
import claimtrail.event.claim.ClaimEvent.PolicyMatch;
import claimtrail.event.claim.ClaimEvent.Screening;
import claimtrail.event.claim.ClaimEvent.ScreeningCause;
import claimtrail.event.claim.Finding.Result;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/// A random but possible life of one claim, from its submission to whatever comes: denials, appeals, letters,
/// money, reversals, second payers, write-offs, voids. The same seed lives the same life.
final class ClaimLife {

    private static final List<String> DENIALS = List.of("CO-97", "CO-197", "CO-16", "PR-204", "CO-50", "CO-777");
    private static final UUID PATTERN = new UUID(5, 1);
    private static final UUID POLICY = new UUID(6, 1);

    private final Random random;
    private final Bill bill;
    private final List<ClaimEvent> facts = new ArrayList<>();
    private LocalDate day;
    private int version = 1;
    private int appeals;

    private ClaimLife(long seed) {
        random = new Random(seed);
        var charges = random.longs(1 + random.nextInt(3), 1, 400)
                .map(each -> each * 100)
                .toArray();
        bill = Bill.of("C" + seed, chance(50) ? Bill.PROVIDER_A : Bill.PROVIDER_B, charges);
        day = LocalDate.of(2026, 1, 5).plusDays(random.nextInt(60));
    }

    static List<ClaimEvent> of(long seed) {
        var life = new ClaimLife(seed);
        life.live();
        return life.facts;
    }

    private void live() {
        facts.add(chance(85) ? bill.submitted(today()) : bill.inferred(chance(50) ? today() : null));
        if (chance(60)) {
            facts.add(screened());
        }
        if (chance(10)) {
            later();
            facts.add(bill.rejected(today()));
        }
        for (var turn = random.nextInt(4); turn > 0; turn--) {
            later();
            answer();
        }
        if (chance(5)) {
            later();
            facts.add(bill.voided(today()));
        }
    }

    private void answer() {
        var sequence = chance(10);
        var words = new String[bill.charges().size()];
        for (var i = 0; i < words.length; i++) {
            words[i] = words(bill.charges().get(i));
        }
        var answer = bill.answer().on(today()).version(version);
        if (sequence) {
            answer = answer.secondary();
        }
        if (chance(4)) {
            answer = answer.duplicateOf(new UUID(9, 9));
        }
        var fact = chance(12) && !sequence
                ? answer.whole(words(bill.charge())).fact()
                : answer.lines(words).fact();
        facts.add(fact);
        if (chance(30)) {
            facts.add(linked(fact));
        }
        if (chance(15)) {
            later();
            facts.add(bill.reversed(today(), fact));
        }
        dispute(fact);
        if (chance(15)) {
            later();
            version++;
            facts.add(bill.replaced(version, today()));
        }
    }

    private void dispute(ClaimEvent fact) {
        var denied = Bill.decision(fact).lines().stream()
                .filter(line -> line.finding().result() != Result.CLEAR)
                .map(line -> line.no())
                .toArray(Integer[]::new);
        if (denied.length == 0) {
            return;
        }
        if (chance(50)) {
            later();
            appeals++;
            facts.add(bill.appealed(appeals, today(), denied));
            if (chance(60)) {
                later();
                facts.add(ending(denied));
            }
        } else if (chance(20)) {
            later();
            facts.add(bill.writtenOff(today(), denied[0], 100));
        }
    }

    private ClaimEvent ending(Integer[] lines) {
        return switch (random.nextInt(4)) {
            case 0 -> bill.upheld(appeals, today(), lines);
            case 1 -> bill.withdrawn(appeals, today());
            case 2 -> bill.overturned(appeals, today(), lines[0], 1_000, 500L);
            default -> bill.overturned(appeals, today(), lines[0], 1_000, null);
        };
    }

    private String words(long charge) {
        var reason = DENIALS.get(random.nextInt(DENIALS.size()));
        return switch (random.nextInt(4)) {
            case 0 -> "0 " + reason + ":" + charge;
            case 1 -> charge / 2 + " " + reason + ":" + (charge - charge / 2);
            case 2 -> "0 PR-1:" + charge;
            default -> charge - charge / 5 + " CO-45:" + charge / 5;
        };
    }

    private ClaimScreened screened() {
        return new ClaimScreened(
                1,
                "screening/1",
                chance(20),
                ScreeningCause.SUBMISSION,
                List.of(new PolicyMatch(POLICY, 1, List.of(new LineResult(1, Screening.VIOLATED)))),
                List.of(new PatternExposure(PATTERN, List.of(1))));
    }

    private DenialLinked linked(ClaimEvent fact) {
        return new DenialLinked(
                Bill.decision(fact).key(),
                "linking/1",
                chance(20),
                LinkCause.DECISION,
                List.of(new DenialLink(1, List.of(PATTERN), List.of(POLICY), 0)));
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private void later() {
        day = day.plusDays(random.nextInt(20));
    }

    private String today() {
        return "%02d-%02d".formatted(day.getMonthValue(), day.getDayOfMonth());
    }
}
