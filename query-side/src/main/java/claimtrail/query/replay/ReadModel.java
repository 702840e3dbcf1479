package claimtrail.query.replay;

import java.util.Collection;
import java.util.List;
import java.util.Set;

/// Tables that are made of the log by the same code and are rebuilt together.
///
/// Every table of this side is in one of them or in [#KEPT].
public enum ReadModel {
    /// The ledger, its totals, and how far each stream is counted.
    NUMBERS(
            Set.of(),
            List.of(
                    "metric_posting",
                    "metric_standing",
                    "practice_daily_metrics",
                    "provider_performance",
                    "facet_daily_metrics",
                    "pattern_daily_metrics",
                    "policy_daily_metrics",
                    "pattern_totals",
                    "policy_totals")),
    CLAIMS(Set.of(), List.of("claim", "claim_was", "claim_line", "denial_episode", "appeal", "claim_history")),
    REGISTRY(Set.of("provider"), List.of("practice", "provider", "payer", "payer_term")),
    IMPORTS(Set.of("imports"), List.of("import", "import_report", "import_code")),
    PATTERNS(
            Set.of("pattern", "estimate"),
            List.of("pattern", "pattern_status", "pattern_action", "pattern_found", "pattern_baseline")),
    POLICIES(Set.of("policy"), List.of("policy")),
    LEARNING(Set.of("learning"), List.of("practice_session", "code_intelligence")),
    /// What codes mean, how we count, and what is set.
    REFERENCE(Set.of("reason", "number"), List.of("reason_entry", "metric_definition", "setting"));

    /// What is no reading of the log, but how this side works, and totals that are kept anew behind whatever ledger is
    /// shown. It is never rebuilt.
    public static final Set<String> KEPT = Set.of(
            "edition",
            "fold_status",
            "token_entry",
            "kept_total",
            "kept_until",
            "tree_tile",
            "checkpoint",
            "checkpoint_maker",
            "verification",
            "scheduled_job",
            "job_run",
            "job_difference",
            "replay",
            "replay_difference",
            "flyway_history");

    /// Of how far each stream is counted: whoever counts needs it.
    static final String STANDING = "metric_standing";

    /// The ledger: written first and keyed at the end, because it is by far the longest.
    static final String LEDGER = "metric_posting";

    @SuppressWarnings("ImmutableEnumChecker") // as given above, and never changed
    private final Set<String> rooms;

    @SuppressWarnings("ImmutableEnumChecker") // as given above, and never changed
    private final List<String> tables;

    ReadModel(Set<String> rooms, List<String> tables) {
        this.rooms = rooms;
        this.tables = tables;
    }

    /// In the schema of this side.
    public List<String> tables() {
        return tables;
    }

    /// Whether a class that keeps lists keeps these.
    boolean isKeptBy(Class<?> projection) {
        var name = projection.getPackageName();
        return rooms.contains(name.substring(name.lastIndexOf('.') + 1));
    }

    /// The tables of some models.
    static List<String> tables(Collection<ReadModel> models) {
        return models.stream().flatMap(model -> model.tables.stream()).toList();
    }
}
