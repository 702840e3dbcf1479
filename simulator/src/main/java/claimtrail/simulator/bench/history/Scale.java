package claimtrail.simulator.bench.history;

import java.time.LocalDate;

/// How large a history is. Whatever its size, it lasts about two years.
///
/// @param practices tenants, which share the claims evenly
/// @param claims submitted in the two years, by all of them
/// @param events where the history is cut off; 0: at the end of the day on which the last claim is submitted
/// @param providers of each practice, as payers, policies and patterns
public record Scale(int practices, int claims, long events, int providers, int payers, int policies, int patterns) {

    /// The first day on which anything is told.
    static final LocalDate BEGIN = LocalDate.of(2024, 1, 1);

    /// Days in which the claims are submitted.
    static final int DAYS = 730;

    private static final long WORKING_DAYS =
            BEGIN.datesUntil(BEGIN.plusDays(DAYS)).filter(Scale::isWorkingDay).count();

    /// Facts for every 100 claims, measured over a million facts of one practice.
    private static final int EVENTS_PER_100_CLAIMS = 360;

    /// From here on a history is that of several practices, so that each still has a million facts or more.
    private static final long MANY = 5_000_000;

    public Scale {
        if (practices < 1 || claims < 1 || events < 0 || providers < 1 || payers < 1 || policies < 0 || patterns < 0) {
            throw new IllegalArgumentException("a history needs a practice, a claim, a provider and a payer");
        }
    }

    /// One practice with so many claims, 40 providers, 60 policies and 50 patterns.
    public static Scale ofClaims(int claims) {
        return new Scale(1, claims, 0, 40, 8, 60, 50);
    }

    /// So many facts: one practice, or eight from five million on.
    public static Scale ofEvents(long events) {
        var claims = Math.max(1, Math.toIntExact(events * 100 / EVENTS_PER_100_CLAIMS));
        return new Scale(events < MANY ? 1 : 8, claims, events, 40, 8, 60, 50);
    }

    /// Claims submitted by the end of the so manieth working day, counted from 1.
    long claimsBy(int workingDay) {
        return (long) claims * workingDay / WORKING_DAYS;
    }

    static boolean isWorkingDay(LocalDate day) {
        return day.getDayOfWeek().getValue() <= 5;
    }
}
