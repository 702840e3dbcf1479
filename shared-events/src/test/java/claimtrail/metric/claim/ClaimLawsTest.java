package claimtrail.metric.claim;

import static claimtrail.metric.Measure.APPEALED_CLAIMS;
import static claimtrail.metric.Measure.DECIDED_CLAIMS;
import static claimtrail.metric.Measure.DENIED_CLAIMS;
import static claimtrail.metric.Measure.DENIED_LINES;
import static claimtrail.metric.Measure.EPISODE_APPEALED;
import static claimtrail.metric.Measure.EPISODE_AWAITED_CENTS;
import static claimtrail.metric.Measure.EPISODE_CLOSED;
import static claimtrail.metric.Measure.EPISODE_CLOSED_CENTS;
import static claimtrail.metric.Measure.EPISODE_DUE;
import static claimtrail.metric.Measure.EPISODE_OPENED;
import static claimtrail.metric.Measure.EPISODE_OPENED_CENTS;
import static claimtrail.metric.Measure.EPISODE_PAID;
import static claimtrail.metric.Measure.EPISODE_STANDING;
import static claimtrail.metric.Measure.EPISODE_STANDING_CENTS;
import static claimtrail.metric.Measure.PAID_CENTS;
import static claimtrail.metric.Measure.PATTERN_AT_RISK_CENTS;
import static claimtrail.metric.Measure.PATTERN_DENIED;
import static claimtrail.metric.Measure.PATTERN_EXPOSED;
import static claimtrail.metric.Measure.POLICY_DECIDED;
import static claimtrail.metric.Measure.POLICY_DENIED;
import static claimtrail.metric.Measure.POLICY_HIT;
import static claimtrail.metric.Measure.SUBMITTED_CLAIMS;
import static claimtrail.metric.Measure.WITHDRAWN_CLAIMS;
import static org.assertj.core.api.Assertions.assertThat;

import claimtrail.denial.Bill;
import claimtrail.denial.ClaimReading;
import claimtrail.denial.Episode;
import claimtrail.event.claim.ClaimEvent;
import claimtrail.event.claim.ClaimEvent.ClaimApproved;
import claimtrail.event.claim.ClaimEvent.ClaimDenied;
import claimtrail.metric.Basis;
import claimtrail.metric.Cell;
import claimtrail.metric.Log;
import claimtrail.metric.Measure;
import claimtrail.metric.MetricCatalogue;
import claimtrail.metric.Posting;
import claimtrail.metric.Tally;
import claimtrail.proof.Replay;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What holds for every life of a claim, whatever the seed.
class ClaimLawsTest {

    private static final ClaimFold FOLD = new ClaimFold();
    private static final int CLAIMS = 40;

    static LongStream seeds() {
        return LongStream.range(0, 25);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void the_order_of_arrival_within_a_claim_does_not_matter(long seed) {
        for (var claim : claims(seed)) {
            var shuffled = new ArrayList<>(claim);
            Collections.shuffle(shuffled, new Random(seed));

            assertThat(ClaimReading.of(shuffled)).isEqualTo(ClaimReading.of(claim));
            assertThat(tally(List.of(shuffled))).isEqualTo(tally(List.of(claim)));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void the_order_of_claims_in_the_log_does_not_matter(long seed) {
        var claims = claims(seed);
        var together = new Log();
        for (var turn = 0; turn < 40; turn++) {
            for (var i = 0; i < claims.size(); i++) {
                if (turn < claims.get(i).size()) {
                    together.add("C" + i, claims.get(i).get(turn));
                }
            }
        }

        assertThat(Replay.of(FOLD, together.facts())).isEqualTo(tally(claims));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void a_standing_that_was_written_and_read_counts_on_as_if_nothing_had_happened(long seed) {
        var standing = FOLD.start();
        var log = new Log().add("C", claims(seed).getFirst().toArray(ClaimEvent[]::new));
        var tally = new Tally();
        for (var fact : log.facts()) {
            var step = FOLD.stepAny(FOLD.read(FOLD.write(standing)), fact);
            step.postings().forEach(tally::add);
            standing = step.standing();
        }

        assertThat(tally).isEqualTo(Replay.of(FOLD, log.facts()));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void the_postings_add_up_to_the_reading_and_each_has_a_place_and_an_amount(long seed) {
        var postings = new ArrayList<Posting>();
        var replay = new Replay<>(FOLD, postings::add);
        var claims = claims(seed);
        log(claims).facts().forEach(replay::read);
        var readings = new Tally();
        claims.forEach(claim -> readings.add(ClaimTally.of(ClaimReading.of(claim), ClaimFold.NAME, Log.PRACTICE)));

        assertThat(replay.tally()).isEqualTo(readings);
        assertThat(postings).allSatisfy(it -> assertThat(it.amount()).isNotZero());
        assertThat(postings)
                .extracting(it -> it.position() + "/" + it.ordinal())
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void first_pass_and_denial_rate_add_to_100_wherever_either_is_defined(long seed) {
        var tally = tally(claims(seed));
        for (var month = 1; month <= 12; month++) {
            var of = month;
            Function<String, BigDecimal> rate = id -> {
                var figure = MetricCatalogue.find(id)
                        .orElseThrow()
                        .figure(part -> tally.sum(
                                cell -> part.holds(cell) && cell.eventDay().getMonthValue() == of));
                return figure.value() == null ? BigDecimal.valueOf(50) : figure.value();
            };
            assertThat(rate.apply("fpr").add(rate.apply("idr.claims"))).isEqualByComparingTo("100");
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void of_every_cohort_denied_approved_pending_and_withdrawn_are_the_submitted(long seed) {
        var tally = tally(claims(seed));
        byDay(tally, Basis.SUBMISSION).forEach((_, cohort) -> {
            var submitted = cohort.sum(SUBMITTED_CLAIMS);
            var pending = submitted - cohort.sum(DECIDED_CLAIMS) - cohort.sum(WITHDRAWN_CLAIMS);
            assertThat(pending).isBetween(0L, submitted);
            assertThat(cohort.sum(DENIED_CLAIMS)).isBetween(0L, cohort.sum(DECIDED_CLAIMS));
            assertThat(cohort.sum(APPEALED_CLAIMS)).isBetween(0L, cohort.sum(DENIED_CLAIMS));
            assertThat(cohort.sum(PATTERN_DENIED)).isBetween(0L, cohort.sum(PATTERN_EXPOSED));
            assertThat(cohort.sum(DENIED_LINES)).isBetween(0L, cohort.sum(Measure.DECIDED_LINES));
        });
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void of_every_cohort_a_policy_denies_no_more_than_were_decided_and_decided_no_more_than_it_hit(long seed) {
        byDay(tally(claims(seed)), Basis.SUBMISSION).forEach((_, cohort) -> {
            var policies = cohort.amounts().keySet().stream()
                    .filter(cell -> cell.measure() == POLICY_DENIED)
                    .map(Cell::facet)
                    .collect(Collectors.toSet());
            assertThat(policies).allSatisfy(policy -> {
                Function<Measure, Long> of = measure -> cohort.sum(
                        cell -> cell.measure() == measure && cell.facet().equals(policy));
                assertThat(of.apply(POLICY_DENIED)).isBetween(0L, of.apply(POLICY_DECIDED));
                assertThat(of.apply(POLICY_DECIDED)).isBetween(0L, of.apply(POLICY_HIT));
            });
        });
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void the_claims_of_each_provider_alone_and_of_each_payer_alone_add_up_to_those_of_all(long seed) {
        var claims = claims(seed);
        var all = tally(claims);
        var apart = new Tally();
        for (var provider : List.of(Bill.PROVIDER_A, Bill.PROVIDER_B)) {
            var own = tally(claims.stream()
                    .filter(claim -> provider.equals(provider(claim)))
                    .toList());
            assertThat(own.amounts().keySet()).allMatch(cell -> cell.provider().equals(provider));
            apart.add(own);
        }
        assertThat(apart).isEqualTo(all);
        for (var measure : List.of(SUBMITTED_CLAIMS, DECIDED_CLAIMS, DENIED_CLAIMS)) {
            assertThat(all.sum(cell -> cell.measure() == measure && cell.payer().equals(Bill.PAYER)))
                    .as("only the primary payer decides")
                    .isEqualTo(all.sum(measure));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void what_stands_by_age_and_by_last_day_is_what_is_open_on_every_day(long seed) {
        for (var claim : claims(seed)) {
            var tally = tally(List.of(claim));
            var open = new TreeMap<String, Long>();
            if (ClaimReading.of(claim).duplicateOn() == null) {
                ClaimReading.of(claim).openEpisodes().stream()
                        .filter(it -> it.payerSequence() == 1)
                        .forEach(it -> open.merge(
                                it.opened().on().toString(), it.opened().cents(), Long::sum));
            }
            var standing = new TreeMap<String, Long>();
            tally.amounts().forEach((cell, amount) -> {
                if (cell.measure() == EPISODE_STANDING_CENTS) {
                    standing.merge(cell.facet(), amount, Long::sum);
                }
            });
            standing.values().removeIf(cents -> cents == 0);
            assertThat(standing).isEqualTo(open);
            for (var day : byDay(tally, Basis.EVENT).keySet()) {
                var opened = upTo(tally, EPISODE_OPENED, day) - upTo(tally, EPISODE_CLOSED, day);
                assertThat(upTo(tally, EPISODE_STANDING, day)).isEqualTo(opened);
                assertThat(upTo(tally, EPISODE_DUE, day)).isEqualTo(opened);
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void what_is_won_and_awaited_is_what_the_reading_awaits_and_at_most_what_is_open(long seed) {
        for (var claim : claims(seed)) {
            var tally = tally(List.of(claim));
            var reading = ClaimReading.of(claim);
            var awaited = reading.episodes().stream()
                    .filter(it -> it.payerSequence() == 1 && reading.duplicateOn() == null)
                    .mapToLong(Episode::awaitedCents)
                    .sum();
            assertThat(tally.sum(EPISODE_AWAITED_CENTS)).isEqualTo(awaited);
            for (var day : byDay(tally, Basis.EVENT).keySet()) {
                assertThat(upTo(tally, EPISODE_AWAITED_CENTS, day))
                        .isBetween(0L, upTo(tally, EPISODE_STANDING_CENTS, day));
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void of_the_denials_of_a_day_no_more_are_appealed_or_paid_than_began(long seed) {
        byDay(tally(claims(seed)), Basis.EVENT).forEach((day, cohort) -> {
            assertThat(cohort.sum(EPISODE_APPEALED)).isBetween(0L, cohort.sum(EPISODE_OPENED));
            assertThat(cohort.sum(EPISODE_PAID)).isBetween(0L, cohort.sum(EPISODE_OPENED));
        });
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void opened_less_closed_is_open_and_is_never_negative_on_any_day(long seed) {
        for (var claim : claims(seed)) {
            var tally = tally(List.of(claim));
            var open = ClaimReading.of(claim).openEpisodes().stream()
                    .filter(it -> it.payerSequence() == 1)
                    .toList();
            if (ClaimReading.of(claim).duplicateOn() != null) {
                continue;
            }
            assertThat(tally.sum(EPISODE_OPENED) - tally.sum(EPISODE_CLOSED)).isEqualTo(open.size());
            assertThat(tally.sum(EPISODE_OPENED_CENTS) - tally.sum(EPISODE_CLOSED_CENTS))
                    .isEqualTo(
                            open.stream().mapToLong(it -> it.opened().cents()).sum());
            for (var day : byDay(tally, Basis.EVENT).keySet()) {
                assertThat(upTo(tally, EPISODE_OPENED_CENTS, day) - upTo(tally, EPISODE_CLOSED_CENTS, day))
                        .isNotNegative();
                assertThat(upTo(tally, PATTERN_AT_RISK_CENTS, day)).isNotNegative();
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void overturned_money_is_at_most_what_was_denied(long seed) {
        for (var claim : claims(seed)) {
            for (var episode : ClaimReading.of(claim).episodes()) {
                assertThat(episode.overturnedCents())
                        .isBetween(0L, episode.opened().cents());
                assertThat(episode.denials()).isPositive();
                assertThat(episode.state() == Episode.State.CLOSED).isEqualTo(episode.closedOn() != null);
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void paid_is_the_sum_of_all_answers_less_what_was_taken_back(long seed) {
        for (var claim : claims(seed)) {
            var paid = claim.stream()
                    .mapToLong(fact -> switch (fact) {
                        case ClaimApproved it -> it.decision().paidCents();
                        case ClaimDenied it -> it.decision().paidCents();
                        case ClaimEvent.PaymentReversed it -> it.paidCents();
                        default -> 0;
                    })
                    .sum();
            assertThat(tally(List.of(claim)).sum(PAID_CENTS)).isEqualTo(paid);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void a_later_event_never_changes_what_was_posted_before(long seed) {
        var facts = log(claims(seed)).facts();
        var all = new ArrayList<Posting>();
        var half = new ArrayList<Posting>();
        var whole = new Replay<>(FOLD, all::add);
        var part = new Replay<>(FOLD, half::add);
        facts.forEach(whole::read);
        facts.subList(0, facts.size() / 2).forEach(part::read);

        assertThat(all.subList(0, half.size())).isEqualTo(half);
    }

    private static @Nullable UUID provider(List<ClaimEvent> claim) {
        return Objects.requireNonNull(ClaimReading.of(claim).submission()).provider();
    }

    private static List<List<ClaimEvent>> claims(long seed) {
        return LongStream.range(0, CLAIMS)
                .mapToObj(i -> ClaimLife.of(seed * CLAIMS + i))
                .toList();
    }

    private static Log log(List<List<ClaimEvent>> claims) {
        var log = new Log();
        for (var i = 0; i < claims.size(); i++) {
            log.add("C" + i, claims.get(i).toArray(ClaimEvent[]::new));
        }
        return log;
    }

    private static Tally tally(List<List<ClaimEvent>> claims) {
        return Replay.of(FOLD, log(claims).facts());
    }

    private static Map<LocalDate, Tally> byDay(Tally tally, Basis basis) {
        var byDay = new HashMap<LocalDate, Tally>();
        tally.amounts()
                .forEach((cell, amount) -> byDay.computeIfAbsent(basis.dayOf(cell), _ -> new Tally())
                        .add(cell, amount));
        return byDay;
    }

    private static long upTo(Tally tally, Measure measure, LocalDate day) {
        return tally.sum(cell -> cell.measure() == measure && !cell.eventDay().isAfter(day));
    }
}
