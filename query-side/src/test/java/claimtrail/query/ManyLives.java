package claimtrail.query;

import static claimtrail.query.LittleBook.answer;
import static claimtrail.query.LittleBook.appealed;
import static claimtrail.query.LittleBook.overturned;
import static claimtrail.query.LittleBook.submitted;
import static claimtrail.query.LittleBook.upheld;
import static claimtrail.query.LittleBook.writtenOff;

import claimtrail.event.ExternalId;
import claimtrail.event.Ids;
import claimtrail.event.claim.ClaimEvent.ClaimScreened;
import claimtrail.event.claim.ClaimEvent.DenialLink;
import claimtrail.event.claim.ClaimEvent.DenialLinked;
import claimtrail.event.claim.ClaimEvent.LineResult;
import claimtrail.event.claim.ClaimEvent.LinkCause;
import claimtrail.event.claim.ClaimEvent.PatternExposure;
import claimtrail.event.claim.ClaimEvent.PolicyMatch;
import claimtrail.event.claim.ClaimEvent.Screening;
import claimtrail.event.claim.ClaimEvent.ScreeningCause;
import claimtrail.event.provider.PayerEvent.PayerClass;
import claimtrail.event.provider.PayerEvent.PayerRegistered;
import claimtrail.query.LittleBook.Said;
import claimtrail.query.LittleBook.Told;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/// Many random but possible claims of two providers and two payers, told out of the order of their days, so that much
/// is learnt late. The same seed tells the same.
final class ManyLives {

    static final UUID SECOND_PAYER = Ids.named("book", "second payer");

    private static final List<String> REASONS = List.of("97", "197", "16", "50", "29");
    private static final int CLAIMS = 60;

    private final Random random;
    private final List<Told> told = new ArrayList<>();

    private ManyLives(long seed) {
        random = new Random(seed);
    }

    /// Who is who, and then all facts in parts of the same size.
    static List<List<Told>> of(long seed) {
        var lives = new ManyLives(seed);
        for (int i = 0; i < CLAIMS; i++) {
            lives.live("M" + i);
        }
        var facts = new ArrayList<>(lives.told);
        Collections.shuffle(facts, lives.random);
        var third = facts.size() / 3;
        return List.of(
                facts.subList(0, third), facts.subList(third, 2 * third), facts.subList(2 * third, facts.size()));
    }

    static void open(TestLog log) {
        LittleBook.open(log);
        log.append(
                LittleBook.PRACTICE,
                SECOND_PAYER,
                new PayerRegistered(new ExternalId("api", "PAY2"), "Second Health", PayerClass.MEDICARE, List.of()));
    }

    /// Tells facts one after the other.
    ///
    /// @return the last position
    static long tell(TestLog log, List<Told> facts) {
        var last = 0L;
        for (var fact : facts) {
            last = log.append(LittleBook.PRACTICE, LittleBook.claim(fact.claim()), fact.event());
        }
        return last;
    }

    private void live(String number) {
        var payer = chance(60) ? LittleBook.PAYER : SECOND_PAYER;
        var on = LocalDate.of(2026, 1, 5).plusDays(random.nextInt(100));
        long first = 100L * (50 + random.nextInt(300));
        long second = 100L * (20 + random.nextInt(100));
        told.add(submitted(number, chance(50) ? LittleBook.A : LittleBook.B, payer, on, first, second));
        if (chance(60)) {
            told.add(screened(number, on));
        }
        if (chance(85)) {
            on = later(on);
            var denied = chance(60);
            var reason = REASONS.get(random.nextInt(REASONS.size()));
            told.add(answer(
                    number,
                    payer,
                    1,
                    on,
                    denied ? new Said(1, first, 0, reason) : new Said(1, first, first / 2, null),
                    chance(20) ? new Said(2, second, 0, reason) : new Said(2, second, second / 2, null)));
            if (denied) {
                if (chance(60)) {
                    told.add(linked(number, on, first));
                }
                dispute(number, payer, on, first);
            }
        }
    }

    private void dispute(String number, UUID payer, LocalDate deniedOn, long cents) {
        var on = later(deniedOn);
        if (chance(20)) {
            told.add(writtenOff(number, on, cents));
        } else if (chance(70)) {
            told.add(appealed(number, on));
            on = later(on);
            if (chance(50)) {
                told.add(overturned(number, on, cents));
                if (chance(60)) {
                    told.add(answer(number, payer, 1, later(on), new Said(1, cents, cents / 2, null)));
                }
            } else if (chance(60)) {
                told.add(upheld(number, on));
            }
        }
    }

    /// What the rules say of a bill, or what a source says and nobody tested.
    private Told screened(String number, LocalDate on) {
        return new Told(
                on,
                number,
                new ClaimScreened(
                        1,
                        "screening/1",
                        chance(30),
                        ScreeningCause.SUBMISSION,
                        List.of(new PolicyMatch(
                                PatternBook.POLICY,
                                1,
                                List.of(
                                        new LineResult(1, chance(50) ? Screening.VIOLATED : Screening.MET),
                                        new LineResult(2, Screening.UNDETERMINED)))),
                        List.of(new PatternExposure(PatternBook.PATTERN, List.of(1)))));
    }

    private Told linked(String number, LocalDate decidedOn, long cents) {
        return new Told(
                decidedOn,
                number,
                new DenialLinked(
                        number + "/" + decidedOn,
                        "linking/1",
                        chance(30),
                        LinkCause.DECISION,
                        List.of(new DenialLink(1, List.of(PatternBook.PATTERN), List.of(PatternBook.POLICY), cents))));
    }

    private LocalDate later(LocalDate day) {
        return day.plusDays(1 + random.nextInt(40));
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }
}
