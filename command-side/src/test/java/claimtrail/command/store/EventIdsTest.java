package claimtrail.command.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// The id of a fact follows from its place, so that the same run makes the same log.
class EventIdsTest {

    private static final UUID STREAM = UUID.fromString("0199c2a4-5b00-7abc-8def-0123456789ab");

    @Test
    void the_same_place_has_the_same_id() {
        assertThat(EventIds.ofEvent(STREAM, 3)).isEqualTo(EventIds.ofEvent(STREAM, 3));
    }

    @Test
    void it_has_the_layout_and_the_time_of_a_uuid_7() {
        var id = EventIds.ofEvent(STREAM, 3);

        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(id.toString()).startsWith("0199c2a4-5b00-7");
    }

    @Test
    void no_two_places_have_the_same_one() {
        var ids = new HashSet<UUID>();
        for (var stream = 0; stream < 1_000; stream++) {
            for (var sequence = 0; sequence < 200; sequence++) {
                ids.add(EventIds.ofEvent(new UUID(STREAM.getMostSignificantBits(), stream), sequence));
            }
        }
        assertThat(ids).hasSize(200_000);
    }

    @Test
    void bytes_are_most_significant_first() {
        assertThat(EventIds.bytes(new UUID(1, 2))).containsExactly(0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 2);
    }
}
