package claimtrail.metric;

import claimtrail.event.DomainEvent;
import claimtrail.event.Recorded;

/// Turns the events of one stream, in order, into postings. Pure: the same events give the same postings,
/// wherever the fold runs. A standing is a value: a step leaves it as it was and gives a new one.
///
/// @param <S> the standing: what the fold remembers of one stream
/// @param <E> the events of the stream
public interface StreamFold<S, E extends DomainEvent> {

    /// Who counts, in which version: `claim/1`. A changed meaning is a new fold.
    String name();

    /// The kind of stream that it reads: `claim`.
    String streamType();

    /// The family of events in such a stream.
    Class<E> family();

    /// The standing before the first event.
    S start();

    /// One more event of the stream.
    Step<S> step(S standing, Recorded<E> fact);

    /// A standing as bytes to keep; they belong to this fold and its version.
    byte[] write(S standing);

    /// The standing that was written.
    S read(byte[] standing);

    /// One more event of the stream, as it comes out of the log.
    ///
    /// @throws ClassCastException if the event is not of this family: the log contradicts itself
    default Step<S> stepAny(S standing, Recorded<?> fact) {
        return step(standing, new Recorded<>(fact.envelope(), family().cast(fact.event())));
    }
}
