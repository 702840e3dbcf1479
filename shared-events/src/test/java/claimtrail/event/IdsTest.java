package claimtrail.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import org.junit.jupiter.api.Test;

/// Ids are opaque, unique, and the same names always have the same id.
class IdsTest {

    @Test
    void a_new_id_has_the_layout_of_version_7_and_is_never_given_twice() {
        var seen = new HashSet<>();
        for (var i = 0; i < 10_000; i++) {
            var id = Ids.next();
            assertThat(id.version()).isEqualTo(7);
            assertThat(id.variant()).isEqualTo(2);
            assertThat(seen.add(id)).isTrue();
        }
    }

    @Test
    void the_same_names_have_the_same_id_and_where_a_name_ends_matters() {
        assertThat(Ids.named("import", "a", "b")).isEqualTo(Ids.named("import", "a", "b"));
        assertThat(Ids.named("import", "a", "b")).isNotEqualTo(Ids.named("import", "ab", ""));
        assertThat(Ids.named("import", "a", "b").version()).isEqualTo(8);
        assertThat(Ids.named("import", "a", "b").variant()).isEqualTo(2);
    }
}
