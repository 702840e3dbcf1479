package claimtrail.command.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Who asks while the log works is answered together with all others who ask meanwhile.
class GatheringTest {

    @Test
    void what_comes_while_a_group_is_answered_is_the_next_group() throws Exception {
        var sizes = new ArrayList<Integer>();
        var allCame = new CountDownLatch(10);
        try (var gathering = gathering(group -> {
            if (sizes.isEmpty()) {
                allCame.await();
            }
            sizes.add(group.size());
            group.forEach(it -> it.answer().complete(-it.question()));
            return List.of();
        })) {
            var callers = IntStream.range(0, 10)
                    .<Callable<Integer>>mapToObj(i -> () -> {
                        allCame.countDown();
                        return gathering.ask(i);
                    })
                    .toList();

            assertThat(Together.ask(callers))
                    .isEqualTo(IntStream.range(0, 10).mapToObj(i -> -i).toList());
        }
        assertThat(sizes.stream().mapToInt(it -> it).sum()).isEqualTo(10);
        assertThat(sizes).hasSizeLessThan(10);
    }

    @Test
    void a_heavy_question_goes_in_a_group_of_its_own() throws Exception {
        var heaviest = new ArrayList<Integer>();
        try (var gathering = new Gathering<Integer, Integer>("test", it -> it, 100, group -> {
                    heaviest.add(
                            group.stream().mapToInt(Gathering.Asked::question).sum());
                    group.forEach(it -> it.answer().complete(0));
                    return List.of();
                })
                .start()) {
            Together.ask(IntStream.range(0, 20)
                    .<Callable<Integer>>mapToObj(_ -> () -> gathering.ask(60))
                    .toList());
        }
        assertThat(heaviest).allMatch(it -> it <= 120);
    }

    @Test
    void a_question_left_over_goes_first_in_the_next_group() {
        var seen = new ArrayList<Integer>();
        try (var gathering = gathering(group -> {
            seen.addAll(group.stream().map(Gathering.Asked::question).toList());
            if (seen.size() < 3) {
                return group;
            }
            group.forEach(it -> it.answer().complete(seen.size()));
            return List.of();
        })) {
            assertThat(gathering.ask(7)).isEqualTo(3);
        }
        assertThat(seen).containsExactly(7, 7, 7);
    }

    @Test
    void a_failure_reaches_everybody_who_waits_and_nobody_after() {
        var groups = new ArrayList<Integer>();
        try (var gathering = gathering(group -> {
            groups.add(group.size());
            if (groups.size() == 1) {
                throw new IllegalStateException("broken");
            }
            group.forEach(it -> it.answer().complete(1));
            return List.of();
        })) {
            assertThatThrownBy(() -> gathering.ask(1))
                    .isInstanceOf(LogUnavailable.class)
                    .hasRootCauseMessage("broken");
            assertThat(gathering.ask(2)).isEqualTo(1);
        }
    }

    @Test
    void a_closed_one_takes_nobody() {
        var gathering = gathering(_ -> List.of());
        gathering.close();

        assertThatThrownBy(() -> gathering.ask(1)).isInstanceOf(LogUnavailable.class);
    }

    private static Gathering<Integer, Integer> gathering(Gathering.Together<Integer, Integer> together) {
        return new Gathering<Integer, Integer>("test", _ -> 1, 100, together).start();
    }
}
