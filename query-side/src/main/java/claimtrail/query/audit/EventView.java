package claimtrail.query.audit;

import claimtrail.event.Source;
import claimtrail.query.feed.LogEntry;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A fact as stored.
///
/// @param position its place in the log
/// @param recordedAt when we learnt it
/// @param says what happened, in one sentence
/// @param payload what was written
public record EventView(
        long position,
        UUID eventId,
        String name,
        int version,
        String stream,
        long sequence,
        Instant recordedAt,
        @Nullable UUID practice,
        String actorKind,
        String actor,
        @Nullable UUID causation,
        UUID correlation,
        SourceView source,
        String says,
        JsonNode payload) {

    /// Where it can be looked up outside the log: one of a user, a place in a file, or a run.
    ///
    /// @param from first byte of the record in the file
    /// @param to the byte after the last
    public record SourceView(
            @Nullable String user,
            @Nullable String file,
            @Nullable String place,
            @Nullable Long from,
            @Nullable Long to,
            @Nullable String run,
            @Nullable String seed) {

        /// The source as it is answered.
        public static SourceView of(Source source) {
            return switch (source) {
                case Source.Api it -> new SourceView(it.user(), null, null, null, null, null, null);
                case Source.File it -> new SourceView(null, it.sha256(), it.place(), it.from(), it.to(), null, null);
                case Source.Scenario it -> new SourceView(null, null, null, null, null, it.run(), it.seed());
            };
        }

        /// For people: where to look.
        public String shown() {
            if (file != null) {
                var within = place == null || place.isEmpty() ? "" : place + ", "; // no place: the file as a whole
                return "file %s…, %sbytes %d–%d"
                        .formatted(file.substring(0, Math.min(8, file.length())), within, from, to);
            }
            return run != null ? "run " + run + ", seed " + seed : "request of " + user;
        }
    }

    /// The view of a fact.
    public static EventView of(LogEntry entry) {
        var place = entry.envelope();
        return new EventView(
                place.position(),
                place.eventId(),
                place.name(),
                place.version(),
                place.streamType() + "/" + place.streamId(),
                place.sequence(),
                place.recordedAt(),
                place.practice(),
                place.actor().kind().name(),
                place.actor().id(),
                place.causation(),
                place.correlation(),
                SourceView.of(place.source()),
                Sentence.of(entry.read().event()),
                JsonMapper.shared().readTree(new String(entry.payload(), StandardCharsets.UTF_8)));
    }
}
