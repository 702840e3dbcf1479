package claimtrail.command.provider;

import static claimtrail.command.provider.ProviderRefusal.PROVIDER_ID_TAKEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import claimtrail.command.Spec;
import claimtrail.command.provider.RegisterCommand.RegisterProvider;
import claimtrail.command.store.DirectoryEntry;
import claimtrail.event.ExternalId;
import claimtrail.event.provider.ProviderEvent;
import claimtrail.event.provider.ProviderEvent.ProviderRegistered;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// A provider that claims speak of may be named once.
class RegisterProviderTest {

    private static final String NPI = "1234567893";

    private final Spec<Provider, RegisterProvider, ProviderEvent, ProviderRefusal> spec =
            new Spec<>(new Provider.Unknown(), Provider::after, ProviderDecider::decide);

    @Test
    void a_provider_is_found_by_its_number_and_its_npi() {
        var accepted = spec.given().when(register("dr-1", "Dr Who", NPI, false)).accepted();

        assertThat(accepted.directory())
                .extracting(DirectoryEntry::kind, DirectoryEntry::key)
                .containsExactly(tuple("provider", "DR-1"), tuple("provider-npi", NPI));
    }

    @Test
    void a_wrong_check_digit_is_kept_and_flagged_and_nobody_is_found_by_it() {
        var accepted = spec.given()
                .when(register("dr-1", "Dr Who", "1234567890", false))
                .accepted();

        assertThat(((ProviderRegistered) accepted.events().getFirst()).npi()).isEqualTo("1234567890");
        assertThat(((ProviderRegistered) accepted.events().getFirst()).npiValid())
                .isFalse();
        assertThat(accepted.directory()).hasSize(1);
    }

    @Test
    void a_stub_is_named_once() {
        var stub = register("dr-1", null, null, true);
        var named = register("dr-1", "Dr Who", NPI, false);

        assertThat(spec.asked(stub).when(named).events()).hasSize(1);
        spec.asked(stub).when(stub).thenNothing();
        spec.asked(stub, named).when(stub).thenNothing();
        spec.asked(stub, named).when(named).thenNothing();
        spec.asked(stub, named).when(register("dr-1", "Dr Strange", NPI, false)).thenRefused(PROVIDER_ID_TAKEN);
    }

    @Test
    void other_content_is_refused() {
        spec.asked(register("dr-1", null, null, true))
                .when(register("dr-1", null, NPI, true))
                .thenRefused(PROVIDER_ID_TAKEN);
        spec.asked(register("dr-1", null, null, true))
                .when(register("dr-2", "Dr Who", NPI, false))
                .thenRefused(PROVIDER_ID_TAKEN);
        spec.asked(register("dr-1", null, NPI, true))
                .when(register("dr-1", "Dr Who", "1234567890", false))
                .thenRefused(PROVIDER_ID_TAKEN);
        spec.asked(register("dr-1", "Dr Who", NPI, false))
                .when(register("dr-1", "Dr Who", null, false))
                .thenRefused(PROVIDER_ID_TAKEN);
    }

    private static RegisterProvider register(String number, @Nullable String name, @Nullable String npi, boolean stub) {
        return new RegisterProvider(
                new UUID(1, 1), new UUID(2, 1), new ExternalId("837", number), name, npi, null, null, null, stub);
    }
}
