package claimtrail.query.replay;

import claimtrail.metric.FoldCatalogue;
import claimtrail.metric.StreamFold;
import claimtrail.metric.claim.ClaimFold;
import claimtrail.query.feed.Editions;
import claimtrail.query.web.Parameters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What somebody asks of replays, with everything that was left open filled in.
@Component
public class ReplayRequests {

    private final Replays replays;
    private final Editions editions;
    private final ReplaySettings settings;

    ReplayRequests(Replays replays, Editions editions, ReplaySettings settings) {
        this.replays = replays;
        this.editions = editions;
        this.settings = settings;
    }

    /// The versions of the fold of claims that are kept now.
    public List<String> kept() {
        return ofClaims(editions.now().folds());
    }

    /// All versions of it.
    public List<String> known() {
        return ClaimFold.VERSIONS.stream().map(ClaimFold::name).toList();
    }

    private List<String> ofClaims(List<String> folds) {
        return known().stream().filter(folds::contains).toList();
    }

    /// Starts a replay.
    ///
    /// @param models in words; absent or empty: all
    /// @param folds of claims; absent or empty: those that are kept
    /// @param threads absent: as set
    /// @throws claimtrail.query.web.ParameterRefused for what makes no sense
    /// @throws claimtrail.query.web.Conflict while another one is not over
    public Replay start(@Nullable List<String> models, @Nullable List<String> folds, @Nullable Integer threads) {
        var wanted = models == null || models.isEmpty()
                ? List.of(ReadModel.values())
                : models.stream().distinct().map(ReplayRequests::model).toList();
        var counting = folds == null || folds.isEmpty() ? kept() : counting(folds);
        if (!wanted.contains(ReadModel.NUMBERS) && !counting.equals(kept())) {
            throw Parameters.invalid("folds", "Other folds need other numbers: rebuild the model numbers as well.");
        }
        if (threads != null && (threads < 1 || threads > ReplaySettings.MOST_THREADS)) {
            throw Parameters.invalid("threads", "1 to " + ReplaySettings.MOST_THREADS + ".");
        }
        return replays.start(wanted, withOthers(counting), threads == null ? settings.standardThreads() : threads);
    }

    private static ReadModel model(String word) {
        return Arrays.stream(ReadModel.values())
                .filter(model -> model.name().equalsIgnoreCase(word))
                .findFirst()
                .orElseThrow(() -> Parameters.invalid(
                        "models",
                        "Of these: "
                                + Arrays.stream(ReadModel.values())
                                        .map(model -> model.name().toLowerCase(Locale.ROOT))
                                        .collect(Collectors.joining(", "))
                                + "."));
    }

    private List<String> counting(List<String> folds) {
        if (!known().containsAll(folds) || !folds.contains(ClaimFold.NAME)) {
            throw Parameters.invalid(
                    "folds", "Of these: " + String.join(", ", known()) + "; always with " + ClaimFold.NAME + ".");
        }
        return ofClaims(folds);
    }

    /// The folds of other streams have one version each.
    private static List<String> withOthers(List<String> ofClaims) {
        var folds = new LinkedHashSet<>(ofClaims);
        FoldCatalogue.all().stream().map(StreamFold::name).forEach(folds::add);
        return new ArrayList<>(folds);
    }

    /// Whether somebody says that differences are known.
    public boolean acknowledged(Map<String, String[]> given) {
        var text = new Parameters(given, Set.of("acknowledged"))
                .text("acknowledged")
                .orElse("false");
        if (!Set.of("true", "false").contains(text)) {
            throw Parameters.invalid("acknowledged", "true or false.");
        }
        return text.equals("true");
    }
}
