package claimtrail.query.pattern;

import claimtrail.event.DomainEvent;
import claimtrail.event.Recorded;
import claimtrail.query.feed.Projection;
import claimtrail.query.feed.StreamRows;
import java.util.List;
import org.springframework.stereotype.Component;

/// Keeps the list of patterns and of their statuses.
@Component
final class PatternProjection implements Projection {

    private final StreamRows rows;

    PatternProjection(StreamRows rows) {
        this.rows = rows;
    }

    @Override
    public void project(List<Recorded<DomainEvent>> facts) {
        rows.project(PatternRows.KIND, facts);
    }
}
