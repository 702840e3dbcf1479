package claimtrail.command.imports.x12;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A line of a decision.
///
/// @param no its place among the lines of the decision, from 1; not the line number of the claim
/// @param procedure SVC01: what was paid for
/// @param chargeCents SVC02
/// @param paidCents SVC03
/// @param revenueCode SVC04
/// @param units SVC05
/// @param original SVC06: what was billed when it differs, that is bundled or down-coded
/// @param originalUnits SVC07
/// @param serviceFrom DTM*472 or DTM*150
/// @param serviceTo DTM*151
/// @param controlNumber REF*6R: our line number
/// @param policyId REF*0K: the payer's policy
/// @param renderingNpi REF*HPI
/// @param allowedCents AMT*B6
/// @param remarks LQ*HE
public record RemittedLine(
        int no,
        @Nullable Procedure procedure,
        long chargeCents,
        long paidCents,
        @Nullable String revenueCode,
        @Nullable BigDecimal units,
        @Nullable Procedure original,
        @Nullable BigDecimal originalUnits,
        @Nullable LocalDate serviceFrom,
        @Nullable LocalDate serviceTo,
        @Nullable String controlNumber,
        @Nullable String policyId,
        @Nullable String renderingNpi,
        @Nullable Long allowedCents,
        List<Adjustment> adjustments,
        List<String> remarks) {

    public RemittedLine {
        adjustments = List.copyOf(adjustments);
        remarks = List.copyOf(remarks);
    }

    /// The payer paid for another code than was billed.
    public boolean isRecoded() {
        return original != null;
    }
}
