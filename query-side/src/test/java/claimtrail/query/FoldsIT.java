package claimtrail.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Figures can be asked of every version of a fold that is kept, and each version keeps its own.
class FoldsIT {

    private static final String YEAR = "practice=BOOK&from=2026-01-01&to=2026-12-31";
    private static final String OPENED = "/api/metrics/denied.opened?" + YEAR + "&by=reason";

    private static final TestLog LOG = new TestLog();
    private static final Reader READER = new Reader(LOG, 2);
    private static long before;

    @BeforeAll
    static void tell() {
        LittleBook.open(LOG);
        before = LittleBook.tell(LOG);
        READER.caughtUp();
    }

    @AfterAll
    static void close() {
        READER.close();
        LOG.close();
    }

    @Test
    void a_version_that_is_not_kept_is_refused_with_those_that_are() {
        for (var fold : new String[] {"claim/2", "claim/3", "import/1", "tea"}) {
            var refused = READER.get("/api/metrics/dashboard?" + YEAR + "&fold=" + fold);
            assertThat(refused.statusCode()).as(fold).isEqualTo(400);
            assertThat(refused.body()).contains("Kept here: claim/1.", "\"parameter\":\"fold\"");
        }
    }

    @Test
    void a_version_that_is_kept_counts_what_comes_beside_the_standard_and_says_so() {
        LOG.jdbc()
                .sql("update read_model.edition set number = number + 1, folds = folds || 'claim/2'::text")
                .update();
        try {
            LittleBook.denied(LOG, "DX", LocalDate.of(2026, 3, 9), 7700, "11");
            READER.caughtUp();

            assertThat(READER.ask(OPENED).get("series").toString())
                    .contains("CODE_MISMATCH")
                    .doesNotContain("NECESSITY");
            var other = READER.ask(OPENED + "&fold=claim/2");
            assertThat(other.get("series").toString()).contains("NECESSITY").doesNotContain("CODE_MISMATCH");
            assertThat(other.get("meta").get("fold").asString()).isEqualTo("claim/2");
            assertThat(other.get("meta").get("rule").asString()).isEqualTo("denial/2");
            assertThat(other.get("metric").get("numerator").asLong())
                    .as("only what came since")
                    .isEqualTo(1);

            var explain = other.get("metric").get("explain").asString();
            assertThat(explain).contains("fold=claim/2");
            assertThat(READER.ask(explain).get("readds").asBoolean()).isTrue();
            var then = READER.ask(OPENED + "&fold=claim/2&asOf=" + before);
            assertThat(then.get("metric").get("numerator").asLong()).isZero();
            assertThat(READER.get(OPENED).headers().firstValue("ETag"))
                    .isNotEqualTo(READER.get(OPENED + "&fold=claim/2").headers().firstValue("ETag"));
        } finally {
            LOG.jdbc()
                    .sql("update read_model.edition set number = number + 1, folds = array_remove(folds, 'claim/2')")
                    .update();
        }
    }
}
