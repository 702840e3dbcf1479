package claimtrail.simulator;

import java.util.ArrayDeque;
import java.util.Deque;

/// The parts of a sandbox that run, in the order of their start; they stop in the reverse order, because who asks goes
/// before who answers. A stop may come from another thread, also in the middle of the start.
final class Running implements AutoCloseable {

    private final Deque<AutoCloseable> parts = new ArrayDeque<>();
    private boolean stopped;

    /// Takes charge of a part that has just been started.
    ///
    /// @throws CannotStart if the stop came first; the part is stopped then
    synchronized <P extends AutoCloseable> P add(P part) {
        if (stopped) {
            stop(part);
            throw new CannotStart("The start was interrupted.");
        }
        parts.push(part);
        return part;
    }

    @Override
    public synchronized void close() {
        stopped = true;
        while (!parts.isEmpty()) {
            stop(parts.pop());
        }
    }

    /// The others must stop too, whatever becomes of this one.
    private static void stop(AutoCloseable part) {
        try {
            part.close();
        } catch (Exception e) {
            System.getLogger("claimtrail.sandbox").log(System.Logger.Level.WARNING, "A part did not stop cleanly", e);
        }
    }
}
