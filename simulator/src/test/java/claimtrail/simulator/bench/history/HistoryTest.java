package claimtrail.simulator.bench.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import claimtrail.denial.ClaimFacts;
import claimtrail.event.DomainEvent;
import claimtrail.event.Recorded;
import claimtrail.event.claim.ClaimEvent;
import claimtrail.event.claim.ClaimEvent.ClaimDenied;
import claimtrail.event.claim.ClaimEvent.ClaimSubmitted;
import claimtrail.event.claim.ClaimEvent.DenialLinked;
import claimtrail.event.claim.ClaimEvent.DenialOverturned;
import claimtrail.event.claim.ClaimEvent.PaymentReversed;
import claimtrail.event.json.EventJson;
import claimtrail.metric.FoldCatalogue;
import claimtrail.proof.Replay;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// An invented history is one that the log could hold: dense, in order, readable, and such that every fold can count
/// it.
class HistoryTest {

    private static final int FACTS = 20_000;

    private final List<Recorded<DomainEvent>> facts = told(Scale.ofEvents(FACTS), 7);

    private static List<Recorded<DomainEvent>> told(Scale scale, long seed) {
        var history = new History(scale, seed);
        var facts = new ArrayList<Recorded<DomainEvent>>();
        while (!history.isWhole()) {
            facts.add(history.next());
        }
        return facts;
    }

    @Test
    void the_same_seed_tells_the_same_and_another_one_something_else() {
        assertThat(told(Scale.ofEvents(FACTS), 7)).isEqualTo(facts);
        assertThat(told(Scale.ofEvents(FACTS), 8)).isNotEqualTo(facts);
    }

    @Test
    void positions_and_sequences_are_dense_and_time_never_runs_back() {
        var sequences = new HashMap<UUID, Long>();
        var ids = new HashSet<UUID>();
        var at = Instant.MIN;
        for (int i = 0; i < facts.size(); i++) {
            var place = facts.get(i).envelope();
            assertThat(place.position()).isEqualTo(i + 1L);
            assertThat(place.sequence()).isEqualTo(sequences.merge(place.streamId(), 0L, (before, _) -> before + 1));
            assertThat(ids.add(place.eventId())).isTrue();
            assertThat(place.recordedAt()).isAfterOrEqualTo(at);
            at = place.recordedAt();
        }
    }

    @Test
    void every_fact_can_be_read_again_from_its_bytes() {
        for (var fact : facts) {
            var place = fact.envelope();
            assertThat(EventJson.read(place.name(), place.version(), EventJson.write(fact.event())))
                    .isEqualTo(fact.event());
        }
    }

    @Test
    void every_fold_can_count_it() {
        for (var fold : FoldCatalogue.all()) {
            var replay = new Replay<>(fold);
            facts.forEach(replay::read);
            assertThat(replay.events()).as(fold.name()).isPositive();
            assertThat(replay.tally().isEmpty()).as(fold.name()).isFalse();
        }
    }

    @Test
    void claims_live_as_claims_do() {
        var claims = each(ClaimSubmitted.class).size();
        var denied = new HashSet<UUID>();
        var linked = new HashSet<UUID>();
        for (var fact : facts) {
            if (fact.event() instanceof ClaimDenied) {
                denied.add(fact.envelope().streamId());
            }
            if (fact.event() instanceof DenialLinked) {
                linked.add(fact.envelope().streamId());
            }
        }
        assertThat((double) denied.size() / claims).isCloseTo(0.14, within(0.03));
        assertThat(linked.size()).isGreaterThan(denied.size() / 2);
        assertThat(each(DenialOverturned.class)).isNotEmpty();
        assertThat(each(PaymentReversed.class)).isNotEmpty();
        assertThat(outOfOrder()).as("claims of which some fact came late").isNotEmpty();
    }

    /// In a short one the files and the people's own facts weigh more, so it ends some months before.
    @Test
    void it_lasts_about_two_years() {
        assertThat(facts.getLast().envelope().recordedAt())
                .isBetween(Instant.parse("2025-07-01T00:00:00Z"), Instant.parse("2026-02-15T00:00:00Z"));
    }

    @Test
    void a_history_of_claims_ends_with_the_two_years() {
        var history = new History(Scale.ofClaims(500), 7);
        var claims = 0;
        while (!history.isWhole()) {
            claims += history.next().event() instanceof ClaimSubmitted ? 1 : 0;
        }
        assertThat(claims).isBetween(480, 500);
        assertThat(history.day()).isEqualTo(Scale.BEGIN.plusDays(Scale.DAYS - 1L));
    }

    @Test
    void several_practices_share_it() {
        var history = new History(new Scale(3, 600, 2_000, 4, 2, 6, 5), 7);
        var practices = new HashSet<UUID>();
        while (!history.isWhole()) {
            practices.add(history.next().envelope().practice());
        }
        assertThat(practices).hasSize(3).isEqualTo(Set.copyOf(history.practices()));
    }

    private <E> List<E> each(Class<E> kind) {
        return facts.stream()
                .map(Recorded::event)
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    /// Streams in which a business day is earlier than one that was told before.
    private Set<UUID> outOfOrder() {
        var latest = new HashMap<UUID, LocalDate>();
        var late = new HashSet<UUID>();
        for (var fact : facts) {
            var on = fact.event() instanceof ClaimEvent it ? ClaimFacts.dayOf(it) : null;
            var stream = fact.envelope().streamId();
            if (on != null && on.isBefore(latest.getOrDefault(stream, on))) {
                late.add(stream);
            }
            if (on != null) {
                latest.merge(stream, on, (one, other) -> one.isAfter(other) ? one : other);
            }
        }
        return late;
    }
}
