package claimtrail.query.provider;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A practice as registered.
///
/// @param simulated runs write here; every page says so
public record PracticeView(
        UUID id,
        String number,
        String name,
        String timeZone,
        @Nullable String specialty,
        boolean simulated) {}
