package claimtrail.query.job;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a run came to.
///
/// @param says in a sentence
/// @param asOf the log position it looked up to
/// @param differences how many postings and cells do not agree; more than 0 is an alarm
/// @param first the first of them
public record Outcome(String says, long asOf, long differences, List<Difference> first) {

    public Outcome {
        first = List.copyOf(first);
    }

    /// A posting or a cell that is not what the log makes of it.
    ///
    /// @param place the table
    /// @param cell its address there
    /// @param position the fact that posts it; absent for a sum of many
    /// @param stored absent: it is missing
    /// @param recounted absent: there should be none
    public record Difference(
            String place,
            String cell,
            @Nullable Long position,
            @Nullable Long stored,
            @Nullable Long recounted) {}
}
