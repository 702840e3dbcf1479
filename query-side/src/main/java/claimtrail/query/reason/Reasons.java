package claimtrail.query.reason;

import claimtrail.denial.DayOne;
import claimtrail.metric.Cell;
import claimtrail.query.web.Asked;
import claimtrail.query.web.Page;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The table of reasons: for each code, remark, group and payer what is in force on a day, as known at a position. The
/// latest effective day wins; of two for one day that of the practice, then the later.
@Component
public class Reasons {

    private static final String IN_FORCE = """
            select distinct on (system, code, remark, adjusted_by, payer) *
              from read_model.reason_entry
             where practice in (:practice, :platform) and position <= :asOf
               and effective_from <= :day and (effective_to is null or effective_to > :day)
             order by system, code, remark, adjusted_by, payer,
                      effective_from desc, practice = :practice desc, position desc
            """;

    private static final String FOUND = " from (" + IN_FORCE + """
            ) entry
             where (:search = '' or lower(code) = :search or lower(remark) = :search
                    or lower(coalesce(reason_class, '')) like '%' || :search || '%'
                    or lower(coalesce(category, '')) like '%' || :search || '%')
            """;

    private final JdbcClient jdbc;

    Reasons(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Those in force on the last day asked about.
    ///
    /// @param search a code or remark, or part of a class or category; empty = all
    public List<ReasonView> list(Asked asked, String search, Page page) {
        return asking("select *" + FOUND + """
                         order by system, length(code), code, remark, adjusted_by, payer limit :limit offset :offset
                        """, asked, search)
                .param("limit", page.limit())
                .param("offset", page.offset())
                .query((row, _) -> view(row))
                .list();
    }

    /// How many there are.
    public long count(Asked asked, String search) {
        return asking("select count(*)" + FOUND, asked, search)
                .query(Long.class)
                .single();
    }

    /// Which of some codes have a meaning by now: in force on the last day asked about, in any system.
    Set<String> known(Asked asked, List<String> codes) {
        return new TreeSet<>(asking("select distinct code" + FOUND + " and code = any(:codes)", asked, "")
                .param("codes", codes.toArray(String[]::new))
                .query(String.class)
                .list());
    }

    private JdbcClient.StatementSpec asking(String sql, Asked asked, String search) {
        return jdbc.sql(sql)
                .param("practice", asked.practice().id())
                .param("platform", Cell.NOBODY)
                .param("asOf", asked.asOf())
                .param("day", asked.window().to())
                .param("search", search.toLowerCase(Locale.ROOT));
    }

    private static ReasonView view(ResultSet row) throws SQLException {
        var reasonClass = row.getString("reason_class");
        return new ReasonView(
                row.getString("system"),
                row.getString("code"),
                text(row.getString("remark")),
                text(row.getString("adjusted_by")),
                somebody(row.getObject("payer", UUID.class)),
                row.getString("effect"),
                reasonClass,
                row.getString("category"),
                row.getString("preventable"),
                Optional.ofNullable(reasonClass)
                        .map(DayOne.classes()::get)
                        .map(it -> it.cure())
                        .orElse(null),
                row.getObject("effective_from", LocalDate.class),
                row.getObject("effective_to", LocalDate.class),
                somebody(row.getObject("practice", UUID.class)) != null,
                "/api/audit/events/" + row.getLong("position"));
    }

    private static @Nullable String text(String text) {
        return text.isEmpty() ? null : text;
    }

    private static @Nullable UUID somebody(UUID id) {
        return id.equals(Cell.NOBODY) ? null : id;
    }
}
