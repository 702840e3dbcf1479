package claimtrail.command.store;

/// The caller has seen another version of the stream than the one the log holds (`If-Match`); nothing was written.
public final class VersionStale extends RuntimeException {

    private final long version;

    VersionStale(long version) {
        super("the stream stands at " + version);
        this.version = version;
    }

    /// Sequence of the last event of the stream; -1 for a stream without any.
    public long version() {
        return version;
    }
}
