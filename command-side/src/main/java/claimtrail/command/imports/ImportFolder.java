package claimtrail.command.imports;

import claimtrail.command.imports.reading.FileContent;
import claimtrail.command.store.FileCipher;
import claimtrail.event.Ids;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Where the files of practices are kept and reports stand. Files are named by hash, reports by import, never by what
/// the sender called them. The bytes of a file are encrypted while they arrive, under a key of their practice that the
/// vault keeps; reports hold no patient data and are plain. Nobody but the owner of the process may read either.
public final class ImportFolder {

    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");

    /// A report kept by an earlier version knows fewer counts; they are 0.
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    /// What nobody has touched for so long was left behind by a process that died.
    private static final Duration ABANDONED = Duration.ofHours(1);

    private final Path folder;
    private final Function<UUID, FileCipher> keys;
    private final Map<UUID, FileCipher> ciphers = new ConcurrentHashMap<>();

    /// @param keys the cipher of an owner of files, the same at every call
    public ImportFolder(Path folder, Function<UUID, FileCipher> keys) {
        this.folder = folder;
        this.keys = keys;
        try {
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            removeAbandoned();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make the folder of imports", e);
        }
    }

    private void removeAbandoned() throws IOException {
        var before = Instant.now().minus(ABANDONED);
        try (var parts = Files.newDirectoryStream(folder, "*.part")) {
            for (var part : parts) {
                if (Files.getLastModifiedTime(part).toInstant().isBefore(before)) {
                    Files.deleteIfExists(part);
                }
            }
        }
    }

    static FileAttribute<Set<PosixFilePermission>> ownerOnly() {
        return PosixFilePermissions.asFileAttribute(OWNER_ONLY);
    }

    /// Where notes of a reading lie: beside files that arrive, or one above those that are kept.
    static Path asides(Path content) {
        var beside = Objects.requireNonNull(content.toAbsolutePath().getParent(), "a file lies in a folder");
        return content.getFileName().toString().endsWith(".part")
                ? beside
                : Objects.requireNonNull(beside.getParent(), "a kept file lies in its practice's folder");
    }

    /// A file beyond the limit.
    static final class TooLarge extends IOException {
        private static final long serialVersionUID = 1L;

        TooLarge() {
            super("FILE_TOO_LARGE");
        }
    }

    /// The disk has no room for the file.
    static final class Full extends IOException {
        private static final long serialVersionUID = 1L;

        Full(IOException cause) {
            super("STORAGE_FULL", cause);
        }
    }

    /// Encrypts a file to disk while it is received and hashed: no legible byte is ever written, and files of any size
    /// need the same memory.
    ///
    /// @throws TooLarge beyond the limit; nothing is kept
    /// @throws Full if the disk is; nothing is kept
    Arrival receive(UUID practice, InputStream body, long limitBytes) throws IOException {
        var aside = Files.createTempFile(folder, "arriving-", ".part", ownerOnly());
        boolean arrived = false;
        try {
            var hashed = new DigestInputStream(body, sha256()); // closed by the caller
            long bytes = encrypt(hashed, aside, practice, limitBytes);
            var hash = HexFormat.of().formatHex(hashed.getMessageDigest().digest());
            arrived = true;
            return new Arrival(
                    place(practice, hash),
                    hash,
                    bytes,
                    new EncryptedContent(aside, cipher(practice), context(practice)));
        } finally {
            if (!arrived) {
                Files.deleteIfExists(aside);
            }
        }
    }

    private long encrypt(InputStream in, Path to, UUID practice, long limitBytes) throws IOException {
        long bytes = 0;
        try (var out = new Disk(Files.newOutputStream(to));
                var encrypting = cipher(practice).encrypting(out, context(practice))) {
            var buffer = new byte[1 << 16];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                bytes += n;
                if (bytes > limitBytes) {
                    throw new TooLarge();
                }
                encrypting.write(buffer, 0, n);
            }
        }
        return bytes;
    }

    /// The bytes of a file of a practice, where they were kept.
    Optional<FileContent> content(UUID practice, String sha256) {
        var path = place(practice, sha256);
        return Files.exists(path)
                ? Optional.of(new EncryptedContent(path, cipher(practice), context(practice)))
                : Optional.empty();
    }

    /// Two practices that hand in the same bytes keep one file each, under keys of their own.
    private Path place(UUID practice, String sha256) {
        return folder.resolve(practice.toString()).resolve(sha256);
    }

    private FileCipher cipher(UUID practice) {
        return ciphers.computeIfAbsent(practice, it -> keys.apply(Ids.named("files of a practice", it.toString())));
    }

    private static byte[] context(UUID practice) {
        return practice.toString().getBytes(StandardCharsets.US_ASCII);
    }

    void keep(ImportReport report) {
        keep(report, report.importId() + ".report");
    }

    void keep(ArchiveReport report) {
        keep(report, report.archiveId() + ".archive");
    }

    private void keep(Object report, String name) {
        try {
            var aside = Files.createTempFile(folder, "report-", ".part", ownerOnly());
            Files.write(aside, MAPPER.writeValueAsBytes(report));
            Files.move(
                    aside, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep the report of an import", e);
        }
    }

    Optional<ImportReport> report(UUID file) {
        return kept(file + ".report", ImportReport.class);
    }

    Optional<ArchiveReport> archive(UUID archive) {
        return kept(archive + ".archive", ArchiveReport.class);
    }

    private <T> Optional<T> kept(String name, Class<T> kind) {
        try {
            return Optional.of(MAPPER.readValue(Files.readAllBytes(folder.resolve(name)), kind));
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
        Files.createFile(path, ownerOnly());
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
