package claimtrail.command.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/// The benchmark itself works: it stores every claim of both files, and measures the yardstick on as many rows.
class ImportBenchmarkIT {

    @Test
    void a_small_run_measures_both_files_and_the_yardstick() throws IOException, SQLException {
        var measured = ImportBenchmark.measure(200);

        assertThat(measured).extracting(ImportBenchmark.Measured::what).containsExactly("837", "835", "raw.batch");
        assertThat(measured.getFirst().rows()).isGreaterThanOrEqualTo(200);
        assertThat(measured.getLast().rows())
                .isEqualTo(measured.get(0).rows() + measured.get(1).rows());
    }

    @Test
    void a_large_file_is_read_in_two_passes_without_a_record_lost() throws IOException {
        var read = LargeFileReading.read(1_000);

        assertThat(read.sets()).isEqualTo(1);
        assertThat(read.records()).isEqualTo(1_000);
        assertThat(read.stopped()).isZero();
    }
}
