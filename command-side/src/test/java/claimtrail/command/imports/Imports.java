package claimtrail.command.imports;

import claimtrail.command.claim.PatientTokens;
import claimtrail.command.store.FileCipher;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/// An importer over a log in memory, for tests.
final class Imports {

    static final UUID PRACTICE = UUID.fromString("00000000-0000-7000-8000-000000000001");
    static final LocalDate TODAY = LocalDate.of(2026, 6, 30);

    final MemoryLog log = new MemoryLog();
    final Importer importer;

    Imports(Path folder) {
        this.importer = new Importer(
                log,
                log,
                new PatientTokens(new SecretKeySpec(new byte[32], "HmacSHA256")),
                log,
                folder(folder),
                new MappingProfiles(log, log::profiles),
                Clock.systemUTC(),
                1L << 30);
    }

    /// A folder whose keys live as long as the test.
    static ImportFolder folder(Path folder) {
        var keys = new ConcurrentHashMap<UUID, FileCipher>();
        return new ImportFolder(folder, owner -> keys.computeIfAbsent(owner, _ -> FileCipher.oneTime()));
    }

    ImportReport read(String text) {
        return read(text, null);
    }

    ImportReport read(String text, @Nullable String profile) {
        return run(text.getBytes(StandardCharsets.UTF_8), profile, false).await();
    }

    ImportReport dryRun(String text) {
        return run(text.getBytes(StandardCharsets.UTF_8), null, true).await();
    }

    ImportRun run(InputStream body, @Nullable String profile) {
        return run(body, profile, false);
    }

    ImportRun run(byte[] bytes, @Nullable String profile, boolean dryRun) {
        return run(new ByteArrayInputStream(bytes), profile, dryRun);
    }

    private ImportRun run(InputStream body, @Nullable String profile, boolean dryRun) {
        return (ImportRun) take(body, profile, dryRun);
    }

    Taken take(InputStream body, @Nullable String profile, boolean dryRun) {
        try {
            return importer.take(new ImportRequest(PRACTICE, profile, dryRun, TODAY), body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
