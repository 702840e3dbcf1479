package claimtrail.query.number;

import claimtrail.metric.Basis;
import claimtrail.metric.Cell;
import claimtrail.metric.Home;
import claimtrail.metric.Posting;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// The daily tables. The postings of a batch are added up in memory, then each touched row is written once, all in the
/// order of their keys, so that two segments never wait for each other in a circle.
@Component
final class DailyTotals implements PostingWriter {

    private static final String NAMES = Column.ALL.stream().map(Column::name).collect(Collectors.joining(", "));
    private static final String PLACES = ", ?".repeat(Column.ALL.size());
    private static final String MORE = Column.ALL.stream()
            .map(column -> column.name() + " = t." + column.name() + " + excluded." + column.name())
            .collect(Collectors.joining(", "));

    private static final String PRACTICE = """
            insert into read_model.practice_daily_metrics as t (fold, practice, payer, basis, day, last_position, %s)
            values (?, ?, ?, ?, ?, ?%s)
            on conflict on constraint practice_daily_metrics_pk do update
               set last_position = greatest(t.last_position, excluded.last_position), %s
            """.formatted(NAMES, PLACES, MORE);

    private static final String PROVIDER = """
            insert into read_model.provider_performance as t (fold, practice, provider, payer, basis, grain, period_start,
                   last_position, %s)
            values (?, ?, ?, ?, ?, ?, ?, ?%s)
            on conflict on constraint provider_performance_pk do update
               set last_position = greatest(t.last_position, excluded.last_position), %s
            """.formatted(NAMES, PLACES, MORE);

    private static final String FACET = """
            insert into read_model.facet_daily_metrics as t (fold, measure, practice, provider, payer, facet, basis, day,
                   amount, last_position)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict on constraint facet_daily_metrics_pk do update
               set amount = t.amount + excluded.amount,
                   last_position = greatest(t.last_position, excluded.last_position)
            """;

    private final JdbcTemplate jdbc;

    DailyTotals(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /// A row's address; parts that a table does not have are nobody, or empty.
    ///
    /// @param facet of the measure; of a provider's row its grain
    private record Key(
            String fold,
            String measure,
            UUID practice,
            UUID provider,
            UUID payer,
            String facet,
            Basis basis,
            LocalDate day)
            implements Comparable<Key> {

        private static final Comparator<Key> ORDER = Comparator.comparing(Key::fold)
                .thenComparing(Key::practice)
                .thenComparing(Key::measure)
                .thenComparing(Key::basis)
                .thenComparing(Key::day)
                .thenComparing(Key::facet)
                .thenComparing(Key::provider)
                .thenComparing(Key::payer);

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }

    /// What a batch adds to one row.
    private static final class Row {
        private final long[] amounts = new long[Column.ALL.size()];
        private long position;

        private void add(Posting posting) {
            position = Math.max(position, posting.position());
            var cell = posting.cell();
            for (int i = 0; i < amounts.length; i++) {
                if (Column.ALL.get(i).takes(cell.measure().id(), cell.facet())) {
                    amounts[i] += posting.amount();
                }
            }
        }

        private Object[] values(Object... address) {
            var values = new Object[address.length + 1 + amounts.length];
            System.arraycopy(address, 0, values, 0, address.length);
            values[address.length] = position;
            for (int i = 0; i < amounts.length; i++) {
                values[address.length + 1 + i] = amounts[i];
            }
            return values;
        }
    }

    @Override
    public void add(List<Posting> postings) {
        var practices = new TreeMap<Key, Row>();
        var providers = new TreeMap<Key, Row>();
        var facets = new TreeMap<Key, long[]>();
        for (var posting : postings) {
            for (var basis : Basis.values()) {
                if (posting.cell().measure().home() == Home.DAILY) {
                    practices
                            .computeIfAbsent(key(posting.cell(), basis, "", Cell.NOBODY, ""), _ -> new Row())
                            .add(posting);
                    for (var grain : Grain.values()) {
                        providers
                                .computeIfAbsent(period(posting.cell(), basis, grain), _ -> new Row())
                                .add(posting);
                    }
                } else if (posting.cell().measure().home() == Home.FACET) {
                    var cell = posting.cell();
                    var amount = facets.computeIfAbsent(
                            key(cell, basis, cell.measure().id(), cell.provider(), cell.facet()), _ -> new long[2]);
                    amount[0] += posting.amount();
                    amount[1] = Math.max(amount[1], posting.position());
                }
            }
        }
        write(
                PRACTICE,
                practices,
                (key, row) -> row.values(
                        key.fold(), key.practice(), key.payer(), key.basis().name(), key.day()));
        write(
                PROVIDER,
                providers,
                (key, row) -> row.values(
                        key.fold(),
                        key.practice(),
                        key.provider(),
                        key.payer(),
                        key.basis().name(),
                        key.facet(),
                        key.day()));
        write(FACET, facets, (key, amount) -> new Object[] {
            key.fold(),
            key.measure(),
            key.practice(),
            key.provider(),
            key.payer(),
            key.facet(),
            key.basis().name(),
            key.day(),
            amount[0],
            amount[1]
        });
    }

    private static Key period(Cell cell, Basis basis, Grain grain) {
        return new Key(
                cell.fold(),
                "",
                cell.practice(),
                cell.provider(),
                cell.payer(),
                grain.name(),
                basis,
                grain.start(basis.dayOf(cell)));
    }

    private static Key key(Cell cell, Basis basis, String measure, UUID provider, String facet) {
        return new Key(cell.fold(), measure, cell.practice(), provider, cell.payer(), facet, basis, basis.dayOf(cell));
    }

    private <R> void write(String sql, Map<Key, R> rows, java.util.function.BiFunction<Key, R, Object[]> values) {
        if (!rows.isEmpty()) {
            jdbc.batchUpdate(
                    sql,
                    rows.entrySet().stream()
                            .map(row -> values.apply(row.getKey(), row.getValue()))
                            .toList());
        }
    }
}
