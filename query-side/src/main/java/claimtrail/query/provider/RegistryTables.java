package claimtrail.query.provider;

import claimtrail.event.Envelope;
import claimtrail.event.provider.PayerEvent.PayerRegistered;
import claimtrail.event.provider.PracticeEvent.PracticeRegistered;
import claimtrail.event.provider.ProviderEvent.ProviderRegistered;
import claimtrail.query.feed.Row;
import claimtrail.query.feed.Table;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The tables of those who are registered, and the rows that a registration makes.
public final class RegistryTables {

    /// Practices.
    static final Table PRACTICE = new Table(
            "practice",
            List.of(
                    "practice_id",
                    "number_source",
                    "number",
                    "name",
                    "time_zone",
                    "specialty",
                    "simulated",
                    "last_position"));

    /// Clinicians and groups.
    public static final Table PROVIDER = new Table(
            "provider",
            List.of(
                    "provider_id",
                    "practice",
                    "number_source",
                    "number",
                    "name",
                    "npi",
                    "npi_valid",
                    "specialty",
                    "stub",
                    "last_position"));

    /// Payers, without their terms.
    public static final Table PAYER = new Table(
            "payer",
            List.of(
                    "payer_id",
                    "practice",
                    "number_source",
                    "number",
                    "name",
                    "payer_class",
                    "aliases",
                    "last_position"));

    private RegistryTables() {}

    static List<@Nullable Object> row(Envelope place, PracticeRegistered it) {
        return Row.of(
                place.streamId(),
                it.number().source(),
                it.number().value(),
                it.name(),
                it.timeZone(),
                it.specialty(),
                it.simulated(),
                place.position());
    }

    static List<@Nullable Object> row(Envelope place, ProviderRegistered it) {
        return Row.of(
                place.streamId(),
                practiceOf(place),
                it.number().source(),
                it.number().value(),
                it.name(),
                it.npi(),
                it.npiValid(),
                it.specialty(),
                it.stub(),
                place.position());
    }

    static List<@Nullable Object> row(Envelope place, PayerRegistered it) {
        return Row.of(
                place.streamId(),
                practiceOf(place),
                it.number().source(),
                it.number().value(),
                it.name(),
                it.payerClass().name(),
                it.aliases().toArray(String[]::new),
                place.position());
    }

    private static UUID practiceOf(Envelope place) {
        return Objects.requireNonNull(place.practice(), "a provider and a payer belong to a practice");
    }
}
