package claimtrail.command.store;

/// What became of a command that was handled.
///
/// @param decision what its aggregate answered
/// @param version sequence of the last event of its stream; -1 for a stream without any
/// @param position the log position at which the answer is visible: of its last event or, when it led to none, of the
///     head of the log
/// @param events how many events it wrote
public record Sent<D>(D decision, long version, long position, int events) {}
