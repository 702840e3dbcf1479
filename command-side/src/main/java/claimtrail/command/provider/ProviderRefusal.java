package claimtrail.command.provider;

import claimtrail.command.Refusal;

/// Why something asked of a provider is refused.
public enum ProviderRefusal implements Refusal {
    PROVIDER_ID_TAKEN
}
