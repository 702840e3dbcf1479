package claimtrail.query.number;

import claimtrail.query.web.Asked;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What is set, from a day on: a practice's own value before that of the platform.
@Component
public class Settings {

    private final JdbcClient jdbc;

    Settings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// The value in force on the last day asked about, as known at the position; absent where nobody set one.
    public @Nullable Long of(String setting, Asked asked) {
        return jdbc.sql("""
                        select value from read_model.setting
                         where setting = :setting and practice in (:practice, :platform)
                           and effective_from <= :day and position <= :asOf
                         order by practice = :practice desc, effective_from desc limit 1
                        """)
                .param("setting", setting)
                .param("practice", asked.practice().id())
                .param("platform", PublishedDefinitions.PLATFORM)
                .param("day", asked.window().to())
                .param("asOf", asked.asOf())
                .query(Long.class)
                .optional()
                .orElse(null);
    }
}
