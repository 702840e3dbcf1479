package claimtrail.query.integrity;

import claimtrail.proof.LogKey;
import claimtrail.query.integrity.Checkpoints.Kept;
import claimtrail.query.integrity.VerificationProgress.Progress;
import claimtrail.query.job.JobRun;
import claimtrail.query.job.Timetable;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// How evident the log is at this moment: for programs and for the page.
@Component
public class IntegrityStatus {

    private final Checkpoints checkpoints;
    private final Anchors anchors;
    private final Verification verification;
    private final VerificationProgress progress;
    private final Timetable timetable;
    private final CheckpointFiles files;
    private final IntegritySettings settings;

    IntegrityStatus(
            Checkpoints checkpoints,
            Anchors anchors,
            Verification verification,
            VerificationProgress progress,
            Timetable timetable,
            CheckpointFiles files,
            IntegritySettings settings) {
        this.checkpoints = checkpoints;
        this.anchors = anchors;
        this.verification = verification;
        this.progress = progress;
        this.timetable = timetable;
        this.files = files;
        this.settings = settings;
    }

    /// The public key of the log.
    ///
    /// @param id as signatures name it
    /// @param text the whole key, as verifiers of signed notes want it
    /// @param fingerprint SHA-256 of its 32 bytes, hexadecimal: what one writes down
    public record KeyView(String log, String id, String text, String fingerprint) {

        static KeyView of(LogKey key) {
            return new KeyView(
                    key.log().toString(),
                    key.id(),
                    key.text(),
                    key.fingerprint().hex());
        }
    }

    /// A checkpoint as it is answered.
    ///
    /// @param size facts it stands for
    /// @param root over them, base64
    /// @param note what was signed, with the signature
    /// @param copiedAt when the object storage had it; absent: not yet, or there is none
    public record CheckpointView(
            long size,
            String root,
            Instant madeAt,
            String note,
            @Nullable Instant copiedAt) {

        /// The view of a copy.
        public static CheckpointView of(Kept it) {
            return new CheckpointView(it.size(), it.root().base64(), it.madeAt(), it.note(), it.copiedAt());
        }
    }

    /// What there is, and what runs.
    ///
    /// @param checkpoints how many there are
    /// @param newest absent before the first
    /// @param trouble why none is made; absent: all is well
    /// @param key absent before the first checkpoint
    /// @param directory where they are written
    /// @param copied whether copies are put into an object storage
    /// @param last the last verification that came to its end; absent before the first
    /// @param next when the next one is due
    /// @param running how far the one that runs has come; absent: none runs
    public record Status(
            long checkpoints,
            @Nullable CheckpointView newest,
            @Nullable String trouble,
            @Nullable KeyView key,
            String directory,
            boolean copied,
            @Nullable JobRun last,
            @Nullable Instant next,
            @Nullable Progress running) {}

    /// At this moment.
    public Status now() {
        var job = timetable.entry(Verification.NAME);
        var runs = job.last() != null && job.last().outcome() == JobRun.State.RUNNING;
        return new Status(
                checkpoints.count(),
                checkpoints.newest().map(CheckpointView::of).orElse(null),
                checkpoints.trouble().orElse(null),
                key().orElse(null),
                files.place(),
                settings.storage() != null,
                verification.last().orElse(null),
                job.next(),
                runs ? progress.now().orElse(null) : null);
    }

    /// The public key; empty before the first checkpoint, and where the key file cannot be read: then `trouble` says
    /// so.
    public Optional<KeyView> key() {
        try {
            return anchors.key().map(KeyView::of);
        } catch (IntegrityTrouble _) {
            return Optional.empty();
        }
    }
}
