package claimtrail.query.learning;

import claimtrail.event.DomainEvent;
import claimtrail.event.Recorded;
import claimtrail.query.feed.Projection;
import claimtrail.query.feed.StreamRows;
import java.util.List;
import org.springframework.stereotype.Component;

/// Keeps the lists of sittings and of the cards of codes.
@Component
final class LearningProjection implements Projection {

    private final StreamRows rows;

    LearningProjection(StreamRows rows) {
        this.rows = rows;
    }

    @Override
    public void project(List<Recorded<DomainEvent>> facts) {
        rows.project(SessionRows.KIND, facts);
        rows.project(CardRows.KIND, facts);
    }
}
