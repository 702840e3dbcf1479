package claimtrail.query.page;

import static org.assertj.core.api.Assertions.assertThat;

import claimtrail.denial.DayOne;
import org.junit.jupiter.api.Test;

/// The names of the classes of reasons.
class ReasonNamesTest {

    @Test
    void every_class_that_we_ship_has_a_name_of_its_own_and_no_name_is_left_over() {
        assertThat(ReasonNames.ALL.keySet()).isEqualTo(DayOne.classes().keySet());
        assertThat(ReasonNames.ALL.values()).doesNotHaveDuplicates();
    }

    @Test
    void a_class_that_was_published_later_is_spelled_out() {
        assertThat(ReasonNames.of("NEW_RULE")).isEqualTo("New rule");
        assertThat(ReasonNames.of("MOD25")).isEqualTo("Modifier 25 missing");
    }
}
