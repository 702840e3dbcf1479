package claimtrail.simulator.bench.history;

import claimtrail.event.DomainEvent;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A fact that will be told at an instant.
///
/// @param atMillis since 1970, UTC
/// @param practice place of the practice in the history, from 0
/// @param sequence place in the stream
/// @param file the kind of file that tells it; absent where a person does
record Step(
        long atMillis,
        int practice,
        UUID stream,
        long sequence,
        DomainEvent event,
        @Nullable FileKind file) {

    /// The files of a practice, each once a working day.
    enum FileKind {
        BILLS(LocalTime.of(18, 0)),
        STATUSES(LocalTime.of(3, 0)),
        ANSWERS(LocalTime.of(5, 0));

        private final LocalTime arrives;

        FileKind(LocalTime arrives) {
            this.arrives = arrives;
        }

        LocalTime arrives() {
            return arrives;
        }
    }

    static long millis(LocalDate day, LocalTime time) {
        return day.toEpochDay() * 86_400_000L + time.toSecondOfDay() * 1000L;
    }
}
