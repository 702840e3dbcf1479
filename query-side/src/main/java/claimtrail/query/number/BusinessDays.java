package claimtrail.query.number;

import claimtrail.metric.Basis;
import claimtrail.query.web.Window;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The days on which anything happened at a practice.
@Component
public class BusinessDays {

    private final JdbcClient jdbc;
    private final KeptTotals kept;

    BusinessDays(JdbcClient jdbc, KeptTotals kept) {
        this.jdbc = jdbc;
        this.kept = kept;
    }

    /// The latest that was counted; empty where nothing was.
    public Optional<LocalDate> latest(UUID practice) {
        return jdbc.sql("""
            select period_start from read_model.provider_performance
             where fold = any(?) and practice = ? and basis = 'EVENT' and grain = 'DAY'
             order by period_start desc limit 1
            """)
                .params(Folds.standard(), practice)
                .query(LocalDate.class)
                .optional();
    }

    /// The latest that was known at a position; empty where none was.
    public Optional<LocalDate> latest(UUID practice, long asOf) {
        return kept.daysOf(Column.measures(), practice, Basis.EVENT, asOf).map(Window::to);
    }

    /// The latest on which a claim was sent that was known at a position; empty where none was.
    public Optional<LocalDate> latestSubmission(UUID practice, long asOf) {
        return kept.daysOf(Column.measures(), practice, Basis.SUBMISSION, asOf).map(Window::to);
    }
}
