package claimtrail.metric;

import claimtrail.event.DomainEvent;
import claimtrail.event.Recorded;
import java.util.List;
import java.util.UUID;

/// A fold of short streams: after each fact all facts are added up anew, and what changed is posted. So a late fact
/// corrects by itself what was posted before it.
///
/// @param <E> the facts of the streams
public abstract class FactsFold<E extends DomainEvent> implements StreamFold<FactsStanding<E>, E> {

    private final String name;
    private final String streamType;
    private final Class<E> family;

    /// @param name who counts, in which version
    /// @param streamType of the streams that are counted
    /// @param family of their facts
    protected FactsFold(String name, String streamType, Class<E> family) {
        this.name = name;
        this.streamType = streamType;
        this.family = family;
    }

    /// What all facts of a stream add up to.
    ///
    /// @param practice to which they belong; nobody, for those of the platform
    protected abstract Tally tally(List<E> facts, UUID practice);

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final String streamType() {
        return streamType;
    }

    @Override
    public final Class<E> family() {
        return family;
    }

    @Override
    public final FactsStanding<E> start() {
        return new FactsStanding<>(List.of());
    }

    @Override
    public final Step<FactsStanding<E>> step(FactsStanding<E> before, Recorded<E> fact) {
        var practice = fact.envelope().practice();
        var tenant = practice == null ? Cell.NOBODY : practice;
        var after = before.with(fact.event());
        return new Step<>(
                after,
                tally(after.facts(), tenant)
                        .minus(tally(before.facts(), tenant))
                        .postings(fact.envelope()));
    }

    @Override
    public final byte[] write(FactsStanding<E> standing) {
        return standing.write();
    }

    @Override
    public final FactsStanding<E> read(byte[] standing) {
        return FactsStanding.read(standing, family);
    }
}
