package claimtrail.command.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// A body is read to the letter or not at all, and equal requests have equal hashes.
class RequestJsonTest {

    /// What a request may be made of.
    record Sample(
            @Nullable String text,
            @Nullable Integer count,
            @Nullable Long cents,
            @Nullable Boolean stub,
            @Nullable LocalDate day,
            @Nullable UUID id,
            @Nullable BigDecimal units,
            @Nullable Kind kind,
            @Nullable List<Sample> inner) {

        /// A closed list.
        enum Kind {
            ONE,
            OTHER
        }
    }

    private final JsonMapper mapper = strict();

    @Test
    void what_is_right_is_read() {
        var read = mapper.readValue("""
                {"text":"a","count":1,"cents":15000,"stub":true,"day":"2026-03-12","units":1.5,"kind":"OTHER","inner":[]}
                """, Sample.class);

        assertThat(read.day()).isEqualTo(LocalDate.of(2026, 3, 12));
        assertThat(read.kind()).isEqualTo(Sample.Kind.OTHER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"unknown\":1}",
                "{\"text\":1}",
                "{\"text\":1.5}",
                "{\"text\":true}",
                "{\"text\":{}}",
                "{\"count\":\"1\"}",
                "{\"count\":1.5}",
                "{\"count\":99999999999}",
                "{\"cents\":\"\"}",
                "{\"stub\":\"true\"}",
                "{\"stub\":1}",
                "{\"day\":\"2026-02-30\"}",
                "{\"day\":\"2026-3-1\"}",
                "{\"day\":\"2026-03-12T00:00:00Z\"}",
                "{\"day\":[2026,3,12]}",
                "{\"day\":20524}",
                "{\"day\":\"\"}",
                "{\"id\":\"\"}",
                "{\"id\":\"1\"}",
                "{\"units\":\"1\"}",
                "{\"kind\":\"one\"}",
                "{\"kind\":0}",
                "{\"kind\":\"\"}",
                "{\"inner\":{}}",
                "{\"inner\":\"\"}",
                "{\"text\":\"a\",\"text\":\"b\"}",
                "{} {}"
            })
    void what_is_bent_is_refused(String body) {
        assertThatThrownBy(() -> mapper.readValue(body, Sample.class)).isInstanceOf(JacksonException.class);
    }

    @Test
    void spaces_and_the_order_of_members_make_no_difference_to_the_hash() {
        assertThat(hash("POST /a", "{\"text\":\"a\",\"count\":1}"))
                .isEqualTo(hash("POST /a", " { \"count\" : 1, \"text\" : \"a\", \"day\" : null } "));
    }

    @Test
    void another_value_or_another_path_makes_another_hash() {
        assertThat(hash("POST /a", "{\"count\":1}"))
                .isNotEqualTo(hash("POST /a", "{\"count\":2}"))
                .isNotEqualTo(hash("POST /b", "{\"count\":1}"));
    }

    private String hash(String path, String body) {
        return RequestJson.hash(mapper, path, mapper.readValue(body, Sample.class));
    }

    private static JsonMapper strict() {
        var builder = JsonMapper.builder();
        RequestJson.strict(builder);
        return builder.build();
    }
}
