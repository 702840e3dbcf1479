package claimtrail.query.number;

import claimtrail.event.DomainEvent;
import claimtrail.event.Envelope;
import claimtrail.event.Recorded;
import claimtrail.event.reference.ReferenceEvent;
import claimtrail.event.reference.ReferenceEvent.CodePublished;
import claimtrail.event.reference.ReferenceEvent.DefinitionPublished;
import claimtrail.event.reference.ReferenceEvent.MappingProfilePublished;
import claimtrail.event.reference.ReferenceEvent.ReasonClassified;
import claimtrail.event.reference.ReferenceEvent.SettingChanged;
import claimtrail.query.feed.Projection;
import claimtrail.query.feed.Row;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// How figures are defined and what is set, as published. A publication never changes, so a row is written once.
@Component
final class DefinitionProjection implements Projection {

    private final JdbcClient jdbc;

    DefinitionProjection(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void project(List<Recorded<DomainEvent>> facts) {
        for (var fact : facts) {
            if (fact.event() instanceof ReferenceEvent event) {
                project(fact.envelope(), event);
            }
        }
    }

    private void project(Envelope place, ReferenceEvent event) {
        switch (event) {
            case DefinitionPublished it -> defined(place, it);
            case SettingChanged it -> set(place, it);
            case CodePublished _, ReasonClassified _, MappingProfilePublished _ -> {}
        }
    }

    private void defined(Envelope place, DefinitionPublished it) {
        jdbc.sql("""
                        insert into read_model.metric_definition (practice, kind, id, version, text, shown, formula, unit,
                               effective_from, standard_from_position, position, reason)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict on constraint metric_definition_pk do nothing
                        """)
                .params(Row.of(
                        practice(place),
                        it.kind().name(),
                        it.id(),
                        it.version(),
                        it.text(),
                        it.parameters().get("shown"),
                        it.parameters().get("formula"),
                        it.parameters().get("unit"),
                        it.effectiveFrom(),
                        it.standard() ? place.position() : null,
                        place.position(),
                        it.parameters().get("reason")))
                .update();
    }

    private void set(Envelope place, SettingChanged it) {
        jdbc.sql("""
                        insert into read_model.setting (practice, setting, effective_from, value, unit, position)
                        values (?, ?, ?, ?, ?, ?)
                        on conflict on constraint setting_pk do nothing
                        """)
                .params(Row.of(
                        practice(place),
                        it.setting(),
                        it.effectiveFrom(),
                        Long.valueOf(it.value()),
                        it.unit(),
                        place.position()))
                .update();
    }

    private static UUID practice(Envelope place) {
        return Objects.requireNonNullElse(place.practice(), PublishedDefinitions.PLATFORM);
    }
}
