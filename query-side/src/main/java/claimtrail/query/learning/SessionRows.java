package claimtrail.query.learning;

import claimtrail.event.Recorded;
import claimtrail.event.learning.PracticeSessionEvent;
import claimtrail.event.learning.PracticeSessionEvent.CorrectionApplied;
import claimtrail.event.learning.PracticeSessionEvent.PracticeCompleted;
import claimtrail.event.learning.PracticeSessionEvent.PracticeStarted;
import claimtrail.query.feed.Row;
import claimtrail.query.feed.StreamKind;
import claimtrail.query.feed.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// A sitting as a row.
final class SessionRows {

    static final Table SESSION = new Table(
            "practice_session",
            List.of(
                    "session_id",
                    "practice",
                    "user_key",
                    "pattern_id",
                    "kind",
                    "started_at",
                    "completed_at",
                    "seconds",
                    "correct",
                    "total",
                    "corrections_reported",
                    "corrections",
                    "last_position"),
            Set.of("corrections"));

    static final StreamKind<PracticeSessionEvent> KIND =
            new StreamKind<>(PracticeSessionEvent.class, "session_id", List.of(SESSION), SessionRows::of);

    private SessionRows() {}

    private record Correction(UUID pattern, String kind, LocalDate effectiveOn, String scope) {}

    private static List<List<List<@Nullable Object>>> of(List<Recorded<PracticeSessionEvent>> facts) {
        PracticeStarted started = null;
        PracticeCompleted completed = null;
        var corrections = new ArrayList<Correction>();
        String user = null;
        UUID pattern = null;
        for (var fact : facts) {
            switch (fact.event()) {
                case PracticeStarted it -> {
                    started = it;
                    user = it.user();
                    pattern = it.pattern();
                }
                case PracticeCompleted it -> completed = it;
                case CorrectionApplied it -> {
                    corrections.add(new Correction(
                            it.pattern(),
                            it.kind().name(),
                            it.effectiveOn(),
                            it.scope().name()));
                    user = Objects.requireNonNullElse(user, it.user());
                    pattern = Objects.requireNonNullElse(pattern, it.pattern());
                }
            }
        }
        var place = facts.getLast().envelope();
        return List.of(List.of(Row.of(
                place.streamId(),
                Objects.requireNonNull(place.practice(), "a sitting belongs to a practice"),
                user,
                pattern,
                started == null ? null : started.kind().name(),
                started == null ? null : at(started.startedAt()),
                completed == null ? null : at(completed.completedAt()),
                completed == null ? null : completed.seconds(),
                completed == null ? null : completed.correct(),
                completed == null ? null : completed.total(),
                completed == null ? null : completed.correctionsReported(),
                JsonMapper.shared().valueToTree(corrections),
                place.position())));
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
