package claimtrail.command.provider;

import claimtrail.command.provider.RegisterCommand.RegisterPayer;
import claimtrail.event.ExternalId;
import claimtrail.event.Ids;
import claimtrail.event.provider.PayerEvent.PayerClass;
import java.util.List;
import java.util.UUID;

/// The payer of claims whose source names none. Every practice has one from the start.
public final class PayerNotStated {

    /// How it is called, and looked up.
    public static final String NAME = "not stated";

    private PayerNotStated() {}

    /// Makes it known to a practice; asked again, it is the same payer.
    public static RegisterPayer of(UUID practice) {
        var id = Ids.named("payer", practice.toString(), PayerDecider.normalised(NAME));
        return new RegisterPayer(
                id, practice, new ExternalId("claimtrail", NAME), NAME, PayerClass.NOT_STATED, List.of());
    }
}
