package claimtrail.command.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What headers say about a caller.
class CallerResolverTest {

    @Test
    void the_practice_is_named_by_header_or_parameter_but_not_two_of_them() {
        assertThat(of("A", null, null, null).practice()).isEqualTo("A");
        assertThat(of(null, "A", null, null).practice()).isEqualTo("A");
        assertThat(of("A", "A", null, null).practice()).isEqualTo("A");
        assertThatThrownBy(() -> of("A", "B", null, null)).isInstanceOf(Malformed.class);
    }

    @Test
    void an_etag_is_expected_as_we_gave_it() {
        assertThat(of(null, null, null, "\"4\"").expectedVersion()).isEqualTo(4L);
        assertThat(of(null, null, null, "*").expectedVersion()).isNull();
        assertThat(of(null, null, null, null).expectedVersion()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"4", "W/\"4\"", "\"4\", \"5\"", "\"-1\"", "\"four\"", ""})
    void no_other_etag_is_read(String match) {
        assertThatThrownBy(() -> of(null, null, null, match)).isInstanceOf(Malformed.class);
    }

    @Test
    void an_idempotency_key_has_up_to_200_visible_characters() {
        assertThat(of(null, null, "k".repeat(200), null).idempotencyKey()).hasSize(200);
        assertThatThrownBy(() -> of(null, null, "k".repeat(201), null)).isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> of(null, null, "a b", null)).isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> of(null, null, "", null)).isInstanceOf(Malformed.class);
    }

    private static Caller of(
            @Nullable String header, @Nullable String parameter, @Nullable String key, @Nullable String match) {
        return CallerResolver.of("POST /api/claims", header, parameter, key, match);
    }
}
