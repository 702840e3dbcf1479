package claimtrail.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/// What is amiss or new is told to programs and on every page, to those whom it concerns.
class AlarmsIT {

    private static final String[] AT_ONCE = {
        "--claimtrail.alarms.stale-after=0s", "--claimtrail.alarms.held-after=0s", "--claimtrail.alarms.large-file=2"
    };

    @Test
    void a_new_pattern_is_news_and_a_day_old_fact_or_a_small_file_is_none() {
        try (var log = new TestLog();
                var reader = new Reader(log, 1)) {
            tell(log);
            reader.caughtUp();
            assertThat(alarms(reader)).containsExactly("BLUE PATTERN_NEW", "BLUE PATTERN_NEW");
            assertThat(reader.get("/?practice=BOOK").body()).contains("New pattern: Bundled knee services.");
            assertThat(reader.get("/?practice=EMPTY").body()).doesNotContain("New pattern");
        }
        try (var log = new TestLog();
                var reader = new Reader(log, 1, "--claimtrail.alarms.news-for=0s")) {
            tell(log);
            reader.caughtUp();
            assertThat(alarms(reader)).isEmpty();
        }
    }

    @Test
    void old_data_held_records_and_a_large_file_are_told_until_they_are_cleared() {
        try (var log = new TestLog();
                var reader = new Reader(log, 1, AT_ONCE)) {
            tell(log);
            reader.caughtUp();
            assertThat(alarms(reader))
                    .containsExactly(
                            "YELLOW DATA_OLD",
                            "YELLOW RECORDS_HELD",
                            "BLUE PATTERN_NEW",
                            "BLUE PATTERN_NEW",
                            "BLUE IMPORT_DONE");
            for (var page : List.of("/", "/claims", "/learning", "/providers", "/jobs")) {
                assertThat(reader.get(page).body())
                        .as(page)
                        .contains("nobody has judged them: 1 records", "A file of 2 records was taken in");
            }
            log.append(LittleBook.PRACTICE, PatternBook.FILE, PatternBook.judged("2"));
            reader.caughtUp();
            assertThat(alarms(reader)).doesNotContain("YELLOW RECORDS_HELD");
            log.append(LittleBook.PRACTICE, PatternBook.PATTERN, PatternBook.improving());
            reader.caughtUp();
            assertThat(alarms(reader)).contains("BLUE PATTERN_STATUS");
            assertThat(reader.get("/patterns?practice=BOOK").body())
                    .contains("Pattern Bundled knee services is now improving.");
        }
    }

    @Test
    void the_status_names_the_latest_day_and_the_last_file_of_each_practice() {
        try (var log = new TestLog();
                var reader = new Reader(log, 1)) {
            tell(log);
            reader.caughtUp();
            var status = reader.ask("/api/status");
            assertThat(status.get("proofMismatch").isNull()).isTrue();
            var book = status.get("practices")
                    .valueStream()
                    .filter(it -> it.get("number").asString().equals("BOOK"))
                    .findFirst()
                    .orElseThrow();
            assertThat(book.get("latestDay").asString()).isEqualTo("2026-04-18");
            assertThat(book.at("/lastImport/id").asString()).isEqualTo(PatternBook.FILE.toString());
            assertThat(book.at("/lastImport/read").asInt()).isEqualTo(2);
            var empty = status.get("practices")
                    .valueStream()
                    .filter(it -> it.get("number").asString().equals("EMPTY"))
                    .findFirst()
                    .orElseThrow();
            assertThat(empty.get("latestDay").isNull()).isTrue();
            assertThat(empty.get("lastImport").isNull()).isTrue();
            assertThat(empty.get("latestFactAt").isNull()).isTrue();
        }
    }

    private static void tell(TestLog log) {
        LittleBook.open(log);
        PatternBook.open(log);
        LittleBook.tell(log);
        PatternBook.tellMore(log);
    }

    private static List<String> alarms(Reader reader) {
        return reader.ask("/api/status")
                .get("alarms")
                .valueStream()
                .map(it -> it.get("level").asString() + " " + it.get("code").asString())
                .toList();
    }
}
