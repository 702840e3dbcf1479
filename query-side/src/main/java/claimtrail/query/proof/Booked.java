package claimtrail.query.proof;

import claimtrail.metric.Cell;
import claimtrail.metric.Measure;
import claimtrail.metric.Posting;
import claimtrail.query.job.Outcome.Difference;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A posting as the ledger keeps it, also one whose measure this program does not know.
record Booked(
        Place place,
        UUID eventId,
        String measure,
        UUID practice,
        UUID payer,
        UUID provider,
        String facet,
        LocalDate eventDay,
        LocalDate cohortDay,
        long amount) {

    /// Where it stands in the ledger.
    record Place(String fold, long position, int ordinal) implements Comparable<Place> {

        private static final Comparator<Place> IN_THE_LOG = Comparator.comparingLong(Place::position)
                .thenComparing(Place::fold)
                .thenComparingInt(Place::ordinal);

        @Override
        public int compareTo(Place other) {
            return IN_THE_LOG.compare(this, other);
        }
    }

    static Booked of(Posting it) {
        var cell = it.cell();
        return new Booked(
                new Place(cell.fold(), it.position(), it.ordinal()),
                it.eventId(),
                cell.measure().id(),
                cell.practice(),
                cell.payer(),
                cell.provider(),
                cell.facet(),
                cell.eventDay(),
                cell.cohortDay(),
                it.amount());
    }

    static Booked of(ResultSet row) throws SQLException {
        return new Booked(
                new Place(row.getString("fold"), row.getLong("position"), row.getInt("ordinal")),
                row.getObject("event_id", UUID.class),
                row.getString("measure"),
                row.getObject("practice", UUID.class),
                row.getObject("payer", UUID.class),
                row.getObject("provider", UUID.class),
                row.getString("facet"),
                row.getObject("event_day", LocalDate.class),
                row.getObject("cohort_day", LocalDate.class),
                row.getLong("amount"));
    }

    /// What it takes to add it to the cells, or to take it away.
    Object[] correction(long sign) {
        return new Object[] {place.fold(), measure, practice, payer, provider, facet, eventDay, cohortDay, sign * amount
        };
    }

    /// How the ledger and the recount differ at one place; at least one of them is there.
    static Difference between(@Nullable Booked stored, @Nullable Booked recounted) {
        var known = stored != null ? stored : recounted;
        if (known == null) {
            throw new IllegalArgumentException("nothing on either side");
        }
        var cell = recounted != null && stored != null && !recounted.address().equals(stored.address())
                ? stored.address() + ", counted again " + recounted.address()
                : known.address();
        return new Difference(
                "metric_posting",
                known.place.fold() + ", posting " + known.place.ordinal() + ": " + cell,
                known.place.position(),
                stored == null ? null : stored.amount,
                recounted == null ? null : recounted.amount);
    }

    /// The cell to which it adds; empty where this program does not know the measure.
    Optional<Cell> cell() {
        return Measure.find(measure)
                .map(it -> new Cell(place.fold(), it, practice, payer, provider, facet, eventDay, cohortDay));
    }

    private String address() {
        return measure + (facet.isEmpty() ? "" : " " + facet) + " " + eventDay + " (submitted " + cohortDay
                + "), practice " + practice + ", provider " + provider + ", payer " + payer + ", by " + eventId;
    }
}
