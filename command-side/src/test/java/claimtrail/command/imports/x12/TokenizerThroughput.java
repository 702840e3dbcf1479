package claimtrail.command.imports.x12;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Measures segments per second of one core on an 835 made in memory: tokenizing alone, building decisions, and the
/// survey
/// with its two digests.
///
/// Arguments: decisions in the file (default 100,000, about 30 MB), rounds (default 10).
public final class TokenizerThroughput {

    private TokenizerThroughput() {}

    /// What one kind of pass came to.
    ///
    /// @param segments segments in the file
    /// @param nanos CPU time of the fastest round
    record Measured(String what, long segments, long bytes, long nanos) {

        double segmentsPerSecond() {
            return segments * 1e9 / Math.max(nanos, 1);
        }

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "%-10s %,12.0f segments/s %8.1f MB/s",
                    what,
                    segmentsPerSecond(),
                    bytes * 1e3 / Math.max(nanos, 1));
        }
    }

    /// Prints the fastest round of each kind.
    public static void main(String[] arguments) throws IOException {
        int decisions = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100_000;
        int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 10;
        byte[] file = new X12Writer().remittance(1, decisions).readAllBytes();
        for (var measured : measure(file, rounds)) {
            System.out.println(measured);
        }
    }

    static Measured[] measure(byte[] file, int rounds) throws IOException {
        long tokenizing = Long.MAX_VALUE;
        long building = Long.MAX_VALUE;
        long surveying = Long.MAX_VALUE;
        long segments = 0;
        for (int i = 0; i < rounds; i++) {
            long start = cpuNanos();
            segments = tokenize(file);
            long tokenized = cpuNanos();
            var sink = new Counting();
            var summary = X12Reader.read(new ByteArrayInputStream(file), Heard.options(), sink);
            long built = cpuNanos();
            X12Survey.of(new ByteArrayInputStream(file), Heard.options(), it -> {});
            long surveyed = cpuNanos();
            if (summary.segments() != segments || sink.records == 0) {
                throw new IllegalStateException("passes over the same file differ");
            }
            tokenizing = Math.min(tokenizing, tokenized - start);
            building = Math.min(building, built - tokenized);
            surveying = Math.min(surveying, surveyed - built);
        }
        return new Measured[] {
            new Measured("tokenize", segments, file.length, tokenizing),
            new Measured("build", segments, file.length, building),
            new Measured("survey", segments, file.length, surveying)
        };
    }

    /// CPU time of this thread: what other processes take from the machine does not count.
    private static long cpuNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static long tokenize(byte[] file) throws IOException {
        var findings = new Findings(new Counting(), Limits.standard());
        var tokens = new Tokenizer(new ByteArrayInputStream(file), Heard.options(), findings);
        long elements = 0;
        while (tokens.next()) {
            elements += tokens.segment().elements();
        }
        return elements > 0 ? tokens.segments() : 0;
    }

    /// Counts, so that nothing is optimised away and nothing is kept.
    private static final class Counting implements X12Sink {

        private long records;

        @Override
        public void take(X12Record found) {
            records++;
        }

        @Override
        public void held(X12Record found, Finding why) {
            records++;
        }

        @Override
        public void finding(Finding finding, @Nullable String claimNumber) {}
    }
}
