package claimtrail.query;

import static org.assertj.core.api.Assertions.assertThat;

import claimtrail.event.ExternalId;
import claimtrail.event.Ids;
import claimtrail.event.provider.PracticeEvent.PracticeRegistered;
import claimtrail.event.provider.ProviderEvent.ProviderRegistered;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// The log is read up to its head, every fact is counted once, and a hole stops the reading loudly.
class FeedIT {

    private static final UUID PRACTICE = Ids.named("practice");

    @Test
    void what_arrives_is_read_at_once_and_what_was_there_before_too() {
        try (var log = new TestLog()) {
            log.append(PRACTICE, PRACTICE, practice());
            try (var reader = new Reader(log, 2)) {
                reader.caughtUp();
                assertThat(names(log)).isEqualTo("Valley Clinic");
                for (int i = 0; i < 50; i++) {
                    log.append(PRACTICE, Ids.named("provider", "" + i), provider(i));
                }
                reader.caughtUp();
                assertThat(count(log, "provider")).isEqualTo(50);
            }
        }
    }

    @Test
    void a_hole_in_a_stream_stops_the_fold_and_says_why() {
        try (var log = new TestLog()) {
            log.append(PRACTICE, PRACTICE, practice());
            log.append(PRACTICE, Ids.named("provider"), provider(1), 1);
            try (var reader = new Reader(log, 1)) {
                reader.await(
                        "the fold says why it stands still",
                        () -> log.jdbc()
                                .sql(
                                        "select count(*) from read_model.fold_status where error like '%jumps from fact -1 to 1%'")
                                .query(Long.class)
                                .single()
                                .equals(1L));
                assertThat(count(log, "provider"))
                        .as("what follows the hole is not counted")
                        .isZero();
            }
        }
    }

    private static String names(TestLog log) {
        return log.jdbc()
                .sql("select string_agg(name, ',') from read_model.practice")
                .query(String.class)
                .single();
    }

    private static long count(TestLog log, String table) {
        return log.jdbc()
                .sql("select count(*) from read_model." + table)
                .query(Long.class)
                .single();
    }

    private static PracticeRegistered practice() {
        return new PracticeRegistered(
                new ExternalId("api", "P-1"), "Valley Clinic", "America/Chicago", null, null, false);
    }

    private static ProviderRegistered provider(int no) {
        return new ProviderRegistered(new ExternalId("837", "" + no), null, null, false, null, null, null, true);
    }
}
