package claimtrail.metric;

import claimtrail.metric.claim.ClaimFold;
import claimtrail.metric.imports.ImportFold;
import claimtrail.metric.learning.SessionFold;
import claimtrail.metric.pattern.PatternFold;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// All folds that count, by name and version.
public final class FoldCatalogue {

    private static final List<StreamFold<?, ?>> FOLDS =
            List.of(ClaimFold.VERSIONS.getFirst(), new ImportFold(), new SessionFold(), new PatternFold());
    private static final List<StreamFold<?, ?>> VERSIONS =
            Stream.concat(FOLDS.stream(), ClaimFold.VERSIONS.stream().skip(1)).toList();

    private FoldCatalogue() {}

    /// Those that count from the first day, one for each kind of stream: the standard.
    public static List<StreamFold<?, ?>> all() {
        return FOLDS;
    }

    /// These, and every other version that can count beside them.
    public static List<StreamFold<?, ?>> versions() {
        return VERSIONS;
    }

    /// The fold of a name such as `claim/2`; empty when this program does not have it.
    public static Optional<StreamFold<?, ?>> find(String name) {
        return VERSIONS.stream().filter(fold -> fold.name().equals(name)).findFirst();
    }

    /// The standard folds that read a kind of stream.
    public static List<StreamFold<?, ?>> of(String streamType) {
        return of(streamType, FOLDS.stream().map(StreamFold::name).toList());
    }

    /// Those of some folds that read a kind of stream, the standard first.
    ///
    /// @param names which folds; this program may have others
    public static List<StreamFold<?, ?>> of(String streamType, Collection<String> names) {
        return VERSIONS.stream()
                .filter(fold -> fold.streamType().equals(streamType) && names.contains(fold.name()))
                .toList();
    }
}
