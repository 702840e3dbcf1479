package claimtrail.command.imports.x12;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Days of a decision beside those of its payment.
///
/// @param statementFrom DTM*232
/// @param statementTo DTM*233
/// @param coverageEndOn DTM*036
/// @param receivedOn DTM*050: the payer had the claim; starts the prompt-pay clock
public record DecisionDates(
        @Nullable LocalDate statementFrom,
        @Nullable LocalDate statementTo,
        @Nullable LocalDate coverageEndOn,
        @Nullable LocalDate receivedOn) {}
