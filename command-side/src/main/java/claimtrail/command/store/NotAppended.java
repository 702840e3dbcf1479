package claimtrail.command.store;

import org.axonframework.modelling.command.ConcurrencyException;

/// What a command wanted to write met something that is there already; nothing was written. To Axon it is one of its
/// concurrency exceptions.
@SuppressWarnings("serial")
public final class NotAppended extends ConcurrencyException {

    private final transient Appended because;

    NotAppended(Appended because) {
        super("nothing was written: " + because);
        this.because = because;
    }

    /// A moved stream, a number that is taken or a key seen before.
    public Appended because() {
        return because;
    }
}
