package claimtrail.query.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// An answer is worked out once, and only an answer is remembered.
class RememberedTest {

    private final Remembered remembered = new Remembered();
    private final AtomicInteger worked = new AtomicInteger();

    @Test
    void a_question_asked_again_has_the_answer_that_was_worked_out() {
        assertThat(remembered.of("how many", Integer.class, worked::incrementAndGet))
                .isEqualTo(1);
        assertThat(remembered.of("how many", Integer.class, worked::incrementAndGet))
                .isEqualTo(1);
        assertThat(remembered.of("how many then", Integer.class, worked::incrementAndGet))
                .isEqualTo(2);
    }

    @Test
    @Timeout(value = 10, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void what_failed_is_tried_again_also_after_an_error_of_the_machine() {
        assertThatThrownBy(() -> remembered.of("how many", Integer.class, () -> {
                    throw new IllegalStateException("the database is away");
                }))
                .hasMessage("the database is away");
        assertThatThrownBy(() -> remembered.of("how many", Integer.class, () -> {
                    throw new StackOverflowError("too deep");
                }))
                .hasMessage("too deep");
        assertThat(remembered.of("how many", Integer.class, worked::incrementAndGet))
                .isEqualTo(1);
    }
}
