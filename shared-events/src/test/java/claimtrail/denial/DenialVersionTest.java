package claimtrail.denial;

import static org.assertj.core.api.Assertions.assertThat;

import claimtrail.event.claim.ClaimEvent;
import claimtrail.event.claim.ClaimEvent.ClaimDenied;
import claimtrail.event.claim.DecisionLine;
import claimtrail.event.claim.Finding;
import claimtrail.metric.Log;
import claimtrail.metric.Measure;
import claimtrail.metric.Tally;
import claimtrail.metric.claim.ClaimFold;
import claimtrail.proof.Replay;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Another version of the rule reads the same facts, for figures of its own: one class has another name,
/// and nothing else moves.
class DenialVersionTest {

    private static final Bill DIAGNOSIS = Bill.of("K1", Bill.PROVIDER_A, 15_000, 10_000);
    private static final Bill BUNDLED = Bill.of("K2", Bill.PROVIDER_A, 20_000);

    private static final Log LOG = new Log()
            .add("K1", DIAGNOSIS.submitted("03-02"), DIAGNOSIS.answered("03-12", "0 CO-11:15000", "8000 CO-45:2000"))
            .add("K2", BUNDLED.submitted("03-03"), BUNDLED.answered("03-13", "0 CO-97:20000"));

    @Test
    void the_standard_reads_answers_as_they_stand_in_the_log() {
        for (var fact : LOG.facts()) {
            var event = (ClaimEvent) fact.event();
            assertThat(DenialVersion.FIRST.read(event)).isSameAs(event);
        }
        assertThat(classes(ClaimFold.VERSIONS.getFirst())).isEqualTo(Map.of("CODE_MISMATCH", 1L, "BUNDLED", 1L));
    }

    @Test
    void another_version_counts_the_same_denials_under_another_class() {
        assertThat(classes(ClaimFold.VERSIONS.get(1))).isEqualTo(Map.of("NECESSITY", 1L, "BUNDLED", 1L));
    }

    @Test
    void it_moves_no_count_and_no_cent_but_from_class_to_class() {
        var first = Replay.of(ClaimFold.VERSIONS.getFirst(), LOG.facts());
        var second = Replay.of(ClaimFold.VERSIONS.get(1), LOG.facts());

        for (var measure : Measure.values()) {
            assertThat(second.sum(measure)).as(measure.id()).isEqualTo(first.sum(measure));
        }
        assertThat(named("CODE_MISMATCH", second)).isEmpty();
        assertThat(named("NECESSITY", second))
                .isEqualTo(named("CODE_MISMATCH", first))
                .isNotEmpty();
        assertThat(second.amounts().keySet())
                .allSatisfy(cell -> assertThat(cell.fold()).isEqualTo("claim/2"));
    }

    @Test
    void a_class_that_somebody_published_for_a_payer_stands() {
        var denied = (ClaimDenied) DIAGNOSIS.answered("03-12", "0 CO-11:15000");
        var published = new ClaimDenied(denied.decision()
                .answering(
                        1,
                        denied.decision().lines().stream()
                                .map(line -> named(line, "DATA"))
                                .toList()));

        assertThat(DenialVersion.SECOND.read(published)).isEqualTo(published);
        assertThat(DenialVersion.SECOND.read(denied)).isNotEqualTo(denied);
    }

    @Test
    void reading_twice_is_reading_once() {
        var denied = DIAGNOSIS.answered("03-12", "0 CO-11:15000");
        var read = DenialVersion.SECOND.read(denied);

        assertThat(DenialVersion.SECOND.read(read)).isEqualTo(read);
    }

    private static DecisionLine named(DecisionLine line, String other) {
        var it = line.finding();
        return line.found(new Finding(it.result(), it.deniedCents(), it.primary(), other, it.liability()));
    }

    private static Map<String, Long> classes(ClaimFold fold) {
        return Replay.of(fold, LOG.facts()).amounts().entrySet().stream()
                .filter(cell -> cell.getKey().measure() == Measure.EPISODE_OPENED)
                .collect(Collectors.toMap(cell -> cell.getKey().facet(), Map.Entry::getValue));
    }

    /// What stands under a class, by measure.
    private static Map<Measure, Long> named(String reasonClass, Tally tally) {
        return tally.amounts().entrySet().stream()
                .filter(cell -> cell.getKey().facet().equals(reasonClass))
                .collect(Collectors.groupingBy(
                        cell -> cell.getKey().measure(), Collectors.summingLong(Map.Entry::getValue)));
    }
}
