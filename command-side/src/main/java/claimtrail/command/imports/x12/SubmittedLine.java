package claimtrail.command.imports.x12;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A line of a submitted claim.
///
/// @param no its place among the lines, from 1
/// @param procedure SV101, SV202; null on an institutional line with a revenue code only
/// @param revenueCode SV201
/// @param unit SV103, SV204: UN units, MJ minutes, DA days
/// @param place SV105; null means the claim's
/// @param pointers SV107: places in the list of diagnoses, from 1
/// @param serviceFrom DTP*472; null means the claim's
/// @param controlNumber REF*6R
/// @param renderingNpi NM1*82 of the line; null means the claim's
/// @param note NTE02, for the vault
public record SubmittedLine(
        int no,
        @Nullable Procedure procedure,
        @Nullable String revenueCode,
        long chargeCents,
        @Nullable String unit,
        @Nullable BigDecimal units,
        @Nullable String place,
        List<Integer> pointers,
        @Nullable LocalDate serviceFrom,
        @Nullable LocalDate serviceTo,
        @Nullable String controlNumber,
        @Nullable String renderingNpi,
        @Nullable Note note,
        List<PriorLine> priorPayers) {

    public SubmittedLine {
        pointers = List.copyOf(pointers);
        priorPayers = List.copyOf(priorPayers);
    }
}
