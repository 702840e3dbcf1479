package claimtrail.denial.pair;

/// By what a line beside a visit is a procedure; the first that applies.
public enum Companion {
    /// A policy in force names the pair.
    POLICY,
    /// A code-pair edit that a modifier may lift.
    EDIT,
    /// A procedure of 000 or 010 global days.
    GLOBAL,
    /// Only the range of surgical codes.
    RANGE
}
