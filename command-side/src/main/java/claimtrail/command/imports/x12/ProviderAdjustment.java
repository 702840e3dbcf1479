package claimtrail.command.imports.x12;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Money of a payment that belongs to no claim: one pair of a PLB segment.
///
/// @param provider PLB01
/// @param fiscalYearEndOn PLB02
/// @param reason PLB03-1: WO recovery, FB balance forward, L6 interest, 72 refund, CS correction
/// @param reference PLB03-2
/// @param cents PLB04; positive lowers the payment
public record ProviderAdjustment(
        Place place,
        PaymentHeader payment,
        @Nullable String provider,
        @Nullable LocalDate fiscalYearEndOn,
        String reason,
        @Nullable String reference,
        long cents)
        implements X12Record {}
