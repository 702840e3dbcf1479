package claimtrail.denial.detection;

import java.time.LocalDate;
import java.util.UUID;

/// A denied line that a detector takes for its subject.
///
/// @param code procedure code of the line; empty where the claim was answered as a whole
/// @param counts whether it counts towards the threshold; grade C of a pair is shown only
public record Evidence(UUID claim, LocalDate decidedOn, String code, long deniedCents, boolean counts) {}
