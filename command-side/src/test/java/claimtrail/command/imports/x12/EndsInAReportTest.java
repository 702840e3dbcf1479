package claimtrail.command.imports.x12;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/// Whatever the bytes are, reading them ends in records and findings: no exception, no hang, no record lost.
class EndsInAReportTest {

    static final List<String> SAMPLES = Samples.ALL;
    /// With five samples, twenty thousand flips in each build.
    private static final int FLIPS = 4_000;

    private static final Duration LONGEST = Duration.ofMinutes(2);

    @ParameterizedTest
    @FieldSource("SAMPLES")
    void every_prefix_of_a_file(String sample) {
        byte[] bytes = Samples.bytes(sample);
        Assertions.assertTimeoutPreemptively(LONGEST, () -> {
            for (int length = 0; length <= bytes.length; length++) {
                assertAllCounted(Heard.of(Arrays.copyOf(bytes, length)), sample + " cut at " + length);
            }
        });
    }

    @ParameterizedTest
    @FieldSource("SAMPLES")
    void random_bytes_in_a_file(String sample) {
        byte[] bytes = Samples.bytes(sample);
        Assertions.assertTimeoutPreemptively(LONGEST, () -> {
            for (int seed = 0; seed < FLIPS; seed++) {
                var random = new Random(seed);
                byte[] flipped = bytes.clone();
                for (int i = random.nextInt(4); i >= 0; i--) {
                    flipped[random.nextInt(flipped.length)] = (byte) random.nextInt(256);
                }
                assertAllCounted(Heard.of(flipped), sample + " seed " + seed);
            }
        });
    }

    @ParameterizedTest
    @FieldSource("SAMPLES")
    void a_survey_of_any_bytes(String sample) {
        byte[] bytes = Samples.bytes(sample);
        Assertions.assertTimeoutPreemptively(LONGEST, () -> {
            for (int seed = 0; seed < FLIPS / 10; seed++) {
                var random = new Random(seed);
                byte[] flipped = Arrays.copyOf(bytes, random.nextInt(bytes.length));
                for (int i = 0; i < flipped.length; i += 1 + random.nextInt(200)) {
                    flipped[i] = (byte) random.nextInt(256);
                }
                var survey = X12Survey.of(new ByteArrayInputStream(flipped), Heard.options(), it -> {});
                assertThat(survey.bytes()).isEqualTo(flipped.length);
            }
        });
    }

    @ParameterizedTest
    @FieldSource("SAMPLES")
    void the_size_of_the_buffer_and_of_each_read_changes_nothing(String sample) throws IOException {
        byte[] bytes = Samples.text(sample)
                .replace("~\n", "  ~\r\n")
                .getBytes(Heard.options().charset());
        var whole = Heard.of(bytes);
        for (int buffer = 16; buffer < 700; buffer += 7) {
            var heard = new Heard();
            var options = new X12Options(Heard.TODAY, Heard.options().charset(), Limits.standard(), buffer);
            heard.summary = X12Reader.read(new Dribble(bytes, 1 + buffer % 13), options, heard);

            assertThat(heard.findings).isEqualTo(whole.findings);
            assertThat(heard.records).isEqualTo(whole.records);
            assertThat(heard.summary).isEqualTo(whole.summary);
        }
    }

    private static void assertAllCounted(Heard heard, String what) {
        var summary = heard.summary();
        assertThat(summary.stored() + summary.held() + summary.refused())
                .as(what)
                .isEqualTo(summary.records());
        assertThat((long) heard.held.size()).as(what).isEqualTo(summary.held());
        long stored =
                heard.records.stream().filter(EndsInAReportTest::isCounted).count();
        assertThat(stored).as(what).isEqualTo(summary.stored());
    }

    private static boolean isCounted(X12Record record) {
        return !(record instanceof PaymentHeader) && !(record instanceof TransactionSet);
    }

    /// Gives a few bytes at a time.
    private static final class Dribble extends InputStream {

        private final ByteArrayInputStream in;
        private final int most;

        private Dribble(byte[] bytes, int most) {
            in = new ByteArrayInputStream(bytes);
            this.most = most;
        }

        @Override
        public int read() {
            return in.read();
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            Objects.checkFromIndexSize(offset, length, into.length);
            return in.read(into, offset, Math.min(most, length));
        }
    }
}
