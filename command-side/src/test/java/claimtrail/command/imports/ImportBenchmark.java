package claimtrail.command.imports;

import claimtrail.command.RunningSide;
import claimtrail.command.imports.x12.X12Writer;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.util.FileSystemUtils;

/// Measures how fast claim files become durable facts, against the same number of plain rows on the same PostgreSQL.
///
/// Arguments: claims (default 100,000), and `rulebook` to measure instead what screening costs: the same files in one
/// process without rules and under 60 policies and 50 patterns, by turns. The files, one 837P and one 835 of equal
/// claims, are made while they are read.
/// Durable commits are on. Give the JVM the heap that is to be shown: `-Xmx256m`. Method and figures:
/// `docs/benchmarks/import.md`.
public final class ImportBenchmark {

    private static final LocalDate RECEIVED = LocalDate.of(2026, 6, 1);

    /// The payload of a row of the yardstick: about what a decision of two lines takes.
    private static final byte[] PAYLOAD = new byte[700];

    private ImportBenchmark() {}

    /// What was measured.
    ///
    /// @param rows events, or rows of the yardstick
    /// @param heapBytes largest heap seen so far
    record Measured(String what, long rows, long nanos, long heapBytes) {

        double perSecond() {
            return rows * 1e9 / Math.max(nanos, 1);
        }

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "%-12s %,12d rows %8.1f s %,10.0f rows/s   heap at most %,d MB",
                    what,
                    rows,
                    nanos / 1e9,
                    perSecond(),
                    heapBytes >> 20);
        }
    }

    /// Prints each measurement, and the import's ratio to the yardstick.
    public static void main(String[] arguments) throws IOException, SQLException {
        var claims = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100_000;
        if (arguments.length > 1 && arguments[1].equals("rulebook")) {
            var turns = screening(claims);
            turns.forEach(System.out::println);
            System.out.printf(Locale.ROOT, "screening    %.1f %% of the import under rules%n", 100 * share(turns));
            System.exit(0);
        }
        var measured = measure(claims);
        measured.forEach(System.out::println);
        var yardstick = measured.getLast().perSecond();
        for (var each : measured.subList(0, measured.size() - 1)) {
            System.out.printf(Locale.ROOT, "%-12s %.2f × %s%n", each.what(), each.perSecond() / yardstick, "raw.batch");
        }
        System.exit(0); // the server thread of the embedded database would keep the process
    }

    /// Both files, then the yardstick.
    ///
    /// @throws IllegalStateException if a record was not stored: then the figures would mean nothing
    static List<Measured> measure(int claims) throws IOException, SQLException {
        var folder = Files.createTempDirectory("import-benchmark");
        try (var side = RunningSide.start("--claimtrail.imports.directory=" + folder)) {
            var practice = UUID.fromString(side.post("/api/practices", """
                    {"number":"BENCH","name":"Benchmark","timeZone":"UTC"}""").id());
            var writer = new X12Writer();
            var measured = new ArrayList<Measured>();
            measured.add(taken(side, "837", practice, claims, writer.submissions(1, claims)));
            measured.add(taken(side, "835", practice, claims, writer.remittance(1, claims)));
            measured.add(
                    yardstick(side, measured.stream().mapToLong(Measured::rows).sum()));
            return measured;
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    /// The same files without rules, under rules, under rules and without again: each turn a practice of its own. The
    /// automation that ties claims to one another rests.
    static List<Measured> screening(int claims) throws IOException, SQLException {
        var folder = Files.createTempDirectory("import-benchmark");
        try (var side = RunningSide.start(
                "--claimtrail.imports.directory=" + folder, "--claimtrail.automation.look-every-millis=86400000")) {
            turn(side, "WARM", Math.max(claims / 5, 1), true);
            var turns = new ArrayList<Measured>();
            for (var what : List.of("plain-1", "rules-1", "rules-2", "plain-2")) {
                turns.add(turn(side, what, claims, what.startsWith("rules")));
            }
            return turns;
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    /// What the turns under rules took longer, of what they took.
    static double share(List<Measured> turns) {
        var plain = nanos(turns, "plain");
        var rules = nanos(turns, "rules");
        return (double) (rules - plain) / rules;
    }

    private static long nanos(List<Measured> turns, String which) {
        return turns.stream()
                .filter(it -> it.what().startsWith(which))
                .mapToLong(Measured::nanos)
                .sum();
    }

    private static Measured turn(RunningSide side, String what, int claims, boolean rules) throws IOException {
        var practice =
                UUID.fromString(side.post("/api/practices", """
                {"number":"%s","name":"Benchmark","timeZone":"UTC"}""".formatted(what)).id());
        if (rules) {
            BenchmarkRulebook.publish(side, practice);
        }
        var writer = new X12Writer();
        var bills = taken(side, what, practice, claims, writer.submissions(1, claims));
        var answers = taken(side, what, practice, claims, writer.remittance(1, claims));
        return new Measured(what, bills.rows() + answers.rows(), bills.nanos() + answers.nanos(), answers.heapBytes());
    }

    private static Measured taken(RunningSide side, String what, UUID practice, int claims, InputStream file)
            throws IOException {
        var start = System.nanoTime();
        var request = new ImportRequest(practice, null, false, RECEIVED);
        var report = ((ImportRun) side.bean(Importer.class).take(request, file)).await();
        var nanos = System.nanoTime() - start;
        if (report.stored() != claims) {
            throw new IllegalStateException(what + ": stored " + report.stored() + " of " + claims + ": " + report);
        }
        return new Measured(what, report.events(), nanos, heapBytes());
    }

    /// `raw.batch`: plain rows of the log's shape, batches of 1,000 on one connection, no domain.
    private static Measured yardstick(RunningSide side, long rows) throws SQLException {
        side.database().execute("create table public.raw_batch (like event_store.event including all)");
        try (var connection = side.database().owner().getConnection();
                var insert = connection.prepareStatement("""
                        insert into public.raw_batch (position, sequence, recorded_at, event_id, stream_id, practice,
                            correlation, version, stream_type, name, actor_kind, actor_id, source_kind, source_ref,
                            payload)
                        values (?, 0, date_trunc('milliseconds', now()), ?, ?, ?, ?, 1, 'claim', 'claim.submitted',
                            'IMPORT', 'import', 'API', 'benchmark', ?)
                        """)) {
            connection.setAutoCommit(false);
            var practice = UUID.randomUUID();
            var start = System.nanoTime();
            for (var row = 1L; row <= rows; row++) {
                insert.setLong(1, row);
                insert.setObject(2, UUID.randomUUID());
                insert.setObject(3, UUID.randomUUID());
                insert.setObject(4, practice);
                insert.setObject(5, practice);
                insert.setBytes(6, PAYLOAD);
                insert.addBatch();
                if (row % 1_000 == 0 || row == rows) {
                    insert.executeBatch();
                    connection.commit();
                }
            }
            return new Measured("raw.batch", rows, System.nanoTime() - start, heapBytes());
        }
    }

    private static long heapBytes() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong(pool -> pool.getPeakUsage().getUsed())
                .sum();
    }
}
