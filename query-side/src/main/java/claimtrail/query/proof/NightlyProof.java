package claimtrail.query.proof;

import claimtrail.metric.claim.ClaimFold;
import claimtrail.query.feed.Editions;
import claimtrail.query.feed.FoldStatus;
import claimtrail.query.feed.LogReader;
import claimtrail.query.job.Job;
import claimtrail.query.job.JobRun;
import claimtrail.query.job.JobRuns;
import claimtrail.query.job.JobSettings;
import claimtrail.query.job.Outcome;
import java.time.LocalTime;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/// Folds the whole log again and compares posting by posting and cell by cell with what is stored, in one snapshot of
/// the database. Anything but 0 differences is an alarm: either somebody changed a row, or a fold is not what it was.
@Component
public class NightlyProof implements Job {

    private static final String NAME = "nightly-proof";

    private final LogReader log;
    private final FoldStatus status;
    private final Editions editions;
    private final JdbcTemplate jdbc;
    private final JobRuns runs;
    private final JobSettings settings;
    private final TransactionTemplate snapshot;

    NightlyProof(
            LogReader log,
            FoldStatus status,
            Editions editions,
            JdbcTemplate jdbc,
            JobRuns runs,
            JobSettings settings,
            PlatformTransactionManager transactions) {
        this.log = log;
        this.status = status;
        this.editions = editions;
        this.jdbc = jdbc;
        this.runs = runs;
        this.settings = settings;
        this.snapshot = new TransactionTemplate(transactions);
        this.snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String does() {
        return "Counts everything again from the log, and compares it with every posting and every daily total.";
    }

    @Override
    public LocalTime at() {
        return settings.proofAt();
    }

    /// The last proof that came to its end; empty before the first.
    public Optional<JobRun> last() {
        return runs.lastComplete(NAME);
    }

    @Override
    public Outcome run() {
        return Objects.requireNonNull(snapshot.execute(_ -> prove()));
    }

    private Outcome prove() {
        jdbc.execute(
                "lock table read_model.edition in access share mode"); // nobody puts other tables in place meanwhile
        var upTo = status.safe(ClaimFold.NAME);
        var folds = editions.now().folds();
        var differences = new Differences();
        var ledger = new LedgerComparison(jdbc, differences, folds);
        log.streams(upTo, ClaimFold.NAME, ledger::read);
        ledger.finish(upTo, ClaimFold.NAME);
        var cells = new CellComparison(jdbc, differences, folds);
        cells.compare();
        return new Outcome(
                String.format(
                        Locale.ROOT,
                        "%,d facts counted again and compared with %,d postings and %,d rows of totals: %s.",
                        ledger.facts(),
                        ledger.postings(),
                        cells.rows(),
                        differences.count() == 0
                                ? "all the same"
                                : String.format(Locale.ROOT, "%,d differ", differences.count())),
                upTo,
                differences.count(),
                differences.first());
    }
}
