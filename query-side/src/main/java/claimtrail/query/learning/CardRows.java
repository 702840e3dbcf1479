package claimtrail.query.learning;

import claimtrail.event.Recorded;
import claimtrail.event.json.EventJson;
import claimtrail.event.reference.ReferenceEvent;
import claimtrail.event.reference.ReferenceEvent.CodePublished;
import claimtrail.query.feed.Row;
import claimtrail.query.feed.StreamKind;
import claimtrail.query.feed.Table;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// The reference card of a code as rows, one a version. Other reference data makes no row here.
final class CardRows {

    static final Table CARD = new Table(
            "code_intelligence",
            List.of(
                    "card_id",
                    "version",
                    "practice",
                    "code",
                    "title",
                    "category",
                    "effective_from",
                    "published",
                    "last_position"),
            Set.of("published"));

    static final StreamKind<ReferenceEvent> KIND =
            new StreamKind<>(ReferenceEvent.class, "card_id", List.of(CARD), CardRows::of);

    private CardRows() {}

    private static List<List<List<@Nullable Object>>> of(List<Recorded<ReferenceEvent>> facts) {
        var versions = new ArrayList<List<@Nullable Object>>();
        for (var fact : facts) {
            if (fact.event() instanceof CodePublished it) {
                versions.add(Row.of(
                        fact.envelope().streamId(),
                        it.version(),
                        fact.envelope().practice(),
                        it.code(),
                        it.title(),
                        it.category(),
                        it.effectiveFrom(),
                        JsonMapper.shared().readTree(new String(EventJson.write(it), StandardCharsets.UTF_8)),
                        facts.getLast().envelope().position()));
            }
        }
        return List.of(versions);
    }
}
