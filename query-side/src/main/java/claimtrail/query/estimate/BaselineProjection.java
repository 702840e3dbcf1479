package claimtrail.query.estimate;

import claimtrail.event.DomainEvent;
import claimtrail.event.Envelope;
import claimtrail.event.Recorded;
import claimtrail.event.pattern.PatternEvent;
import claimtrail.event.pattern.PatternEvent.ActionRecorded;
import claimtrail.event.pattern.PatternEvent.BaselineFixed;
import claimtrail.event.pattern.PatternEvent.GuidanceSet;
import claimtrail.event.pattern.PatternEvent.PatternDetected;
import claimtrail.event.pattern.PatternEvent.StatusChanged;
import claimtrail.query.feed.Projection;
import claimtrail.query.feed.Row;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The baselines of patterns, every one that was ever fixed.
@Component
final class BaselineProjection implements Projection {

    private final JdbcClient jdbc;

    BaselineProjection(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void project(List<Recorded<DomainEvent>> facts) {
        for (var fact : facts) {
            if (fact.event() instanceof PatternEvent event) {
                switch (event) {
                    case PatternDetected it -> found(fact.envelope(), it);
                    case BaselineFixed it -> fixed(fact.envelope(), it);
                    case StatusChanged _, GuidanceSet _, ActionRecorded _ -> {}
                }
            }
        }
    }

    private void found(Envelope place, PatternDetected it) {
        var number = it.number();
        jdbc.sql("""
                        insert into read_model.pattern_found values (?, ?, ?, ?, ?, ?)
                        on conflict on constraint pattern_found_pk do nothing
                        """)
                .params(Row.of(
                        place.streamId(),
                        Objects.requireNonNull(place.practice(), "a pattern belongs to a practice"),
                        number == null ? null : number.value(),
                        it.title(),
                        it.detectedOn(),
                        place.position()))
                .update();
    }

    private void fixed(Envelope place, BaselineFixed it) {
        jdbc.sql("""
                        insert into read_model.pattern_baseline values (?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict on constraint pattern_baseline_pk do nothing
                        """)
                .params(Row.of(
                        place.streamId(),
                        place.position(),
                        it.from(),
                        it.to(),
                        it.exposedDecided(),
                        it.denied(),
                        it.deniedCents(),
                        it.provisional()))
                .update();
    }
}
