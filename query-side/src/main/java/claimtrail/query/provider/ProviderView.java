package claimtrail.query.provider;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A clinician or group as registered.
///
/// @param name absent for one that is seen in claims only
public record ProviderView(
        UUID id,
        String number,
        @Nullable String name,
        @Nullable String npi,
        boolean npiValid,
        @Nullable String specialty,
        boolean stub) {

    /// A name, or what stands for one.
    public String shown() {
        return name == null ? number : name;
    }
}
