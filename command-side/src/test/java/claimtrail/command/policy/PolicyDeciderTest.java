package claimtrail.command.policy;

import static claimtrail.command.policy.PolicyRefusal.DAY_BEFORE_EFFECTIVE;
import static claimtrail.command.policy.PolicyRefusal.POLICY_ID_TAKEN;
import static claimtrail.command.policy.PolicyRefusal.POLICY_RETIRED;
import static claimtrail.command.policy.PolicyRefusal.POLICY_UNKNOWN;
import static claimtrail.command.policy.PolicyRefusal.RANGE_OVERLAPS;
import static claimtrail.command.policy.PolicyRefusal.RANGE_REVERSED;
import static claimtrail.command.policy.PolicyRefusal.VERSION_NOT_NEXT;
import static org.assertj.core.api.Assertions.assertThat;

import claimtrail.command.Command;
import claimtrail.command.Spec;
import claimtrail.command.policy.PolicyCommand.LoadPolicy;
import claimtrail.command.policy.PolicyCommand.PublishPolicy;
import claimtrail.command.policy.PolicyCommand.RetirePolicy;
import claimtrail.command.store.DirectoryEntry;
import claimtrail.event.ExternalId;
import claimtrail.event.policy.Conditions;
import claimtrail.event.policy.PolicyEvent;
import claimtrail.event.policy.PolicyEvent.Mode;
import claimtrail.event.policy.PolicyEvent.PolicyPublished;
import claimtrail.event.policy.PolicyEvent.PolicyRetired;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// A published version never changes, versions are dense, and their ranges do not overlap.
class PolicyDeciderTest {

    private static final UUID POLICY = new UUID(1, 1);
    private static final LocalDate JAN_1 = LocalDate.of(2026, 1, 1);
    private static final LocalDate JUL_1 = LocalDate.of(2026, 7, 1);

    private final Spec<Policy, PolicyCommand, PolicyEvent, PolicyRefusal> spec =
            new Spec<>(new Policy.Unknown(), Policy::after, PolicyDecider::decide);

    @Test
    void a_policy_is_published_and_found_by_its_number() {
        var accepted = spec.given().when(publish(1, JAN_1, null)).accepted();

        assertThat(accepted.events()).containsExactly(publish(1, JAN_1, null).published());
        assertThat(accepted.directory())
                .containsExactly(new DirectoryEntry(Command.PLATFORM, "policy", "portal|POL-1", POLICY));
    }

    @Test
    void the_same_version_again_is_no_second_fact_also_after_the_end() {
        spec.asked(publish(1, JAN_1, null)).when(publish(1, JAN_1, null)).thenNothing();
        spec.asked(publish(1, JAN_1, null), retire(JUL_1))
                .when(publish(1, JAN_1, null))
                .thenNothing();
    }

    @Test
    void ranges_do_not_overlap_and_an_open_end_is_ended_by_the_next_version() {
        var open = spec.asked(publish(1, JAN_1, null));
        var ended = spec.asked(publish(1, JAN_1, JUL_1));

        open.when(publish(2, JAN_1, null)).thenRefused(RANGE_OVERLAPS);
        open.when(publish(2, JAN_1.minusDays(9), JAN_1.plusDays(1))).thenRefused(RANGE_OVERLAPS);
        open.when(publish(2, JAN_1.minusDays(9), null)).thenRefused(RANGE_OVERLAPS);
        assertThat(open.when(publish(2, JAN_1.minusDays(9), JAN_1)).events()).hasSize(1);
        assertThat(open.when(publish(2, JAN_1.plusDays(1), null)).events()).hasSize(1);
        ended.when(publish(2, JUL_1.minusDays(1), null)).thenRefused(RANGE_OVERLAPS);
        assertThat(ended.when(publish(2, JUL_1, null)).events()).hasSize(1);
    }

    @Test
    void a_policy_ends_once_and_not_before_it_began() {
        var published = spec.asked(publish(1, JAN_1, null));

        published.when(retire(JAN_1)).then(new PolicyRetired(JAN_1));
        published.when(retire(JAN_1.minusDays(1))).thenRefused(DAY_BEFORE_EFFECTIVE);
        published.and(retire(JUL_1)).when(retire(JUL_1)).thenNothing();
        published.and(retire(JUL_1)).when(retire(JAN_1.minusDays(1))).thenRefused(POLICY_RETIRED);
        spec.given().when(retire(JAN_1)).thenRefused(POLICY_UNKNOWN);
    }

    @Test
    void the_refusals_of_a_version_stand_in_this_order() {
        var retired = spec.asked(publish(1, JAN_1, null), retire(JUL_1));
        var published = spec.asked(publish(1, JAN_1, null));
        var yesterday = JAN_1.minusDays(1);

        retired.when(publish(1, JAN_1, yesterday)).thenRefused(POLICY_ID_TAKEN);
        retired.when(publish("POL-2", 3, JAN_1, yesterday)).thenRefused(POLICY_ID_TAKEN);
        retired.when(publish(3, JAN_1, yesterday)).thenRefused(POLICY_RETIRED);
        published.when(publish(3, JAN_1, yesterday)).thenRefused(VERSION_NOT_NEXT);
        spec.given().when(publish(2, JAN_1, null)).thenRefused(VERSION_NOT_NEXT);
        published.when(publish(2, JAN_1, yesterday)).thenRefused(RANGE_REVERSED);
        published.when(publish(2, JAN_1, JAN_1)).thenRefused(RANGE_OVERLAPS);
    }

    @Test
    void a_library_counts_no_versions_and_what_it_says_anew_holds_from_its_day_on() {
        var loaded = spec.asked(load("Modifier 25", JAN_1));

        assertThat(spec.given().when(load("Modifier 25", JUL_1)).events()).hasSize(1);
        loaded.when(load("Modifier 25", JUL_1)).thenNothing();
        assertThat(loaded.when(load("Modifier 25, anew", JUL_1)).events())
                .singleElement()
                .satisfies(it -> {
                    var next = (PolicyPublished) it;
                    assertThat(next.version()).isEqualTo(2);
                    assertThat(next.effectiveFrom()).isEqualTo(JUL_1);
                    assertThat(next.name()).isEqualTo("Modifier 25, anew");
                });
        loaded.and(load("Modifier 25, anew", JUL_1))
                .when(load("Modifier 25", JUL_1))
                .thenNothing();
        loaded.and(load("Modifier 25, anew", JUL_1))
                .when(load("Modifier 25, anew", JUL_1.plusDays(1)))
                .thenNothing();
        loaded.when(load("Modifier 25, anew", JAN_1)).thenRefused(RANGE_OVERLAPS);
        loaded.and(retire(JUL_1)).when(load("Modifier 25, anew", JUL_1)).thenRefused(POLICY_RETIRED);
    }

    private static LoadPolicy load(String name, LocalDate on) {
        var it = publish(1, JAN_1, null).published();
        return new LoadPolicy(
                POLICY,
                Command.PLATFORM,
                new PolicyPublished(
                        it.number(),
                        1,
                        name,
                        it.mode(),
                        JAN_1,
                        null,
                        null,
                        null,
                        List.of(),
                        it.applies(),
                        it.demands(),
                        it.carcs(),
                        List.of(),
                        null,
                        null,
                        null,
                        null,
                        List.of(),
                        List.of(),
                        Map.of("hitRate", name)),
                on);
    }

    private static RetirePolicy retire(LocalDate on) {
        return new RetirePolicy(POLICY, Command.PLATFORM, on);
    }

    private static PublishPolicy publish(int version, LocalDate from, @Nullable LocalDate to) {
        return publish("POL-1", version, from, to);
    }

    private static PublishPolicy publish(String number, int version, LocalDate from, @Nullable LocalDate to) {
        return new PublishPolicy(
                POLICY,
                Command.PLATFORM,
                new PolicyPublished(
                        new ExternalId("portal", number),
                        version,
                        "Modifier 25",
                        Mode.EDIT,
                        from,
                        to,
                        null,
                        null,
                        List.of(),
                        Conditions.none(),
                        Conditions.none(),
                        List.of("4"),
                        List.of(),
                        null,
                        null,
                        null,
                        null,
                        List.of(),
                        List.of(),
                        null));
    }
}
