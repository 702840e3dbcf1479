package claimtrail.query.proof;

import claimtrail.metric.Definition;
import claimtrail.query.job.Outcome.Difference;
import claimtrail.query.number.Value;
import claimtrail.query.proof.Chain.Hashed;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A figure as it is shown, beside what the log makes of it.
///
/// @param stored as all answers and pages show it
/// @param recomputed counted again from the log alone; absent where the log contradicts itself
/// @param looked the day on which we look, where the figure waits for denials to be old enough; told by the log
/// @param differences the first postings that are not what the log makes of them
/// @param differencesInAll how many there are
/// @param eventsRead facts that were counted
/// @param streams to which they belong
/// @param postings that count in the figure
/// @param threads that counted
/// @param fold who counted claims
/// @param folds all that counted
/// @param rule how denials were read
/// @param chain whether the log itself is what was signed
public record Proof(
        String metric,
        int version,
        Value stored,
        Definition.@Nullable Figure recomputed,
        @Nullable LocalDate looked,
        List<Difference> differences,
        long differencesInAll,
        Verdict verdict,
        long eventsRead,
        long streams,
        long postings,
        int threads,
        long millis,
        String fold,
        List<String> folds,
        String rule,
        Hashed chain) {

    public Proof {
        differences = List.copyOf(differences);
        folds = List.copyOf(folds);
    }

    /// Whether what is shown is what the log makes.
    public enum Verdict {
        SAME,
        DIFFERENT
    }
}
