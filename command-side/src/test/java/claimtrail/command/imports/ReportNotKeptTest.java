package claimtrail.command.imports;

import static org.assertj.core.api.Assertions.assertThat;

import claimtrail.command.Command;
import claimtrail.command.CommandPort;
import claimtrail.command.Order;
import claimtrail.command.Receipt;
import claimtrail.command.claim.PatientTokens;
import claimtrail.command.imports.ImportCommand.CompleteImport;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A disk that takes a file and then not its report.
class ReportNotKeptTest {

    private static final String ROWS =
            "id,providerId,patientName,dateOfService,procedureCodes,diagnosisCodes,modifiers,"
                    + "billedAmount,paidAmount,status,denialReason,submissionDate,processingDate\n"
                    + "A-1,PRV-1,\"Doe, Ann\",2025-07-01,99213,I10,,100.00,80,paid,,2025-07-02,2025-07-09\n";

    @TempDir
    private Path directory;

    @Test
    @Timeout(value = 20, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void whoever_waits_for_the_end_is_told_and_the_file_is_not_in_progress_for_ever() throws IOException {
        var log = new MemoryLog();
        var importer = new Importer(
                new Obstructed(log, directory),
                log,
                new PatientTokens(new SecretKeySpec(new byte[32], "HmacSHA256")),
                log,
                Imports.folder(directory),
                new MappingProfiles(log, log::profiles),
                Clock.systemUTC(),
                1L << 30);

        var run = (ImportRun) importer.take(
                new ImportRequest(Imports.PRACTICE, "portal", false, Imports.TODAY),
                new ByteArrayInputStream(ROWS.getBytes(StandardCharsets.UTF_8)));

        assertThat(run.await().stored()).isEqualTo(1);
        assertThat(importer.running(run.id())).isEmpty();
    }

    /// Puts a directory where the report belongs, when the file is stored and the report is not.
    private record Obstructed(CommandPort log, Path directory) implements CommandPort {

        @Override
        public Receipt send(Order<? extends Command> order) {
            if (order.command() instanceof CompleteImport it) {
                try {
                    Files.createDirectories(
                            directory.resolve(it.file() + ".report").resolve("in the way"));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
            return log.send(order);
        }
    }
}
