package claimtrail.query.policy;

import claimtrail.event.Recorded;
import claimtrail.event.json.EventJson;
import claimtrail.event.policy.PolicyEvent;
import claimtrail.event.policy.PolicyEvent.PolicyPublished;
import claimtrail.event.policy.PolicyEvent.PolicyRetired;
import claimtrail.query.feed.Row;
import claimtrail.query.feed.StreamKind;
import claimtrail.query.feed.Table;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// A policy as rows, one a version.
final class PolicyRows {

    static final Table POLICY = new Table(
            "policy",
            List.of(
                    "policy_id",
                    "version",
                    "practice",
                    "number_source",
                    "number",
                    "name",
                    "mode",
                    "topic",
                    "effective_from",
                    "effective_to",
                    "retired_on",
                    "codes",
                    "carcs",
                    "published",
                    "last_position"),
            Set.of("published"));

    static final StreamKind<PolicyEvent> KIND =
            new StreamKind<>(PolicyEvent.class, "policy_id", List.of(POLICY), PolicyRows::of);

    private PolicyRows() {}

    private static List<List<List<@Nullable Object>>> of(List<Recorded<PolicyEvent>> facts) {
        LocalDate retiredOn = null;
        for (var fact : facts) {
            if (fact.event() instanceof PolicyRetired it) {
                retiredOn = it.retiredOn();
            }
        }
        var versions = new ArrayList<List<@Nullable Object>>();
        for (var fact : facts) {
            if (fact.event() instanceof PolicyPublished it) {
                versions.add(Row.of(
                        fact.envelope().streamId(),
                        it.version(),
                        fact.envelope().practice(),
                        it.number().source(),
                        it.number().value(),
                        it.name(),
                        it.mode().name(),
                        it.topic(),
                        it.effectiveFrom(),
                        it.effectiveTo(),
                        retiredOn,
                        it.applies().codes().toArray(String[]::new),
                        it.carcs().toArray(String[]::new),
                        JsonMapper.shared().readTree(new String(EventJson.write(it), StandardCharsets.UTF_8)),
                        facts.getLast().envelope().position()));
            }
        }
        return List.of(versions);
    }
}
