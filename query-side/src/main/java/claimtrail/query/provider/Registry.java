package claimtrail.query.provider;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Who is who, to look up.
@Component
public class Registry {

    private final JdbcClient jdbc;

    Registry(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// All practices, by name.
    public List<PracticeView> practices() {
        return jdbc.sql("""
                        select practice_id, number, name, time_zone, specialty, simulated
                          from read_model.practice order by name, number
                        """)
                .query((row, _) -> new PracticeView(
                        row.getObject("practice_id", UUID.class),
                        row.getString("number"),
                        row.getString("name"),
                        row.getString("time_zone"),
                        row.getString("specialty"),
                        row.getBoolean("simulated")))
                .list();
    }

    /// The payers of a practice, by name.
    public List<PayerView> payers(UUID practice) {
        return jdbc.sql("""
                        select payer_id, number, name, payer_class, aliases
                          from read_model.payer where practice = ? order by name, number
                        """)
                .param(practice)
                .query((row, _) -> new PayerView(
                        row.getObject("payer_id", UUID.class),
                        row.getString("number"),
                        row.getString("name"),
                        row.getString("payer_class"),
                        List.of((String[]) row.getArray("aliases").getArray())))
                .list();
    }

    /// The providers of a practice, by name.
    public List<ProviderView> providers(UUID practice) {
        return jdbc.sql("""
                        select provider_id, number, name, npi, npi_valid, specialty, stub
                          from read_model.provider where practice = ? order by coalesce(name, number), number
                        """)
                .param(practice)
                .query((row, _) -> new ProviderView(
                        row.getObject("provider_id", UUID.class),
                        row.getString("number"),
                        row.getString("name"),
                        row.getString("npi"),
                        row.getBoolean("npi_valid"),
                        row.getString("specialty"),
                        row.getBoolean("stub")))
                .list();
    }
}
