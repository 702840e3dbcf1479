package claimtrail.query.number;

import claimtrail.metric.Basis;
import claimtrail.metric.Home;
import claimtrail.metric.Posting;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// The daily tables of patterns and policies, and their totals over all providers and payers. As with the other daily
/// tables, a batch is added up in memory and each touched row is written once, in the order of the keys.
@Component
final class SubjectTotals implements PostingWriter {

    private static final String PATTERN = upsert("pattern_daily_metrics", "pattern_id", SubjectColumn.PATTERN);
    private static final String POLICY = upsert("policy_daily_metrics", "policy_id", SubjectColumn.POLICY);

    private static final String PATTERN_TOTAL = total("pattern_totals", "pattern_id", SubjectColumn.PATTERN);
    private static final String POLICY_TOTAL = total("policy_totals", "policy_id", SubjectColumn.POLICY);

    private final JdbcTemplate jdbc;

    SubjectTotals(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    private record Key(String fold, UUID practice, UUID subject, UUID provider, UUID payer, Basis basis, LocalDate day)
            implements Comparable<Key> {

        private static final Comparator<Key> ORDER = Comparator.comparing(Key::fold)
                .thenComparing(Key::practice)
                .thenComparing(Key::basis)
                .thenComparing(Key::day)
                .thenComparing(Key::subject)
                .thenComparing(Key::provider)
                .thenComparing(Key::payer);

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }

    /// A row of totals.
    private record Period(String fold, UUID practice, UUID subject, Basis basis, Grain grain, LocalDate start)
            implements Comparable<Period> {

        private static final List<Grain> GRAINS = List.of(Grain.DAY, Grain.MONTH);

        private static final Comparator<Period> ORDER = Comparator.comparing(Period::fold)
                .thenComparing(Period::practice)
                .thenComparing(Period::basis)
                .thenComparing(Period::grain)
                .thenComparing(Period::start)
                .thenComparing(Period::subject);

        @Override
        public int compareTo(Period other) {
            return ORDER.compare(this, other);
        }
    }

    private static String upsert(String table, String subject, List<SubjectColumn> columns) {
        return upsert(table, List.of("fold", "practice", subject, "provider", "payer", "basis", "day"), columns);
    }

    private static String total(String table, String subject, List<SubjectColumn> columns) {
        return upsert(table, List.of("fold", "practice", subject, "basis", "grain", "period_start"), columns);
    }

    private static String upsert(String table, List<String> keys, List<SubjectColumn> columns) {
        var names = columns.stream().map(SubjectColumn::name).collect(Collectors.joining(", "));
        var more = columns.stream()
                .map(column -> column.name() + " = t." + column.name() + " + excluded." + column.name())
                .collect(Collectors.joining(", "));
        return """
                insert into read_model.%1$s as t (%2$s, last_position, %3$s)
                values (?%4$s)
                on conflict on constraint %1$s_pk do update
                   set last_position = greatest(t.last_position, excluded.last_position), %5$s
                """.formatted(table, String.join(", ", keys), names, ", ?".repeat(keys.size() + columns.size()), more);
    }

    @Override
    public void add(List<Posting> postings) {
        var patterns = rows(postings, Home.PATTERN);
        write(PATTERN, patterns, SubjectTotals::values);
        write(PATTERN_TOTAL, totals(patterns), SubjectTotals::values);
        var policies = rows(postings, Home.POLICY);
        write(POLICY, policies, SubjectTotals::values);
        write(POLICY_TOTAL, totals(policies), SubjectTotals::values);
    }

    /// The same without providers and payers, by days and by months.
    private static Map<Period, long[]> totals(Map<Key, long[]> rows) {
        var totals = new TreeMap<Period, long[]>();
        rows.forEach((key, row) -> {
            for (var grain : Period.GRAINS) {
                var period = new Period(
                        key.fold(), key.practice(), key.subject(), key.basis(), grain, grain.start(key.day()));
                var total = totals.computeIfAbsent(period, _ -> new long[row.length]);
                total[0] = Math.max(total[0], row[0]);
                for (int i = 1; i < row.length; i++) {
                    total[i] += row[i];
                }
            }
        });
        return totals;
    }

    /// What a batch adds to each row: the position first, then the columns.
    private static Map<Key, long[]> rows(List<Posting> postings, Home home) {
        var columns = SubjectColumn.of(home);
        var rows = new TreeMap<Key, long[]>();
        for (var posting : postings) {
            if (posting.cell().measure().home() == home) {
                for (var basis : Basis.values()) {
                    add(posting, columns, rows.computeIfAbsent(key(posting, basis), _ -> new long[columns.size() + 1]));
                }
            }
        }
        return rows;
    }

    private static void add(Posting posting, List<SubjectColumn> columns, long[] row) {
        row[0] = Math.max(row[0], posting.position());
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).takes(posting.cell())) {
                row[i + 1] += posting.amount();
            }
        }
    }

    private static Key key(Posting posting, Basis basis) {
        var cell = posting.cell();
        var facet = cell.facet();
        var subject =
                facet.startsWith(SubjectColumn.ASSERTED) ? facet.substring(SubjectColumn.ASSERTED.length()) : facet;
        return new Key(
                cell.fold(),
                cell.practice(),
                UUID.fromString(subject),
                cell.provider(),
                cell.payer(),
                basis,
                basis.dayOf(cell));
    }

    private <K> void write(String sql, Map<K, long[]> rows, BiFunction<K, long[], Object[]> values) {
        if (!rows.isEmpty()) {
            jdbc.batchUpdate(
                    sql,
                    rows.entrySet().stream()
                            .map(row -> values.apply(row.getKey(), row.getValue()))
                            .toList());
        }
    }

    private static Object[] values(Key key, long[] row) {
        return values(
                row,
                key.fold(),
                key.practice(),
                key.subject(),
                key.provider(),
                key.payer(),
                key.basis().name(),
                key.day());
    }

    private static Object[] values(Period period, long[] row) {
        return values(
                row,
                period.fold(),
                period.practice(),
                period.subject(),
                period.basis().name(),
                period.grain().name(),
                period.start());
    }

    private static Object[] values(long[] row, Object... key) {
        var values = Arrays.copyOf(key, key.length + row.length);
        for (int i = 0; i < row.length; i++) {
            values[key.length + i] = row[i];
        }
        return values;
    }
}
