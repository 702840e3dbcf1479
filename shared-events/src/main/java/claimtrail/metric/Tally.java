package claimtrail.metric;

import claimtrail.event.Envelope;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Amounts by cell. They add up in any order; a cell that comes to 0 is gone.
public final class Tally {

    private final Map<Cell, Long> amounts;

    public Tally() {
        this(16);
    }

    private Tally(int expected) {
        amounts = HashMap.newHashMap(expected);
    }

    /// Adds an amount to a cell.
    public void add(Cell cell, long amount) {
        if (amount != 0) {
            amounts.merge(cell, amount, Tally::sum);
        }
    }

    /// Adds what another tally holds.
    public void add(Tally other) {
        other.amounts.forEach(this::add);
    }

    public void add(Posting posting) {
        add(posting.cell(), posting.amount());
    }

    private static @Nullable Long sum(Long one, Long other) {
        var sum = one + other;
        return sum == 0 ? null : sum;
    }

    /// The amount of a cell; 0 where nothing was posted.
    public long amount(Cell cell) {
        return amounts.getOrDefault(cell, 0L);
    }

    /// The sum over some cells.
    public long sum(Predicate<Cell> cells) {
        var sum = 0L;
        for (var entry : amounts.entrySet()) {
            if (cells.test(entry.getKey())) {
                sum += entry.getValue();
            }
        }
        return sum;
    }

    /// The sum of one measure over all cells.
    public long sum(Measure measure) {
        return sum(cell -> cell.measure() == measure);
    }

    public Map<Cell, Long> amounts() {
        return Collections.unmodifiableMap(amounts);
    }

    public boolean isEmpty() {
        return amounts.isEmpty();
    }

    /// What must be added to the other tally to have this one.
    public Tally minus(Tally other) {
        var difference = new Tally(8);
        for (var entry : amounts.entrySet()) {
            var amount = entry.getValue() - other.amount(entry.getKey());
            if (amount != 0) {
                difference.amounts.put(entry.getKey(), amount);
            }
        }
        for (var entry : other.amounts.entrySet()) {
            if (!amounts.containsKey(entry.getKey())) {
                difference.amounts.put(entry.getKey(), -entry.getValue());
            }
        }
        return difference;
    }

    /// Both together.
    public Tally plus(Tally other) {
        var both = new Tally(amounts.size() + other.amounts.size());
        both.add(this);
        both.add(other);
        return both;
    }

    /// This tally as the postings of one event, in the order of the cells.
    public List<Posting> postings(Envelope cause) {
        if (amounts.isEmpty()) {
            return List.of();
        }
        var cells = new ArrayList<>(amounts.keySet());
        Collections.sort(cells);
        var postings = new ArrayList<Posting>(cells.size());
        for (var cell : cells) {
            postings.add(new Posting(cause.position(), cause.eventId(), postings.size(), cell, amount(cell)));
        }
        return postings;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Tally it && it.amounts.equals(amounts);
    }

    @Override
    public int hashCode() {
        return amounts.hashCode();
    }

    /// The cells in order, one a line; for people and tests.
    @Override
    public String toString() {
        var text = new StringBuilder();
        amounts.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(entry -> text.append(entry.getKey())
                        .append(" = ")
                        .append(entry.getValue())
                        .append('\n'));
        return text.toString();
    }
}
