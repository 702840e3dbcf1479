package claimtrail.simulator;

import java.util.Set;

/// Which side answers a request, decided by method and path alone.
///
/// What changes something goes to the command side, what asks goes to the query side. Some rooms are exceptions: the
/// progress of an import lives where the import runs, mapping profiles stand where files are read by them, an audit is
/// counted where the numbers are, and the jobs are those of the query side.
enum Route {
    COMMAND,
    QUERY;

    private static final Set<String> ASKING = Set.of("GET", "HEAD", "OPTIONS");

    static Route of(String method, String path) {
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
