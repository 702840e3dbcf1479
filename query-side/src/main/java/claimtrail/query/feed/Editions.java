package claimtrail.query.feed;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Which folds are kept, and how often the read models were put in place anew.
@Component
public class Editions {

    private final JdbcClient jdbc;

    Editions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// The read models as they are shown.
    ///
    /// @param number one more whenever others were put in their place; an answer belongs to one edition
    /// @param folds who is counted, in which version: `claim/1`
    public record Edition(long number, List<String> folds) {

        public Edition {
            folds = List.copyOf(folds);
        }
    }

    /// The one that is shown.
    public Edition now() {
        return jdbc.sql("select number, folds from read_model.edition")
                .query((row, _) -> new Edition(row.getLong("number"), List.of((String[])
                        row.getArray("folds").getArray())))
                .single();
    }
}
