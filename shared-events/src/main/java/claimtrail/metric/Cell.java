package claimtrail.metric;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.UUID;

/// The address of a sum.
///
/// @param fold who counts, in which version: `claim/1`
/// @param practice the tenant
/// @param payer the one that answered or is asked; [#NOBODY] where it does not matter
/// @param provider the one accountable; [#NOBODY] where it does not matter or is not known
/// @param facet what it is split by; empty where it is not
/// @param eventDay when it happened
/// @param cohortDay when the claim was submitted; the event day where there is no claim
public record Cell(
        String fold,
        Measure measure,
        UUID practice,
        UUID payer,
        UUID provider,
        String facet,
        LocalDate eventDay,
        LocalDate cohortDay)
        implements Comparable<Cell> {

    /// Stands for no payer, no provider, no practice.
    public static final UUID NOBODY = new UUID(0, 0);

    /// By fold, then the measure's name, then the rest of the address.
    private static final Comparator<Cell> BY_ADDRESS = Comparator.comparing(Cell::fold)
            .thenComparing(cell -> cell.measure.id())
            .thenComparing(Cell::practice)
            .thenComparing(Cell::payer)
            .thenComparing(Cell::provider)
            .thenComparing(Cell::facet)
            .thenComparing(Cell::eventDay)
            .thenComparing(Cell::cohortDay);

    /// Of the parts in which the cells of one stream differ; a tally asks for it at every amount.
    @Override
    public int hashCode() {
        return 31 * (31 * measure.id().hashCode() + facet.hashCode()) + eventDay.hashCode();
    }

    @Override
    public int compareTo(Cell other) {
        return BY_ADDRESS.compare(this, other);
    }
}
