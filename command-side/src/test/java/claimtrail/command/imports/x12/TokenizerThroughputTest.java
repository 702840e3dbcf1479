package claimtrail.command.imports.x12;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/// The measurement runs; how fast it is, it says when it is started by itself.
class TokenizerThroughputTest {

    @Test
    void it_measures_three_passes_over_the_same_segments() throws IOException {
        var measured =
                TokenizerThroughput.measure(new X12Writer().remittance(1, 300).readAllBytes(), 2);

        assertThat(measured)
                .hasSize(3)
                .allSatisfy(it -> assertThat(it.segments()).isGreaterThan(3_000));
        assertThat(measured).allSatisfy(it -> assertThat(it.segmentsPerSecond()).isPositive());
    }
}
