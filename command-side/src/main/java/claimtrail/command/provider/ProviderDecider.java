package claimtrail.command.provider;

import static claimtrail.command.provider.ProviderRefusal.PROVIDER_ID_TAKEN;

import claimtrail.command.Decision;
import claimtrail.command.provider.RegisterCommand.RegisterProvider;
import claimtrail.command.store.DirectoryEntry;
import claimtrail.event.provider.ProviderEvent;
import claimtrail.event.provider.ProviderEvent.ProviderRegistered;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Decides what is asked of a provider.
public final class ProviderDecider {

    private ProviderDecider() {}

    public static Decision<ProviderEvent, ProviderRefusal> decide(Provider provider, RegisterProvider command) {
        var npi = command.npi();
        var registered = new ProviderRegistered(
                command.number(),
                command.name(),
                npi,
                npi != null && Npi.isValid(npi),
                command.specialty(),
                command.taxonomy(),
                command.tin(),
                command.stub());
        return switch (provider) {
            case Provider.Unknown _ -> accept(command, registered);
            case Provider.Stub it when it.seen().equals(registered) -> Decision.seenBefore();
            case Provider.Stub it when names(it.seen(), registered) -> accept(command, registered);
            case Provider.Stub _ -> Decision.refuse(PROVIDER_ID_TAKEN, "/number");
            case Provider.Registered it when it.all().contains(registered) -> Decision.seenBefore();
            case Provider.Registered _ -> Decision.refuse(PROVIDER_ID_TAKEN, "/number");
        };
    }

    /// A name may be added to what claims said; what they said may not be changed.
    private static boolean names(ProviderRegistered stub, ProviderRegistered named) {
        return !named.stub()
                && stub.number().equals(named.number())
                && (stub.npi() == null || stub.npi().equals(named.npi()));
    }

    private static Decision<ProviderEvent, ProviderRefusal> accept(
            RegisterProvider command, ProviderRegistered registered) {
        var numbers = new ArrayList<DirectoryEntry>();
        numbers.add(entry(command, "provider", command.number().value().toUpperCase(Locale.ROOT)));
        var npi = registered.npi();
        // A number with a wrong check digit may be anybody's, so nobody is found by it.
        if (npi != null && registered.npiValid()) {
            numbers.add(entry(command, "provider-npi", npi));
        }
        return Decision.accept(List.of(registered), numbers, List.of());
    }

    private static DirectoryEntry entry(RegisterProvider command, String kind, String key) {
        return new DirectoryEntry(command.practice(), kind, key, command.provider());
    }
}
