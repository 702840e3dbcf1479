package claimtrail.command.automation;

import static org.assertj.core.api.Assertions.assertThat;

import claimtrail.denial.bill.BilledClaim;
import claimtrail.event.ExternalId;
import claimtrail.event.claim.ClaimEvent;
import claimtrail.event.claim.ClaimEvent.ClaimReplaced;
import claimtrail.event.claim.ClaimEvent.ClaimSubmitted;
import claimtrail.event.claim.ClaimEvent.ClaimType;
import claimtrail.event.claim.Line;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// The newest version of a bill is the one that was sent last, in whatever order we learnt of the versions.
class KnownClaimTest {

    private static final LocalDate SERVED = LocalDate.of(2026, 3, 2);

    @Test
    void the_version_sent_last_is_the_newest_though_an_earlier_one_was_told_after_it() {
        var newest = newest(submitted("99213"), replaced(2, 30, "99215"), replaced(3, 20, "99214"));

        assertThat(newest.version()).isEqualTo(2);
        assertThat(newest.lines()).extracting(Line::code).containsExactly("99215");
    }

    @Test
    void told_in_the_order_of_their_days_the_last_number_is_the_newest() {
        var newest = newest(submitted("99213"), replaced(2, 20, "99214"), replaced(3, 30, "99215"));

        assertThat(newest.version()).isEqualTo(3);
    }

    @Test
    void a_claim_of_which_nothing_is_told_has_none() {
        assertThat(claim().newest()).isNull();
    }

    private static BilledClaim newest(ClaimEvent... facts) {
        return Objects.requireNonNull(claim(facts).newest());
    }

    private static KnownClaim claim(ClaimEvent... facts) {
        return new KnownClaim(new UUID(0, 9), List.of(facts));
    }

    private static ClaimSubmitted submitted(String code) {
        return new ClaimSubmitted(
                new ExternalId("test", "C-1"),
                1,
                "1",
                SERVED.plusDays(1),
                new UUID(0, 1),
                1,
                new UUID(0, 2),
                null,
                new UUID(0, 3),
                ClaimType.PROFESSIONAL,
                "11",
                10_000,
                0,
                SERVED,
                null,
                List.of("E119"),
                false,
                null,
                List.of(line(code)));
    }

    private static ClaimReplaced replaced(int version, int day, String code) {
        return new ClaimReplaced(version, "7", SERVED.plusDays(day), null, 10_000, false, List.of(line(code)), null);
    }

    private static Line line(String code) {
        return new Line(1, code, List.of(), List.of(), null, 10_000, SERVED, null, null, null, null, Line.Split.STATED);
    }
}
