package claimtrail.command.claim;

import static claimtrail.command.claim.Samples.DENIED_ON;
import static claimtrail.command.claim.Samples.answer;
import static claimtrail.command.claim.Samples.answered;
import static claimtrail.command.claim.Samples.decide;
import static claimtrail.command.claim.Samples.spec;
import static claimtrail.command.claim.Samples.submit;
import static org.assertj.core.api.Assertions.assertThat;

import claimtrail.command.claim.Answer.AnsweredLine;
import claimtrail.denial.Answered;
import claimtrail.denial.DenialRule;
import claimtrail.denial.ReasonTable;
import claimtrail.event.Reason;
import claimtrail.event.claim.Adjustment;
import claimtrail.event.claim.ClaimEvent;
import claimtrail.event.claim.ClaimEvent.ClaimApproved;
import claimtrail.event.claim.ClaimEvent.ClaimDenied;
import claimtrail.event.claim.PayerDecision;
import claimtrail.event.json.EventJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What was decided from a raw answer, written to the log and read back, still tells everything that its findings
/// follow from.
class StoredReadingTest {

    private static final List<String> GROUPS = List.of("CO", "PR", "OA");
    private static final List<String> CODES = List.of("97", "197", "16", "45", "1", "204", "777", "50", "29", "18");
    private static final List<String> REMARKS = List.of("M127", "N115", "MA130", "N706", "N211");

    static LongStream seeds() {
        return LongStream.range(0, 300);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void a_stored_answer_read_anew_under_its_rule_has_the_findings_that_are_stored_with_it(long seed) {
        var random = new Random(seed);
        var raw = answer(
                "K" + seed, "ICN-1", DENIED_ON, line(1, "99213", 10_000, random), line(2, "20610", 15_000, random));

        var fact = spec().asked(submit()).when(decide(raw)).events().getFirst();
        var name = fact instanceof ClaimDenied ? "claim.denied" : "claim.approved";
        var stored = decision((ClaimEvent) EventJson.read(name, 1, EventJson.write(fact)));
        var anew = DenialRule.read(Answered.of(stored), ReasonTable.dayOne(), stored.decidedOn());

        assertThat(anew.lines()).isEqualTo(stored.lines());
        assertThat(anew.outcome()).isEqualTo(stored.outcome());
        assertThat(anew.appealable()).isEqualTo(stored.appealable());
        assertThat(anew.imbalanceCents()).isEqualTo(stored.imbalanceCents());
        assertThat(stored.lines().stream().mapToLong(it -> it.chargeCents()).sum())
                .isEqualTo(25_000);
    }

    private static AnsweredLine line(int no, String code, long charge, Random random) {
        var paid = random.nextBoolean() ? 0 : charge / 2;
        var adjustments = new ArrayList<Adjustment>();
        var left = charge - paid;
        for (var parts = 1 + random.nextInt(3); parts > 0; parts--) {
            var cents = parts == 1 && random.nextInt(10) > 0 ? left : left / 2;
            left -= cents;
            adjustments.add(new Adjustment(one(GROUPS, random), Reason.carc(one(CODES, random)), cents, null));
        }
        var remarks = random.nextInt(3) == 0 ? List.of(Reason.rarc(one(REMARKS, random))) : List.<Reason>of();
        return answered(no, code, charge, paid, remarks, adjustments.toArray(Adjustment[]::new));
    }

    private static String one(List<String> all, Random random) {
        return all.get(random.nextInt(all.size()));
    }

    private static PayerDecision decision(ClaimEvent fact) {
        return switch (fact) {
            case ClaimDenied it -> it.decision();
            case ClaimApproved it -> it.decision();
            default -> throw new AssertionError("no answer: " + fact);
        };
    }
}
