package claimtrail.simulator;

import java.util.Set;

/// Which side answers a request, decided by method and path alone.
///
/// What changes something goes to the command side, what asks goes to the query side. Some rooms are exceptions: the
/// progress of an import lives where the import runs, mapping profiles stand where files are read by them, an audit is
/// counted where the numbers are. The query side shows the jobs of both sides and starts its own.
enum Route {
    COMMAND,
    QUERY;

    private static final Set<String> ASKING = Set.of("GET", "HEAD", "OPTIONS");

    /// The jobs that the command side runs.
    private static final Set<String> JOBS_OF_COMMAND_SIDE = Set.of("pattern-check");

    static Route of(String method, String path) {
        if (JOBS_OF_COMMAND_SIDE.stream().anyMatch(job -> path.equals("/api/admin/jobs/" + job + "/run"))) {
            return COMMAND;
        }
        if (within(path, "/api/audit") || within(path, "/api/admin/jobs")) {
            return QUERY;
        }
        if (within(path, "/api/admin")
                || within(path, "/api/mapping-profiles")
                || within(path, "/v3/api-docs/command-side")) {
            return COMMAND;
        }
        return ASKING.contains(method) || !within(path, "/api") ? QUERY : COMMAND;
    }

    private static boolean within(String path, String room) {
        return path.equals(room) || path.startsWith(room + "/");
    }
}
