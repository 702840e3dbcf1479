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
    void a_small_run_measures_screening_by_turns_and_under_rules_claims_are_screened()
            throws IOException, SQLException {
        var turns = ImportBenchmark.screening(100);

        assertThat(turns)
                .extracting(ImportBenchmark.Measured::what)
                .containsExactly("plain-1", "rules-1", "rules-2", "plain-2");
        assertThat(turns.get(1).rows()).isGreaterThan(turns.get(0).rows());
        assertThat(turns.get(2).rows()).isEqualTo(turns.get(1).rows());
        assertThat(turns.get(3).rows()).isEqualTo(turns.get(0).rows());
        assertThat(ImportBenchmark.share(turns)).isLessThan(1);
    }

    @Test
    void a_large_file_is_read_in_two_passes_without_a_record_lost() throws IOException {
        var read = LargeFileReading.read(1_000);

        assertThat(read.sets()).isEqualTo(1);
        assertThat(read.records()).isEqualTo(1_000);
        assertThat(read.stopped()).isZero();
    }
}
