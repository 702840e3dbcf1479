package claimtrail.query.provider;

import claimtrail.event.DomainEvent;
import claimtrail.event.Envelope;
import claimtrail.event.provider.PayerEvent.PayerRegistered;
import claimtrail.event.provider.PracticeEvent.PracticeRegistered;
import claimtrail.event.provider.ProviderEvent.ProviderRegistered;
import claimtrail.query.feed.LogReader;
import claimtrail.query.feed.Row;
import claimtrail.query.feed.Table;
import claimtrail.query.feed.Then;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Who is who, to look up.
@Component
public class Registry {

    private final JdbcClient jdbc;
    private final LogReader log;

    Registry(JdbcClient jdbc, LogReader log) {
        this.jdbc = jdbc;
        this.log = log;
    }

    /// Who was who at a position: the tables of practices, providers and payers, as they were.
    public Then then(long asOf) {
        var then = new Then(asOf);
        refold(then, asOf, RegistryTables.PRACTICE, "practice_id", PracticeRegistered.class, RegistryTables::row);
        refold(then, asOf, RegistryTables.PROVIDER, "provider_id", ProviderRegistered.class, RegistryTables::row);
        refold(then, asOf, RegistryTables.PAYER, "payer_id", PayerRegistered.class, RegistryTables::row);
        return then;
    }

    /// All practices as they were at a position, by name.
    public List<PracticeView> practicesAt(long asOf) {
        var then = new Then(asOf);
        refold(then, asOf, RegistryTables.PRACTICE, "practice_id", PracticeRegistered.class, RegistryTables::row);
        return practices(then);
    }

    /// A practice as it was when it became known, for questions about times before; empty where there is
    /// none.
    ///
    /// @param named its id or its number
    public Optional<PracticeView> firstRegistered(String named) {
        return practices().stream()
                .filter(it -> it.id().toString().equals(named) || it.number().equals(named))
                .findFirst()
                .flatMap(it -> practicesAt(log.firstOf(it.id())).stream()
                        .filter(then -> then.id().equals(it.id()))
                        .findFirst());
    }

    private <E extends DomainEvent> void refold(
            Then then,
            long asOf,
            Table table,
            String key,
            Class<E> registered,
            BiFunction<Envelope, E, List<@Nullable Object>> row) {
        var touched = jdbc.sql("select " + key + " from " + table.now() + " where last_position > ?")
                .param(asOf)
                .query((found, _) -> Row.id(found))
                .list();
        if (touched.isEmpty()) {
            return;
        }
        var rows = new HashMap<UUID, List<@Nullable Object>>();
        for (var entry : log.streams(touched, asOf)) {
            var event = entry.read().event();
            if (registered.isInstance(event)) {
                rows.put(entry.envelope().streamId(), row.apply(entry.envelope(), registered.cast(event)));
            }
        }
        then.refolded(table, List.copyOf(rows.values()));
    }

    /// All practices, by name.
    public List<PracticeView> practices() {
        return practices(new Then(Long.MAX_VALUE));
    }

    /// All practices at a position, by name.
    public List<PracticeView> practices(Then then) {
        return then.asking(jdbc.sql("""
            select practice_id, number, name, time_zone, specialty, simulated
              from %s r order by name, number
            """.formatted(then.of(RegistryTables.PRACTICE))))
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
        return payers(practice, new Then(Long.MAX_VALUE));
    }

    /// The payers of a practice at a position, by name.
    public List<PayerView> payers(UUID practice, Then then) {
        return then.asking(jdbc.sql("""
            select payer_id, number, name, payer_class, aliases
              from %s r where practice = :practice order by name, number
            """.formatted(then.of(RegistryTables.PAYER))))
                .param("practice", practice)
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
        return providers(practice, new Then(Long.MAX_VALUE));
    }

    /// The providers of a practice at a position, by name.
    public List<ProviderView> providers(UUID practice, Then then) {
        return then.asking(jdbc.sql("""
            select provider_id, number, name, npi, npi_valid, specialty, stub
              from %s r where practice = :practice order by coalesce(name, number), number
            """.formatted(then.of(RegistryTables.PROVIDER))))
                .param("practice", practice)
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
