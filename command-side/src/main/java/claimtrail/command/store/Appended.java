package claimtrail.command.store;

/// What became of an append.
public sealed interface Appended {

    /// Durable: the last position written by this append, or the head of the log when it held no event.
    record Stored(long position) implements Appended {}

    /// Another writer was first on one of the streams; nothing was written. Load again and decide again.
    record StreamMoved() implements Appended {}

    /// An entry of the directory is taken by another stream; nothing was written.
    record NumberTaken(DirectoryEntry wanted) implements Appended {}

    /// The idempotency key was seen before; nothing was written. The first answer is kept under the key.
    record KeySeen(IdempotencyKey first, long position) implements Appended {}
}
