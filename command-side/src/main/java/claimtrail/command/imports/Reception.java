package claimtrail.command.imports;

import claimtrail.command.imports.ArchiveRun.Received;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.zip.ZipException;

/// Receives what comes in at the door, to its last byte, before anything of it is read.
final class Reception {

    private final ImportFolder folder;
    private final long limitBytes;

    /// @param limitBytes the most that is taken at once, unpacked
    Reception(ImportFolder folder, long limitBytes) {
        this.folder = folder;
        this.limitBytes = limitBytes;
    }

    /// The files of a practice, in the order of the archive; one where it is none.
    ///
    /// @throws ImportRefused if it is not taken as a whole; then nothing of it is left
    /// @throws IOException if the sender has gone; then nothing of it is left
    List<Received> received(UUID practice, InputStream body) throws IOException {
        var files = new ArrayList<Received>();
        boolean whole = false;
        try {
            Unpacking.standard().unpack(body, new Files(practice, files));
            whole = true;
            return files;
        } catch (ImportFolder.TooLarge e) {
            throw new ImportRefused(null, "FILE_TOO_LARGE", 422);
        } catch (ImportFolder.Full e) {
            throw new ImportRefused(null, "STORAGE_FULL", 507);
        } catch (ArchiveSuspectException e) {
            throw new ImportRefused(null, "ARCHIVE_SUSPECT", 422);
        } catch (ZipException | EOFException e) {
            throw new ImportRefused(null, "ARCHIVE_INVALID", 422);
        } finally {
            if (!whole) {
                discard(files);
            }
        }
    }

    static void discard(List<Received> files) {
        for (var it : files) {
            var arrival = it.arrival();
            if (arrival != null) {
                arrival.discard();
            }
        }
    }

    /// Takes the files one after the other.
    private final class Files implements Unpacking.FileSink {

        private final UUID practice;
        private final List<Received> files;
        private long left = limitBytes;

        Files(UUID practice, List<Received> files) {
            this.practice = practice;
            this.files = files;
        }

        @Override
        public void take(int no, FileKind kind, InputStream in) throws IOException {
            var arrival = folder.receive(practice, in, left);
            left -= arrival.bytes();
            files.add(new Received(no, arrival));
        }

        @Override
        public void passedOver(int no) {
            files.add(new Received(no, null));
        }
    }
}
