package claimtrail.query.provider;

import claimtrail.event.DomainEvent;
import claimtrail.event.Envelope;
import claimtrail.event.Recorded;
import claimtrail.event.provider.PayerEvent;
import claimtrail.event.provider.PayerEvent.PayerRegistered;
import claimtrail.event.provider.PayerEvent.PayerTermsSet;
import claimtrail.event.provider.PracticeEvent;
import claimtrail.event.provider.PracticeEvent.PracticeRegistered;
import claimtrail.event.provider.ProviderEvent;
import claimtrail.event.provider.ProviderEvent.ProviderRegistered;
import claimtrail.query.feed.Projection;
import claimtrail.query.feed.Row;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Who is who: practices, providers, payers and their terms, as registered.
@Component
final class RegistryProjection implements Projection {

    private final JdbcClient jdbc;

    RegistryProjection(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void project(List<Recorded<DomainEvent>> facts) {
        for (var fact : facts) {
            var place = fact.envelope();
            if (fact.event() instanceof PracticeEvent event) {
                practice(place, event);
            } else if (fact.event() instanceof ProviderEvent event) {
                provider(place, event);
            } else if (fact.event() instanceof PayerEvent event) {
                payer(place, event);
            }
        }
    }

    private void practice(Envelope place, PracticeEvent event) {
        switch (event) {
            case PracticeRegistered it ->
                jdbc.sql(RegistryTables.PRACTICE.insert() + """

                                on conflict on constraint practice_pk do update
                                   set name = excluded.name, time_zone = excluded.time_zone,
                                       specialty = excluded.specialty, simulated = excluded.simulated,
                                       last_position = excluded.last_position
                                """)
                        .params(RegistryTables.row(place, it))
                        .update();
        }
    }

    private void provider(Envelope place, ProviderEvent event) {
        switch (event) {
            case ProviderRegistered it ->
                jdbc.sql(RegistryTables.PROVIDER.insert() + """

                                on conflict on constraint provider_pk do update
                                   set name = excluded.name, npi = excluded.npi, npi_valid = excluded.npi_valid,
                                       specialty = excluded.specialty, stub = excluded.stub,
                                       last_position = excluded.last_position
                                """)
                        .params(RegistryTables.row(place, it))
                        .update();
        }
    }

    private void payer(Envelope place, PayerEvent event) {
        switch (event) {
            case PayerRegistered it ->
                jdbc.sql(RegistryTables.PAYER.insert() + """

                                on conflict on constraint payer_pk do update
                                   set name = excluded.name, payer_class = excluded.payer_class,
                                       aliases = excluded.aliases, last_position = excluded.last_position
                                """)
                        .params(RegistryTables.row(place, it))
                        .update();
            case PayerTermsSet it -> terms(place, it);
        }
    }

    private void terms(Envelope place, PayerTermsSet set) {
        for (int no = 0; no < set.terms().size(); no++) {
            var term = set.terms().get(no);
            jdbc.sql("""
                            insert into read_model.payer_term values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                            on conflict on constraint payer_term_pk do nothing
                            """)
                    .params(Row.of(
                            place.streamId(),
                            place.position(),
                            no,
                            set.termsVersion(),
                            term.kind().name(),
                            term.level(),
                            term.days(),
                            term.countsFrom().name(),
                            term.presumedReceiptDays(),
                            term.effectiveFrom(),
                            term.effectiveTo(),
                            term.citation()))
                    .update();
        }
    }
}
