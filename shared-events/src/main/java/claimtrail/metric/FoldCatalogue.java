package claimtrail.metric;

import claimtrail.metric.claim.ClaimFold;
import claimtrail.metric.imports.ImportFold;
import claimtrail.metric.learning.SessionFold;
import claimtrail.metric.pattern.PatternFold;
import java.util.List;
import java.util.Optional;

/// All folds that count, by name and version.
public final class FoldCatalogue {

    private static final List<StreamFold<?, ?>> FOLDS =
            List.of(new ClaimFold(), new ImportFold(), new SessionFold(), new PatternFold());

    private FoldCatalogue() {}

    public static List<StreamFold<?, ?>> all() {
        return FOLDS;
    }

    /// The fold of a name such as `claim/1`; empty when this program does not have it.
    public static Optional<StreamFold<?, ?>> find(String name) {
        return FOLDS.stream().filter(fold -> fold.name().equals(name)).findFirst();
    }

    /// The folds that read a kind of stream.
    public static List<StreamFold<?, ?>> of(String streamType) {
        return FOLDS.stream()
                .filter(fold -> fold.streamType().equals(streamType))
                .toList();
    }
}
