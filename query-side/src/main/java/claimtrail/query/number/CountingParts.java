package claimtrail.query.number;

import java.util.List;

/// What counts, for those who set it up a second time, on other tables than the live ones.
public final class CountingParts {

    private CountingParts() {}

    /// What counts whole streams, and after them what comes, in batches.
    ///
    /// @param numbers whether what is posted is kept; without, only lists are
    public static List<Class<?>> of(boolean numbers) {
        return numbers
                ? List.of(
                        WholeStreams.class,
                        LiveCounting.class,
                        Standings.class,
                        LedgerCopy.class,
                        Ledger.class,
                        DailyTotals.class,
                        SubjectTotals.class)
                : List.of(WholeStreams.class, LiveCounting.class, Standings.class);
    }
}
