package claimtrail.command.imports.reading;

import claimtrail.event.ExternalId;
import org.jspecify.annotations.Nullable;

/// A provider as a source speaks of one.
public record ProviderName(
        ExternalId number,
        @Nullable String name,
        @Nullable String npi,
        @Nullable String specialty,
        @Nullable String taxonomy,
        @Nullable String tin) {

    /// Only a number is known.
    public static ProviderName of(String source, String number) {
        return new ProviderName(new ExternalId(source, number), null, null, null, null, null);
    }
}
