package claimtrail.command.automation;

import static org.assertj.core.api.Assertions.assertThat;

import claimtrail.command.RunningSide;
import claimtrail.command.store.EventLog;
import claimtrail.denial.detection.DetectionRule;
import claimtrail.denial.pair.Modifier25;
import claimtrail.event.claim.ClaimEvent.ClaimScreened;
import claimtrail.event.claim.ClaimEvent.DenialLinked;
import claimtrail.event.claim.ClaimEvent.LinkCause;
import claimtrail.event.pattern.PatternEvent.BaselineFixed;
import claimtrail.event.pattern.PatternEvent.PatternDetected;
import claimtrail.event.pattern.PatternEvent.Status;
import claimtrail.event.pattern.PatternEvent.StatusChanged;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Patterns are found as facts arrive, on a real log: once, whoever looks, and nothing more when somebody looks again.
class PatternFinderIT {

    private static final String BY_HAND = "--claimtrail.automation.look-every-millis=3600000";

    private static RunningSide side;

    @BeforeAll
    static void start() {
        side = RunningSide.start(BY_HAND);
    }

    @AfterAll
    static void stop() {
        side.close();
    }

    @Test
    void the_fifth_like_denial_within_30_days_makes_the_pattern_and_ties_the_four_before() {
        var history = new History(side, "FIFTH");
        for (var no = 0; no < 4; no++) {
            history.told(no, "99213 20610", "97 N20; paid");
        }
        history.told(4, "99213-25 20610", "paid; paid");
        find();
        assertThat(history.each(PatternDetected.class)).isEmpty();

        history.told(5, "99213 20610", "97 N20; paid");
        find();

        var pattern = pattern(history, Modifier25.NAME, "MOD25");
        assertThat(history.each(PatternDetected.class)).singleElement().satisfies(it -> {
            assertThat(it.stream()).isEqualTo(pattern);
            var detected = (PatternDetected) it.event();
            assertThat(detected.detectedOn()).isEqualTo(History.FIRST.plusDays(17));
            assertThat(detected.codes()).containsExactly("99213");
            assertThat(detected.evidence()).hasSize(5);
        });
        assertThat(linked(history, pattern)).hasSize(5);
        assertThat(exposed(history, pattern)).hasSize(6);
        assertThat(history.each(BaselineFixed.class)).singleElement().satisfies(it -> {
            var baseline = (BaselineFixed) it.event();
            assertThat(baseline.denied()).isEqualTo(5);
            assertThat(baseline.exposedDecided()).isEqualTo(6);
            assertThat(baseline.deniedCents()).isEqualTo(50_000);
            assertThat(baseline.provisional()).isTrue();
        });
    }

    @Test
    void a_practice_that_sets_three_claims_finds_its_patterns_earlier_from_that_day_on() {
        var history = new History(side, "THREE");
        set("THREE", "detection-claims", 3, History.FIRST.plusDays(14));
        for (var no = 0; no < 4; no++) {
            history.told(no, "99213 20610", "97 N20; paid");
            find();
            var on = History.FIRST.plusDays(12 + no);
            assertThat(history.each(PatternDetected.class)).as("%s", on).hasSize(no < 2 ? 0 : 1);
        }
    }

    @Test
    void after_that_a_claim_is_screened_and_linked_as_it_comes() {
        var history = new History(side, "LATER");
        for (var no = 0; no < 5; no++) {
            history.told(no, "99213 20610", "97 N20; paid");
        }
        find();
        var links = history.each(DenialLinked.class).size();

        var later = history.told(40, "99214 11102", "4; paid");

        var fresh = history.each(DenialLinked.class);
        assertThat(fresh).hasSize(links + 1);
        assertThat(fresh.getLast().stream()).isEqualTo(later);
        assertThat(((DenialLinked) fresh.getLast().event()).cause()).isEqualTo(LinkCause.DECISION);
        find();
        assertThat(history.each(DenialLinked.class)).hasSize(links + 1);
    }

    @Test
    void planted_cases_are_found_and_others_left_alone() {
        var history = new History(side, "PLANTED");
        var planted = new HashSet<UUID>();
        for (var no = 0; no < 300; no++) {
            var day = no / 3;
            switch (no % 10) {
                case 0 -> planted.add(history.told(day, "99213 20610", "97 N20; paid"));
                case 1 -> planted.add(history.told(day, "99214 11102", "4; paid"));
                case 2 -> history.told(day, "99213 36415", "97; paid");
                case 3 -> history.told(day, "99213-25 20610", "97; paid");
                case 4 -> history.told(day, "99213-25 20610", "paid; paid");
                case 5 -> history.told(day, "99213 20610", "197; paid");
                case 6 -> planted.add(onTwoClaims(history, day, no % 20 == 6));
                case 7 -> history.told(day, "99213", "4");
                case 8 -> history.told(day, "99213 20610", "paid; 97");
                default -> history.told(day, "99213", "paid");
            }
        }
        find();

        var found = linked(history, pattern(history, Modifier25.NAME, "MOD25"));
        var right = found.stream().filter(planted::contains).count();
        assertThat(planted).hasSize(90);
        assertThat(right).as("recall").isGreaterThanOrEqualTo((98 * planted.size() + 99) / 100);
        assertThat(100 * right).as("precision").isGreaterThanOrEqualTo(95L * found.size());
        assertThat(subjects(history))
                .contains("modifier-25/1 MOD25", "reason-class/1 BUNDLED", "reason-class/1 AUTHORIZATION")
                .doesNotContain("reason-class/1 MOD25");
    }

    /// The procedure stands on another claim of the day, which comes before or after the visit and its answer.
    private static UUID onTwoClaims(History history, int day, boolean procedureFirst) {
        var patient = UUID.randomUUID();
        if (procedureFirst) {
            history.bill(day, patient, "20610");
        }
        var visit = history.bill(day, patient, "99213");
        history.answer(visit, day + 12, "99213", "4");
        if (!procedureFirst) {
            history.bill(day, patient, "20610");
        }
        return visit;
    }

    @Test
    void a_visit_beside_a_blood_draw_is_no_pair_however_often_it_is_denied() {
        var history = new History(side, "BLOOD");
        for (var no = 0; no < 10; no++) {
            history.told(no, "99213 36415", "97; paid");
        }
        find();

        assertThat(subjects(history)).containsExactly("reason-class/1 BUNDLED");
    }

    @Test
    void a_cause_that_somebody_declared_is_not_detected_beside_it_but_ties_to_it() {
        var history = new History(side, "DECLARED");
        for (var no = 0; no < 3; no++) {
            history.told(no, "99213", "197");
        }
        var declared = side.post("/api/patterns", """
                {"number":"OWN-1","reasonClass":"AUTHORIZATION","category":"authorization","title":"No authorization",
                 "codes":["99213"],"detectedOn":"2026-01-06"}""", "X-Practice", "DECLARED");
        assertThat(declared.status()).as("%s", declared.body()).isEqualTo(201);
        for (var no = 3; no < 8; no++) {
            history.told(no, "99213", "197");
        }
        find();

        assertThat(history.each(PatternDetected.class)).hasSize(1);
        assertThat(linked(history, UUID.fromString(declared.id()))).hasSize(8);
        assertThat(history.each(BaselineFixed.class)).isEmpty();
    }

    @Test
    void status_follows_outcomes_day_by_day_whether_facts_come_as_they_happen_or_in_one_go() {
        var daily = cured("DAILY", true);
        var atOnce = cured("AT-ONCE", false);

        assertThat(daily).extracting(StatusChanged::to).containsExactly(Status.IMPROVING, Status.RESOLVED);
        assertThat(atOnce)
                .extracting(StatusChanged::on)
                .isEqualTo(daily.stream().map(StatusChanged::on).toList());
        assertThat(atOnce)
                .extracting(StatusChanged::windows)
                .isEqualTo(daily.stream().map(StatusChanged::windows).toList());
    }

    @Test
    void a_bound_of_status_holds_from_its_day_on_and_changes_nothing_that_was_judged() {
        var history = new History(side, "STRICT");
        set("STRICT", "status-improved", 100, History.FIRST); // nothing may be left of the rate
        var strict = cured(history, false);
        var standard = cured("STANDARD", false);
        assertThat(strict.getFirst().on()).isAfter(standard.getFirst().on());

        set("STRICT", "status-improved", 5, History.FIRST.plusDays(170));
        history.told(165, "99213-25 20610", "paid; paid");
        find();

        assertThat(changes(history)).isEqualTo(strict);
    }

    private static List<StatusChanged> cured(String practice, boolean daily) {
        return cured(new History(side, practice), daily);
    }

    private static List<StatusChanged> cured(History history, boolean daily) {
        for (var no = 0; no < 25; no++) {
            history.told(no, "99213 20610", "97 N20; paid");
        }
        find();
        for (var day = 30; day < 150; day += 2) {
            history.told(day, "99213-25 20610", "paid; paid");
            if (daily) {
                find();
            }
        }
        find();
        return changes(history);
    }

    private static List<StatusChanged> changes(History history) {
        return history.each(StatusChanged.class).stream()
                .map(it -> (StatusChanged) it.event())
                .toList();
    }

    private static void set(String practice, String setting, int value, LocalDate from) {
        var set = side.post(
                "/api/settings",
                "{\"setting\":\"%s\",\"value\":\"%d\",\"effectiveFrom\":\"%s\"}".formatted(setting, value, from),
                "X-Practice",
                practice);
        assertThat(set.status()).as("%s", set.body()).isEqualTo(201);
    }

    @Test
    void two_nodes_detect_one_pattern_and_a_node_that_begins_again_adds_nothing() throws Exception {
        var history = new History(side, "NODES");
        for (var no = 0; no < 12; no++) {
            history.told(no, "99213 20610", "97 N20; paid");
            history.told(no, "99213", "29");
        }
        try (var other = RunningSide.beside(side.database(), BY_HAND);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var finders = List.of(side.bean(PatternFinder.class), other.getBean(PatternFinder.class));
            var runs = new ArrayList<Future<Boolean>>();
            for (var round = 0; round < 4; round++) {
                finders.forEach(finder -> runs.add(threads.submit(finder::catchUp)));
            }
            for (var run : runs) {
                run.get();
            }
        }
        find();
        assertThat(subjects(history)).containsExactlyInAnyOrder("modifier-25/1 MOD25", "reason-class/1 TIMELY");
        var head = side.bean(EventLog.class).head();

        side.database().execute("update event_store.automation_token set position = 0");
        find();

        assertThat(side.bean(EventLog.class).head()).isEqualTo(head);
    }

    @Test
    void a_lowered_threshold_finds_what_is_there_already_from_its_day_on() {
        var history = new History(side, "LOWERED");
        for (var no = 0; no < 4; no++) {
            history.told(no, "99213 20610", "97 N20; paid");
        }
        find();
        assertThat(history.each(PatternDetected.class)).isEmpty();

        set("LOWERED", "detection-claims", 3, History.FIRST.plusDays(15));
        find();

        assertThat(history.each(PatternDetected.class)).singleElement().satisfies(it -> {
            var detected = (PatternDetected) it.event();
            assertThat(detected.detectedOn()).isEqualTo(History.FIRST.plusDays(15));
            assertThat(detected.evidence()).hasSize(4);
        });
    }

    private static void find() {
        assertThat(side.bean(PatternFinder.class).catchUp()).isTrue();
    }

    private static UUID pattern(History history, String detector, String subject) {
        return DetectionRule.patternId(history.practice(), detector, subject);
    }

    private static List<String> subjects(History history) {
        return history.each(PatternDetected.class).stream()
                .map(it -> (PatternDetected) it.event())
                .map(it -> it.detector() + " " + it.subject())
                .toList();
    }

    private static Set<UUID> linked(History history, UUID pattern) {
        return history.each(DenialLinked.class).stream()
                .filter(it -> ((DenialLinked) it.event())
                        .links().stream().anyMatch(link -> link.patterns().contains(pattern)))
                .map(History.Told::stream)
                .collect(Collectors.toSet());
    }

    private static Set<UUID> exposed(History history, UUID pattern) {
        return history.each(ClaimScreened.class).stream()
                .filter(it -> ((ClaimScreened) it.event())
                        .patterns().stream()
                                .anyMatch(exposure -> exposure.pattern().equals(pattern)))
                .map(History.Told::stream)
                .collect(Collectors.toSet());
    }
}
