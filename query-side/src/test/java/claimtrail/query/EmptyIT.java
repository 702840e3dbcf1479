package claimtrail.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// A product in which nobody is registered yet.
class EmptyIT {

    @Test
    void every_room_opens_and_what_is_sought_by_name_is_not_there() {
        try (var log = new TestLog();
                var reader = new Reader(log, 1)) {
            for (var room : List.of(
                    "/",
                    "/claims",
                    "/work",
                    "/patterns",
                    "/policies",
                    "/providers",
                    "/codes",
                    "/learning",
                    "/imports",
                    "/reasons",
                    "/avoided",
                    "/replays",
                    "/integrity",
                    "/jobs")) {
                assertThat(reader.get(room).statusCode()).as(room).isEqualTo(200);
            }
            var id = UUID.randomUUID();
            for (var thing : List.of("/patterns/" + id, "/policies/" + id, "/codes/99213", "/claims/" + id)) {
                assertThat(reader.get(thing).statusCode()).as(thing).isEqualTo(404);
            }
        }
    }
}
