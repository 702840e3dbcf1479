package claimtrail.event.json;

import claimtrail.event.DomainEvent;
import claimtrail.event.EventCatalogue;
import com.fasterxml.jackson.annotation.JsonInclude;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;

/// Events to the bytes that are stored, and back. Absent fields are left out; unknown fields are refused, because a new
/// need is a new version of the event.
public final class EventJson {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(EnumFeature.READ_UNKNOWN_ENUM_VALUES_AS_NULL)
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();

    private EventJson() {}

    /// The exact bytes that are kept.
    public static byte[] write(DomainEvent event) {
        return MAPPER.writeValueAsBytes(event);
    }

    /// The event stored under a name and version.
    ///
    /// @throws IllegalStateException if this program does not know the name and version, or the bytes do not
    ///     fit it: a reader must stop, not guess
    public static DomainEvent read(String name, int version, byte[] payload) {
        var entry = EventCatalogue.find(name, version)
                .orElseThrow(() -> new IllegalStateException("the log holds " + name + " version " + version
                        + ", which this program does not know: start a newer one"));
        try {
            return MAPPER.readValue(payload, entry.type());
        } catch (JacksonException e) {
            throw new IllegalStateException("the stored bytes are no " + name + " version " + version, e);
        }
    }
}
