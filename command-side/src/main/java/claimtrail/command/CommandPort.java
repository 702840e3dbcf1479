package claimtrail.command;

/// The only public door of the command side. Blocks until the answer is durable; call it from virtual threads, many at
/// once, and their writes share a commit.
public interface CommandPort {

    /// Decides a command and answers when the outcome is durable.
    ///
    /// @throws IllegalStateException if the log cannot be written; nothing was stored, and the same order may be
    ///     sent again
    Receipt send(Order<? extends Command> order);
}
