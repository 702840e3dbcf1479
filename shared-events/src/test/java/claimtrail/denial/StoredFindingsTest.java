package claimtrail.denial;

import static org.assertj.core.api.Assertions.assertThat;

import claimtrail.event.claim.ClaimEvent;
import claimtrail.event.json.EventJson;
import java.io.IOException;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// An answer that stands in the log with the findings of its day reads the same today. Adjustments and findings of
/// these facts are written by hand, side by side; no rule wrote them.
class StoredFindingsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "claim.denied.one-line-bundled",
                "claim.denied.larger-reason-names-the-class",
                "claim.denied.remark-narrows-the-meaning",
                "claim.denied.reduced-line",
                "claim.denied.code-of-no-class",
                "claim.denied.does-not-balance",
                "claim.approved.deductible"
            })
    void a_reading_under_denial_1_equals_the_findings_stored_on_the_event(String name) throws IOException {
        var decision = Bill.decision(stored(name));

        var anew = DenialRule.read(Answered.of(decision), ReasonTable.dayOne(), decision.decidedOn());

        assertThat(anew.rule()).isEqualTo(decision.rule());
        assertThat(anew.lines()).isEqualTo(decision.lines());
        assertThat(anew.outcome()).isEqualTo(decision.outcome());
        assertThat(anew.imbalanceCents()).isEqualTo(decision.imbalanceCents());
        assertThat(anew.appealable()).isEqualTo(decision.appealable());
    }

    private static ClaimEvent stored(String name) throws IOException {
        try (var json = StoredFindingsTest.class.getResourceAsStream("/stored/" + name + ".json")) {
            var event = name.substring(0, name.lastIndexOf('.'));
            return (ClaimEvent)
                    EventJson.read(event, 1, Objects.requireNonNull(json).readAllBytes());
        }
    }
}
