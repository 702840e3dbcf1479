package claimtrail.denial.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Rule `detection/1`: when denials that come again become a pattern.
class DetectionRuleTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 3, 1);

    @ParameterizedTest(name = "claims on days {0} of {1} cents, {2} denied in all: found on {3}")
    @CsvSource(nullValues = "-", textBlock = """
            # days,             cents, denied, found on
            1 2 3 4 5,          2000,  5,      5
            1 2 3 4,            9000,  4,      -
            1 2 3 4 30,         2000,  5,      30
            1 2 3 4 31,         2000,  5,      -
            1 2 3 4 31 31,      2000,  6,      31
            1 2 3 4 5,          1999,  5,      -
            1 2 3 4 5 6,        1999,  6,      6
            1 1 1 1 1,          2000,  5,      1
            1 2 3 4 5,          2000,  100,    5
            1 2 3 4 5,          2000,  250,    5
            1 2 3 4 5,          2000,  251,    -
            1 2 3 4 5 6,        2000,  251,    6
            """)
    void the_fifth_like_denial_within_30_days(String days, long cents, long denied, @Nullable Integer foundOn) {
        var evidence = new ArrayList<Evidence>();
        for (var day : days.split(" ", -1)) {
            evidence.add(evidence(evidence.size(), Integer.parseInt(day), "99213", cents, true));
        }

        var found = DetectionRule.detect(evidence, (_, _) -> denied, _ -> Threshold.standard());

        assertThat(found.map(it -> it.to().toEpochDay() - FIRST.toEpochDay() + 1))
                .isEqualTo(Optional.ofNullable(foundOn).map(Integer::longValue));
        found.ifPresent(it -> assertThat(it.from()).isEqualTo(it.to().minusDays(29)));
    }

    @Test
    void two_lines_of_one_claim_are_one_claim_and_what_is_only_shown_counts_nothing() {
        var evidence = new ArrayList<Evidence>();
        for (var no = 0; no < 4; no++) {
            evidence.add(evidence(no, no + 1, "99213", 10_000, true));
            evidence.add(evidence(no, no + 1, "99214", 10_000, true));
        }
        evidence.add(evidence(9, 5, "99213", 10_000, false));

        assertThat(DetectionRule.detect(evidence, (_, _) -> 5, _ -> Threshold.standard()))
                .isEmpty();
    }

    @Test
    void what_is_set_from_a_day_on_holds_for_windows_that_end_with_it_or_later() {
        var evidence = new ArrayList<Evidence>();
        for (var no = 0; no < 4; no++) {
            evidence.add(evidence(no, no + 1, "99213", 10_000, true));
        }
        var three = new Threshold(3, 30, 10_000, 2, 100);

        assertThat(detectedOn(evidence, FIRST, three)).contains(FIRST.plusDays(2));
        assertThat(detectedOn(evidence, FIRST.plusDays(3), three)).contains(FIRST.plusDays(3));
        assertThat(detectedOn(evidence, FIRST.plusDays(4), three)).isEmpty();
        assertThat(detectedOn(evidence, FIRST, new Threshold(3, 2, 10_000, 2, 100)))
                .as("three claims within two days")
                .isEmpty();
    }

    private static Optional<LocalDate> detectedOn(List<Evidence> evidence, LocalDate from, Threshold set) {
        return DetectionRule.detect(evidence, (_, _) -> 4, day -> day.isBefore(from) ? Threshold.standard() : set)
                .map(DetectionRule.Detection::to);
    }

    @Test
    void the_scope_is_the_fewest_codes_that_cover_80_percent() {
        var evidence = new ArrayList<Evidence>();
        var codes = List.of("99213", "99213", "99213", "99214", "99214", "99215", "G0439", "99213", "99213", "99214");
        for (var code : codes) {
            evidence.add(evidence(evidence.size(), 1, code, 10_000, true));
        }

        assertThat(DetectionRule.detect(evidence, (_, _) -> 10, _ -> Threshold.standard())
                        .orElseThrow()
                        .codes())
                .containsExactly("99213", "99214");
    }

    @Test
    void the_order_of_arrival_changes_nothing_and_the_facts_name_at_most_50_claims() {
        var evidence = new ArrayList<Evidence>();
        for (var no = 0; no < 60; no++) {
            evidence.add(evidence(no, 1, no % 3 == 0 ? "99213" : "99214", 10_000, true));
        }
        var found = DetectionRule.detect(evidence, (_, _) -> 60, _ -> Threshold.standard())
                .orElseThrow();

        for (var seed = 0; seed < 20; seed++) {
            Collections.shuffle(evidence, new Random(seed));
            assertThat(DetectionRule.detect(evidence, (_, _) -> 60, _ -> Threshold.standard()))
                    .contains(found);
        }
        assertThat(found.claims()).hasSize(50);
    }

    @Test
    void a_pattern_has_one_id() {
        var practice = new UUID(0, 1);

        assertThat(DetectionRule.patternId(practice, "modifier-25/1", "MOD25"))
                .isEqualTo(DetectionRule.patternId(practice, "modifier-25/1", "MOD25"))
                .isNotEqualTo(DetectionRule.patternId(practice, "reason-class/1", "MOD25"))
                .isNotEqualTo(DetectionRule.patternId(new UUID(0, 2), "modifier-25/1", "MOD25"));
    }

    private static Evidence evidence(int claim, int day, String code, long cents, boolean counts) {
        return new Evidence(new UUID(0, claim), FIRST.plusDays(day - 1L), code, cents, counts);
    }
}
