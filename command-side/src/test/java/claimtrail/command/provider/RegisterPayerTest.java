package claimtrail.command.provider;

import static claimtrail.command.provider.PayerRefusal.PAYER_ID_TAKEN;
import static org.assertj.core.api.Assertions.assertThat;

import claimtrail.command.Spec;
import claimtrail.command.provider.RegisterCommand.RegisterPayer;
import claimtrail.command.store.DirectoryEntry;
import claimtrail.event.ExternalId;
import claimtrail.event.provider.PayerEvent;
import claimtrail.event.provider.PayerEvent.PayerClass;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// A payer is registered once, and found by every name files give it.
class RegisterPayerTest {

    private final Spec<Payer, RegisterPayer, PayerEvent, PayerRefusal> spec =
            new Spec<>(new Payer.Unknown(), Payer::after, PayerDecider::decide);

    @Test
    void a_payer_is_found_by_number_name_and_aliases_in_letters_and_digits_only() {
        var accepted = spec.given().when(register("Blue Cross & Blue Shield")).accepted();

        assertThat(accepted.directory())
                .extracting(DirectoryEntry::key)
                .containsExactly("PAY001", "BLUECROSSBLUESHIELD", "BCBSTX");
    }

    @Test
    void the_same_again_is_no_second_fact_and_other_content_is_refused() {
        spec.asked(register("A")).when(register("A")).thenNothing();
        spec.asked(register("A")).when(register("B")).thenRefused(PAYER_ID_TAKEN);
    }

    private static RegisterPayer register(String name) {
        return new RegisterPayer(
                new UUID(1, 1),
                new UUID(2, 1),
                new ExternalId("api", "PAY-001"),
                name,
                PayerClass.COMMERCIAL,
                List.of("bcbs-tx", "--", "BCBS TX"));
    }
}
