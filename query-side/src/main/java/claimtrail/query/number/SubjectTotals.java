package claimtrail.query.number;

import claimtrail.metric.Basis;
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

/// The daily tables of patterns and policies. As with the other daily tables, a batch is added up in memory and each
/// touched row is written once, in the order of the keys.
@Component
final class SubjectTotals implements PostingWriter {

    private static final String PATTERN = upsert("pattern_daily_metrics", "pattern_id", SubjectColumn.PATTERN);
    private static final String POLICY = upsert("policy_daily_metrics", "policy_id", SubjectColumn.POLICY);

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

    private static String upsert(String table, String subject, List<SubjectColumn> columns) {
        var names = columns.stream().map(SubjectColumn::name).collect(Collectors.joining(", "));
        var more = columns.stream()
                .map(column -> column.name() + " = t." + column.name() + " + excluded." + column.name())
                .collect(Collectors.joining(", "));
        return """
                insert into read_model.%1$s as t (fold, practice, %2$s, provider, payer, basis, day, last_position, %3$s)
                values (?, ?, ?, ?, ?, ?, ?, ?%4$s)
                on conflict on constraint %1$s_pk do update
                   set last_position = greatest(t.last_position, excluded.last_position), %5$s
                """.formatted(table, subject, names, ", ?".repeat(columns.size()), more);
    }

    @Override
    public void add(List<Posting> postings) {
        write(PATTERN, rows(postings, Home.PATTERN));
        write(POLICY, rows(postings, Home.POLICY));
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

    private void write(String sql, Map<Key, long[]> rows) {
        if (rows.isEmpty()) {
            return;
        }
        jdbc.batchUpdate(
                sql,
                rows.entrySet().stream()
                        .map(row -> values(row.getKey(), row.getValue()))
                        .toList());
    }

    private static Object[] values(Key key, long[] row) {
        var values = new Object[7 + row.length];
        values[0] = key.fold();
        values[1] = key.practice();
        values[2] = key.subject();
        values[3] = key.provider();
        values[4] = key.payer();
        values[5] = key.basis().name();
        values[6] = key.day();
        for (int i = 0; i < row.length; i++) {
            values[7 + i] = row[i];
        }
        return values;
    }
}
