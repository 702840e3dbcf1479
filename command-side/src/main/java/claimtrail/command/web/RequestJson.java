package claimtrail.command.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.type.LogicalType;

/// How bodies are read: to the letter. What is unknown, doubled or of another type is refused, never bent into shape,
/// because a sender's mistake that we repair today is a wrong number tomorrow.
@Configuration(proxyBeanMethods = false)
final class RequestJson {

    @Bean
    JsonMapperBuilderCustomizer readsToTheLetter() {
        return RequestJson::strict;
    }

    /// Sets a mapper to read to the letter.
    static void strict(JsonMapper.Builder mapper) {
        mapper.enable(
                        DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                        DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                        DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .withCoercionConfig(
                        LogicalType.OtherScalar,
                        config -> config.setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail))
                .withCoercionConfig(
                        LogicalType.Textual,
                        config -> config.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                                .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                                .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
                .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
                .addModule(new SimpleModule("days").addDeserializer(LocalDate.class, new DayReader()));
    }

    /// SHA-256 over what is asked, as hexadecimal digits. The body is written anew, in the order of the request's
    /// fields and without those that are absent, so that spaces and the order of members make no difference.
    static String hash(JsonMapper mapper, String path, Object request) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(mapper.writeValueAsBytes(path));
            digest.update(mapper.writeValueAsBytes(request));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /// Reads `2026-03-12`, and nothing else that may be meant for a day.
    private static final class DayReader extends StdDeserializer<LocalDate> {

        DayReader() {
            super(LocalDate.class);
        }

        @Override
        public LocalDate deserialize(JsonParser parser, DeserializationContext context) throws JacksonException {
            var text = parser.hasToken(JsonToken.VALUE_STRING) ? parser.getString() : "";
            if (!text.matches("\\d{4}-\\d{2}-\\d{2}")) {
                throw context.weirdStringException("", LocalDate.class, "no day of the form 2026-03-12");
            }
            try {
                return LocalDate.parse(text);
            } catch (java.time.DateTimeException e) {
                throw context.weirdStringException("", LocalDate.class, "no day of the calendar");
            }
        }
    }
}
