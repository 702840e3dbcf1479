package claimtrail.command.imports;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.zip.ZipException;
import tools.jackson.databind.json.JsonMapper;

/// Where files wait while they are read, and where reports stand. Files are named by hash, reports by import, never by
/// what the sender called them; nobody but the owner of the process may read them.
public final class ImportFolder {

    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");
    private static final JsonMapper MAPPER = new JsonMapper();

    private final Path folder;

    public ImportFolder(Path folder) {
        this.folder = folder;
        try {
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make the folder of imports", e);
        }
    }

    /// A file as it was received.
    ///
    /// @param sha256 over its bytes
    record Spooled(Path path, String sha256, long bytes) {}

    /// A file beyond the limit.
    static final class TooLarge extends IOException {
        private static final long serialVersionUID = 1L;

        TooLarge() {
            super("FILE_TOO_LARGE");
        }
    }

    /// Copies a file, unpacked if it is packed, to disk.
    ///
    /// @throws TooLarge beyond the limit; nothing is kept
    /// @throws Broken if it was packed and cannot be unpacked; nothing is kept
    Spooled unpacked(InputStream body, long limitBytes) throws IOException {
        var files = new ArrayList<Spooled>(1);
        try {
            Unpacking.standard().unpack(body, (no, _, in) -> {
                if (no > 1) {
                    throw new SeveralFiles();
                }
                files.add(spool(in, limitBytes));
            });
        } catch (ZipException | EOFException e) {
            throw new Broken();
        }
        return files.isEmpty() ? spool(InputStream.nullInputStream(), limitBytes) : files.getFirst();
    }

    /// An archive that cannot be unpacked.
    static final class Broken extends IOException {
        private static final long serialVersionUID = 1L;

        Broken() {
            super("ARCHIVE_INVALID");
        }
    }

    /// An archive of several files: each of them is an import of its own.
    static final class SeveralFiles extends IOException {
        private static final long serialVersionUID = 1L;

        SeveralFiles() {
            super("ARCHIVE_OF_SEVERAL_FILES");
        }
    }

    /// Copies a file to disk while it is hashed, so that files of any size need the same memory.
    ///
    /// @throws TooLarge beyond the limit; nothing is kept
    Spooled spool(InputStream body, long limitBytes) throws IOException {
        var arriving =
                Files.createTempFile(folder, "arriving-", ".part", PosixFilePermissions.asFileAttribute(OWNER_ONLY));
        var hashed = new DigestInputStream(body, sha256()); // closed by the caller
        try (OutputStream out = Files.newOutputStream(arriving)) {
            var buffer = new byte[1 << 16];
            long bytes = 0;
            for (int n = hashed.read(buffer); n >= 0; n = hashed.read(buffer)) {
                bytes += n;
                if (bytes > limitBytes) {
                    throw new TooLarge();
                }
                out.write(buffer, 0, n);
            }
            out.flush();
            var hash = HexFormat.of().formatHex(hashed.getMessageDigest().digest());
            var path = content(hash);
            Files.move(arriving, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return new Spooled(path, hash, bytes);
        } finally {
            Files.deleteIfExists(arriving);
        }
    }

    Path content(String sha256) {
        return folder.resolve(sha256);
    }

    void keep(ImportReport report) {
        try {
            var path = folder.resolve(report.importId() + ".report");
            var aside =
                    Files.createTempFile(folder, "report-", ".part", PosixFilePermissions.asFileAttribute(OWNER_ONLY));
            Files.write(aside, MAPPER.writeValueAsBytes(report));
            Files.move(aside, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep the report of an import", e);
        }
    }

    Optional<ImportReport> report(UUID file) {
        try {
            return Optional.of(
                    MAPPER.readValue(Files.readAllBytes(folder.resolve(file + ".report")), ImportReport.class));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the report of an import", e);
        }
    }

    /// The findings of an import, one JSON object a line.
    Path findings(UUID file) {
        return folder.resolve(file + ".findings");
    }

    OutputStream newFindings(UUID file) throws IOException {
        var path = findings(file);
        Files.deleteIfExists(path);
        Files.createFile(path, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
        return Files.newOutputStream(path, StandardOpenOption.WRITE);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
