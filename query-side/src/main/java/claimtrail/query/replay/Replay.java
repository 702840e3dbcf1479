package claimtrail.query.replay;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A rebuilding of read models beside the live ones.
///
/// @param models what is rebuilt
/// @param folds who counts in it, and from the switch on
/// @param phase what it does just now, in words
/// @param done facts counted of those there were at the start
/// @param total facts there were at the start; absent until it has looked
/// @param perSecond facts a second, without pauses; absent before the first
/// @param millisLeft until the facts of the start are counted; absent where nobody can tell
/// @param error why it stands still; absent while it does not
/// @param comparedAt the log position at which both sides were held against each other
/// @param differences rows that differ; absent before they were compared
/// @param edition of the read models that it became; absent unless switched
public record Replay(
        long id,
        List<ReadModel> models,
        List<String> folds,
        int threads,
        State state,
        String phase,
        long done,
        @Nullable Long total,
        @Nullable Long perSecond,
        @Nullable Long millisLeft,
        Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable String error,
        @Nullable Long comparedAt,
        @Nullable Long comparedRows,
        @Nullable Long differences,
        @Nullable Long edition) {

    public Replay {
        models = List.copyOf(models);
        folds = List.copyOf(folds);
    }

    /// Where a replay stands.
    public enum State {
        /// Counts the log.
        LOADING,
        /// Waits to be resumed.
        PAUSED,
        /// Is held against what is live.
        COMPARING,
        /// Waits to be switched or thrown away.
        COMPARED,
        /// Is being put in place.
        SWITCHING,
        /// Is live.
        SWITCHED,
        /// Is being thrown away.
        CANCELLING,
        /// Is gone.
        CANCELLED,
        /// Something unforeseen stopped it; it can be resumed or thrown away.
        FAILED;

        /// Whether it goes on by itself.
        public boolean isMoving() {
            return this == LOADING || this == COMPARING || this == SWITCHING || this == CANCELLING;
        }

        /// Whether nothing more will happen to it.
        public boolean isOver() {
            return this == SWITCHED || this == CANCELLED;
        }
    }

    /// How much of the facts of the start is counted, in percent; absent until it has looked.
    public @Nullable Integer percent() {
        return total == null ? null : total == 0 ? Integer.valueOf(100) : Integer.valueOf((int) (100 * done / total));
    }

    /// One value that is not the same on both sides.
    ///
    /// @param place the table
    /// @param cell the key of the row
    /// @param field the column; `row` where the other side has none
    /// @param position of a fact that moved it last; absent where no column tells
    /// @param stored live; absent: missing
    /// @param recounted in the replay; absent: missing
    public record Difference(
            String place,
            String cell,
            String field,
            @Nullable Long position,
            @Nullable String stored,
            @Nullable String recounted) {}
}
