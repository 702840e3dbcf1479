package claimtrail.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What changes something goes to the command side, what asks goes to the query side.
class RouteTest {

    @ParameterizedTest(name = "{0} {1} is answered by {2}")
    @CsvSource({
        "GET, /, QUERY",
        "GET, /claims/0198, QUERY",
        "GET, /api/metrics/dashboard, QUERY",
        "GET, /api/imports/0198, QUERY",
        "POST, /api/claims, COMMAND",
        "POST, /api/admin/claims/import, COMMAND",
        "DELETE, /api/admin/imports/0198, COMMAND",
        "GET, /api/admin/imports/0198, COMMAND",
        "HEAD, /api/admin/imports/0198, COMMAND",
        "GET, /api/admin/jobs, QUERY",
        "POST, /api/admin/jobs/nightly-proof/run, QUERY",
        "POST, /api/admin/jobs/pattern-check/run, COMMAND",
        "GET, /api/admin/jobs/pattern-check, QUERY",
        "GET, /api/admin/jobsworth, COMMAND",
        "GET, /api/administrators, QUERY",
        "POST, /api/audit/replays, QUERY",
        "GET, /api/audit/explain, QUERY",
        "GET, /api/mapping-profiles, COMMAND",
        "POST, /api/mapping-profiles, COMMAND",
        "GET, /v3/api-docs, QUERY",
        "GET, /v3/api-docs/command-side, COMMAND",
        "GET, /v3/api-docs/query-side, QUERY",
    })
    void each_request_has_one_side(String method, String path, Route side) {
        assertThat(Route.of(method, path)).isEqualTo(side);
    }
}
