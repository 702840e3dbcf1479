package claimtrail.command.imports.x12;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Days of a submitted claim.
///
/// @param statementFrom DTP*434
/// @param onsetOn DTP*431
/// @param admittedOn DTP*435
/// @param dischargedOn DTP*096
/// @param batchOn BHT04: the day the batch was made
public record ClaimDates(
        @Nullable LocalDate statementFrom,
        @Nullable LocalDate statementTo,
        @Nullable LocalDate onsetOn,
        @Nullable LocalDate admittedOn,
        @Nullable LocalDate dischargedOn,
        @Nullable LocalDate batchOn) {}
