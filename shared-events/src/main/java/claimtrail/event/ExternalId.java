package claimtrail.event;

/// A number that somebody else gave: `{"source":"837","value":"A-1001"}`.
///
/// @param source who speaks so: `portal`, `837`, `835`, `api`, `csv`, `scenario`, …
/// @param value the number as sent, trimmed
public record ExternalId(String source, String value) {}
