package claimtrail.command;

import static org.assertj.core.api.Assertions.assertThat;

import claimtrail.command.Decision.Accepted;
import claimtrail.command.Decision.Refused;
import claimtrail.event.DomainEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/// What a stream knows, what is asked of it, and what it answers, as one sentence.
public record Spec<S, C extends Command, E extends DomainEvent, R extends Refusal>(
        S start, BiFunction<S, E, S> after, BiFunction<S, C, Decision<E, R>> decide) {

    /// The stream holds these facts.
    @SafeVarargs
    public final Asking<S, C, E, R> given(E... facts) {
        var state = start;
        for (var fact : facts) {
            state = after.apply(state, fact);
        }
        return new Asking<>(this, state);
    }

    /// The stream accepted these commands.
    @SafeVarargs
    public final Asking<S, C, E, R> asked(C... commands) {
        var asking = new Asking<>(this, start);
        for (var command : commands) {
            asking = asking.after(command);
        }
        return asking;
    }

    /// A stream in some state, before the command in question.
    public record Asking<S, C extends Command, E extends DomainEvent, R extends Refusal>(
            Spec<S, C, E, R> spec, S state) {

        @SafeVarargs
        public final Asking<S, C, E, R> and(C... commands) {
            var asking = this;
            for (var command : commands) {
                asking = asking.after(command);
            }
            return asking;
        }

        private Asking<S, C, E, R> after(C command) {
            var reached = state;
            for (var event : accepted(spec.decide.apply(reached, command)).events()) {
                reached = spec.after.apply(reached, event);
            }
            return new Asking<>(spec, reached);
        }

        public Answering<E, R> when(C command) {
            return new Answering<>(spec.decide.apply(state, command));
        }
    }

    /// The answer to the command in question.
    public record Answering<E extends DomainEvent, R extends Refusal>(Decision<E, R> decision) {

        @SafeVarargs
        public final void then(E... events) {
            var expected = new ArrayList<E>();
            for (var event : events) {
                expected.add(event);
            }
            assertThat(events()).isEqualTo(expected);
        }

        /// An equal retry: accepted, and nothing written.
        public void thenNothing() {
            assertThat(events()).isEmpty();
        }

        public void thenRefused(R because) {
            assertThat(decision).isInstanceOf(Refused.class);
            assertThat(((Refused<E, R>) decision).because()).isEqualTo(because);
        }

        public List<E> events() {
            return Spec.accepted(decision).events();
        }

        public Accepted<E, R> accepted() {
            return Spec.accepted(decision);
        }
    }

    private static <E extends DomainEvent, R extends Refusal> Accepted<E, R> accepted(Decision<E, R> decision) {
        assertThat(decision).isInstanceOf(Accepted.class);
        return (Accepted<E, R>) decision;
    }
}
