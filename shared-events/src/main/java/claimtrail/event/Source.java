package claimtrail.event;

/// Where a fact can be looked up outside the log.
public sealed interface Source {

    /// A request of a person or another system.
    ///
    /// @param user pseudonymous key of the caller
    record Api(String user) implements Source {}

    /// A record of a file.
    ///
    /// @param sha256 the file, as 64 hexadecimal digits over its unpacked bytes
    /// @param place segment number, row or JSON pointer
    /// @param from first byte
    /// @param to the byte after the last
    record File(String sha256, String place, long from, long to) implements Source {}

    /// A step of a simulated run.
    ///
    /// @param run the run
    /// @param seed its seed
    record Scenario(String run, String seed) implements Source {}
}
