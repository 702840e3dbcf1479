package claimtrail.query.policy;

import claimtrail.event.DomainEvent;
import claimtrail.event.Recorded;
import claimtrail.query.feed.Projection;
import claimtrail.query.feed.StreamRows;
import java.util.List;
import org.springframework.stereotype.Component;

/// Keeps the list of policies, version by version.
@Component
final class PolicyProjection implements Projection {

    private final StreamRows rows;

    PolicyProjection(StreamRows rows) {
        this.rows = rows;
    }

    @Override
    public void project(List<Recorded<DomainEvent>> facts) {
        rows.project(PolicyRows.KIND, facts);
    }
}
