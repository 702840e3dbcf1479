package claimtrail.query.reason;

import claimtrail.event.DomainEvent;
import claimtrail.event.Envelope;
import claimtrail.event.Recorded;
import claimtrail.event.reference.ReferenceEvent;
import claimtrail.event.reference.ReferenceEvent.CodePublished;
import claimtrail.event.reference.ReferenceEvent.DefinitionPublished;
import claimtrail.event.reference.ReferenceEvent.MappingProfilePublished;
import claimtrail.event.reference.ReferenceEvent.ReasonClassified;
import claimtrail.event.reference.ReferenceEvent.SettingChanged;
import claimtrail.metric.Cell;
import claimtrail.query.feed.Projection;
import claimtrail.query.feed.Row;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Every meaning of a code that was ever published.
@Component
final class ReasonProjection implements Projection {

    private final JdbcClient jdbc;

    ReasonProjection(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void project(List<Recorded<DomainEvent>> facts) {
        for (var fact : facts) {
            if (fact.event() instanceof ReferenceEvent event) {
                switch (event) {
                    case ReasonClassified it -> classified(fact.envelope(), it);
                    case CodePublished _, DefinitionPublished _, SettingChanged _, MappingProfilePublished _ -> {}
                }
            }
        }
    }

    private void classified(Envelope place, ReasonClassified it) {
        var preventable = it.preventable();
        jdbc.sql("""
                        insert into read_model.reason_entry values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict on constraint reason_entry_pk do nothing
                        """)
                .params(Row.of(
                        place.position(),
                        Objects.requireNonNullElse(place.practice(), Cell.NOBODY),
                        it.reason().system(),
                        it.reason().code(),
                        Objects.requireNonNullElse(it.remark(), ""),
                        Objects.requireNonNullElse(it.group(), ""),
                        Objects.requireNonNullElse(it.payer(), Cell.NOBODY),
                        it.effect().name(),
                        it.reasonClass(),
                        it.category(),
                        preventable == null ? null : preventable.name(),
                        it.effectiveFrom(),
                        it.effectiveTo()))
                .update();
    }
}
