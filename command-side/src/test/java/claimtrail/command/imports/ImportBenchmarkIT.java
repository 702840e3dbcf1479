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
}
