package claimtrail.event.json;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonInclude;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;

/// Records to lines of JSON, and back. Absent fields are left out; unknown fields, missing numbers and anything
/// behind the value are refused, because what is checked must not say more than what was read.
public final class LineJson {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(EnumFeature.READ_UNKNOWN_ENUM_VALUES_AS_NULL)
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
            .changeDefaultVisibility(seen -> seen.withIsGetterVisibility(JsonAutoDetect.Visibility.NONE))
            .build();

    private LineJson() {}

    /// The line, without its end.
    public static byte[] write(Record value) {
        return MAPPER.writeValueAsBytes(value);
    }

    /// What a line says.
    ///
    /// @throws IllegalArgumentException if it is no such record; the message says where in the line, and quotes
    ///     nothing
    public static <R extends Record> R read(byte[] line, Class<R> type) {
        try {
            return MAPPER.readValue(line, type);
        } catch (JacksonException e) {
            var place = e.getLocation();
            throw new IllegalArgumentException("byte " + (place == null ? 0 : Math.max(0, place.getByteOffset()) + 1)
                    + " of the line is not what should stand there");
        }
    }
}
