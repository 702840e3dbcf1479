package claimtrail.query.page;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;

/// As of when a page looks: what its bar shows, and what its links carry on.
///
/// @param position the last fact that the page knows
/// @param at when that was learnt; absent for an empty log
/// @param fixed whether the address names it; else the page looks as of now, and moves on
/// @param head the last fact that is counted
/// @param here the address of this page as of now
/// @param slider where it can be moved; absent while nothing was learnt
record Known(
        long position,
        @Nullable Instant at,
        boolean fixed,
        long head,
        String here,
        @Nullable Slider slider) {

    /// Whether it looks at less than is known now.
    public boolean isPast() {
        return position < head;
    }

    /// A scale of moments, in milliseconds since 1970.
    ///
    /// @param least the first stop
    /// @param most the last stop
    /// @param step from stop to stop
    /// @param stands the stop that is nearest to what the page knows
    /// @param days whether each stop is the end of a day; else they are parts of a shorter time
    record Slider(long least, long most, long step, long stands, boolean days) {

        private static final Duration SHORT = Duration.ofDays(3);
        private static final long STOPS = 200;

        /// From the first fact to the last one: the ends of days, or of a log of few days 200 moments.
        static Slider of(Instant first, Instant last, Instant at, ZoneId zone) {
            if (Duration.between(first, last).compareTo(SHORT) < 0) {
                var step = Math.max(1, Duration.between(first, last).toMillis() / STOPS);
                var least = first.toEpochMilli();
                var most = least + Math.ceilDiv(last.toEpochMilli() - least, step) * step;
                return new Slider(least, most, step, nearest(least, step, at), false);
            }
            var least = end(first.atZone(zone)).toEpochMilli();
            var step = Duration.ofDays(1).toMillis();
            var most = least + Math.ceilDiv(last.toEpochMilli() - least, step) * step;
            return new Slider(least, most, step, nearest(least, step, at), true);
        }

        private static Instant end(ZonedDateTime of) {
            return of.toLocalDate()
                    .plusDays(1)
                    .atStartOfDay(of.getZone())
                    .toInstant()
                    .minusMillis(1);
        }

        private static long nearest(long least, long step, Instant at) {
            return least + Math.max(0, Math.ceilDiv(at.toEpochMilli() - least, step)) * step;
        }
    }
}
