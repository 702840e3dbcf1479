package claimtrail.command.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import claimtrail.command.RunningSide;
import java.time.ZoneId;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// What is in force is the same on every node: at once where it was written, and at once elsewhere for whoever would be
/// told that it is unknown.
class RulebookShelfIT {

    @Test
    void what_one_node_wrote_another_knows_when_asked() {
        // The other node never looks by itself, so that only a question makes it look.
        try (var side = RunningSide.start();
                var other = RunningSide.beside(side.database(), "--claimtrail.rulebook.look-every-millis=3600000")) {
            var shelf = other.getBean(RulebookShelf.class);
            var practice = UUID.fromString(side.post("/api/practices", """
                    {"number":"NEW","name":"New","timeZone":"America/Denver"}""").id());
            assertThat(side.bean(RulebookShelf.class).inForce().knowsPractice(practice))
                    .isTrue();
            assertThat(shelf.inForce().knowsPractice(practice)).isFalse();

            assertThat(shelf.practice("NEW")).hasValue(practice);
            assertThat(shelf.zone(practice)).isEqualTo(ZoneId.of("America/Denver"));
            side.post("/api/payers", """
                    {"number":"9","name":"Late Plan"}""", "X-Practice", "NEW");
            var payer = shelf.payer(practice, "late plan");
            assertThat(shelf.inForce().knowsPayer(practice, payer)).isTrue();
            assertThat(shelf.inForce().knowsPayer(practice, shelf.payer(practice, "Nobody")))
                    .isFalse();
        }
    }
}
