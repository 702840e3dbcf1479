package claimtrail.event;

/// Who brought a fact. A user is a pseudonymous key, never a name.
public record Actor(Kind kind, String id) {

    /// What kind of hand it was.
    public enum Kind {
        USER,
        AUTOMATION,
        IMPORT,
        SIMULATOR
    }
}
