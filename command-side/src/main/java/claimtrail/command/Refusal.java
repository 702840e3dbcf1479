package claimtrail.command;

/// Why a command was refused: a closed list per stream, declared in order of precedence.
public interface Refusal {

    /// The stable code, such as `APPEAL_TOO_LATE`.
    String name();
}
