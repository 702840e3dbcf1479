package claimtrail.denial.detection;

import java.time.LocalDate;

/// A claim that a pattern could have caught, decided on a day.
///
/// @param denied it was denied by the pattern
/// @param deniedCents on the lines linked to the pattern
public record Exposure(LocalDate decidedOn, boolean denied, long deniedCents) {}
