package claimtrail.query.imports;

import claimtrail.event.DomainEvent;
import claimtrail.event.Envelope;
import claimtrail.event.Recorded;
import claimtrail.event.imports.ImportEvent;
import claimtrail.event.imports.ImportEvent.ImportCompleted;
import claimtrail.event.imports.ImportEvent.ImportSeenAgain;
import claimtrail.event.imports.ImportEvent.ImportStarted;
import claimtrail.event.imports.ImportEvent.RecordJudged;
import claimtrail.event.imports.ImportEvent.RecordNoted;
import claimtrail.query.feed.Projection;
import claimtrail.query.feed.Row;
import java.sql.Timestamp;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What became of each file: its totals, and what was noted about its records.
@Component
final class ImportProjection implements Projection {

    private final JdbcClient jdbc;

    ImportProjection(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void project(List<Recorded<DomainEvent>> facts) {
        for (var fact : facts) {
            if (fact.event() instanceof ImportEvent event) {
                project(fact.envelope(), event);
            }
        }
    }

    private void project(Envelope place, ImportEvent event) {
        switch (event) {
            case ImportStarted it -> started(place, it);
            case RecordNoted it -> noted(place, it);
            case ImportCompleted it -> completed(place, it);
            case ImportSeenAgain _ ->
                jdbc.sql("""
                                update read_model.import set seen_again = seen_again + 1, last_position = ?
                                 where import_id = ?
                                """).params(Row.of(place.position(), place.streamId())).update();
            case RecordJudged it ->
                jdbc.sql("""
                                update read_model.import_report set verdict = ?
                                 where import_id = ? and place = ? and severity = 'HELD'
                                """)
                        .params(Row.of(it.verdict().name(), place.streamId(), it.place()))
                        .update();
        }
    }

    private void started(Envelope place, ImportStarted it) {
        jdbc.sql("""
                        insert into read_model.import (import_id, practice, sha256, bytes, format, profile,
                               parser_version, received_on, interchange, state, started_at, last_position)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, 'STARTED', ?, ?)
                        on conflict on constraint import_pk do nothing
                        """)
                .params(Row.of(
                        place.streamId(),
                        Objects.requireNonNull(place.practice(), "a file belongs to a practice"),
                        it.sha256(),
                        it.bytes(),
                        it.format().name(),
                        it.profile(),
                        it.parserVersion(),
                        it.receivedOn(),
                        it.interchange(),
                        Timestamp.from(place.recordedAt()),
                        place.position()))
                .update();
    }

    private void noted(Envelope place, RecordNoted it) {
        jdbc.sql("""
                        insert into read_model.import_report (import_id, place, code, byte_from, byte_to, severity,
                               field, claim, position)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict on constraint import_report_pk do nothing
                        """)
                .params(Row.of(
                        place.streamId(),
                        it.place(),
                        it.code(),
                        it.from(),
                        it.to(),
                        it.severity().name(),
                        it.field(),
                        it.claim(),
                        place.position()))
                .update();
    }

    private void completed(Envelope place, ImportCompleted it) {
        jdbc.sql("""
                        update read_model.import
                           set state = 'COMPLETED', read = ?, stored = ?, seen_before = ?, held = ?, refused = ?,
                               warnings = ?, events = ?, millis = ?, last_position = ?
                         where import_id = ?
                        """)
                .params(Row.of(
                        it.read(),
                        it.stored(),
                        it.seenBefore(),
                        it.held(),
                        it.refused(),
                        it.warnings(),
                        it.events(),
                        it.millis(),
                        place.position(),
                        place.streamId()))
                .update();
        it.codes()
                .forEach((code, count) -> jdbc.sql("""
                                insert into read_model.import_code values (?, ?, ?, ?)
                                on conflict on constraint import_code_pk do update
                                   set count = excluded.count, position = excluded.position
                                """)
                        .params(Row.of(place.streamId(), code, count, place.position()))
                        .update());
    }
}
