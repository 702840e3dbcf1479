package claimtrail.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

/// Every benchmark runs to its end and has a figure for whatever it promises to measure.
class BenchIT {

    @Test
    void the_smoke_run_measures_everything_once() {
        var out = new StringWriter();
        var err = new StringWriter();
        var line = Simulator.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));

        assertThat(line.execute("bench", "--smoke")).as(err.toString()).isZero();

        assertThat(out.toString())
                .contains("patterns, quiet", "policies, any days, 20 facts/s", "nothing there, quiet")
                .contains("raw.read", "raw.decode", "raw.sql", "raw.batch", "raw.row")
                .contains("why, first page", "/api/patterns, any position", "bytes a fact", "heap at most")
                .doesNotContain("NaN", "Infinity");
    }

    @Test
    void a_benchmark_must_be_named() {
        var err = new StringWriter();
        assertThat(Simulator.commandLine().setErr(new PrintWriter(err)).execute("bench"))
                .isEqualTo(2);
        assertThat(err.toString()).startsWith("Say which benchmark");
    }
}
