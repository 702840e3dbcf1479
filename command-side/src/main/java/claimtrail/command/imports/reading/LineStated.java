package claimtrail.command.imports.reading;

import claimtrail.event.claim.Line;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A line of a bill as a source states it.
///
/// @param controlNumber the biller's own number of the line
/// @param provider where it is told for the line
public record LineStated(
        int no,
        String code,
        List<String> modifiers,
        List<String> diagnoses,
        @Nullable BigDecimal units,
        long chargeCents,
        LocalDate serviceFrom,
        @Nullable LocalDate serviceTo,
        @Nullable String place,
        @Nullable String controlNumber,
        @Nullable ProviderName provider,
        Line.Split split) {
    public LineStated {
        modifiers = List.copyOf(modifiers);
        diagnoses = List.copyOf(diagnoses);
    }
}
