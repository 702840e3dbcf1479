package claimtrail.command.claim;

import static claimtrail.command.claim.Samples.DENIED_ON;
import static claimtrail.command.claim.Samples.FILED_ON;
import static claimtrail.command.claim.Samples.SETTLED_ON;
import static claimtrail.command.claim.Samples.SUBMITTED_ON;
import static claimtrail.command.claim.Samples.TEST;
import static claimtrail.command.claim.Samples.VISIT;
import static claimtrail.command.claim.Samples.appeal;
import static claimtrail.command.claim.Samples.bill;
import static claimtrail.command.claim.Samples.deny;
import static claimtrail.command.claim.Samples.reject;
import static claimtrail.command.claim.Samples.replace;
import static claimtrail.command.claim.Samples.spec;
import static claimtrail.command.claim.Samples.submit;
import static claimtrail.command.claim.Samples.takeBack;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import claimtrail.event.claim.ClaimEvent;
import claimtrail.event.claim.ClaimEvent.AppealWithdrawn;
import claimtrail.event.claim.ClaimEvent.ClaimVoided;
import org.junit.jupiter.api.Test;

/// The state of a claim is that of its newest version; a fact that contradicts the others stops the reader.
class ClaimTest {

    @Test
    void the_state_follows_the_newest_version() {
        var submitted = spec().asked(submit());
        var corrected = submitted.and(deny(), replace(bill("7", FILED_ON, VISIT, TEST)));

        assertThat(submitted.state())
                .isInstanceOfSatisfying(
                        Claim.Submitted.class, it -> assertThat(it.version()).isEqualTo(1));
        assertThat(submitted.and(reject(1, SUBMITTED_ON)).state()).isInstanceOf(Claim.Rejected.class);
        assertThat(submitted.and(deny()).state())
                .isInstanceOfSatisfying(
                        Claim.Decided.class, it -> assertThat(it.answers()).isEqualTo(1));
        assertThat(corrected.state())
                .isInstanceOfSatisfying(
                        Claim.Submitted.class, it -> assertThat(it.version()).isEqualTo(2));
        assertThat(corrected.and(takeBack(SETTLED_ON)).state()).isInstanceOf(Claim.Voided.class);
    }

    @Test
    void a_contradiction_stops_the_reader() {
        var voided = new ClaimVoided(DENIED_ON, null);
        refuses(spec().given().state(), voided);
        refuses(spec().asked(submit(), takeBack(DENIED_ON)).state(), voided);
        refuses(
                spec().asked(submit()).state(),
                spec().given().when(submit()).events().getFirst());
        refuses(spec().asked(submit(), deny()).state(), answered());
        refuses(spec().asked(submit()).state(), new AppealWithdrawn(1, DENIED_ON));
        refuses(
                spec().asked(submit(), deny(), appeal(FILED_ON)).state(),
                spec().asked(submit(), deny()).when(appeal(FILED_ON)).events().getFirst());
    }

    private static ClaimEvent answered() {
        return spec().asked(submit()).when(deny()).events().getFirst();
    }

    private static void refuses(Claim claim, ClaimEvent event) {
        assertThatThrownBy(() -> Claim.after(claim, event)).isInstanceOf(IllegalStateException.class);
    }
}
