package claimtrail.command.imports.reading;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A payer as a source speaks of it.
///
/// @param aliases numbers and names as sent, the most reliable first
/// @param name for people
/// @param payerClass SBR09 or CLP06 as sent
public record PayerName(
        List<String> aliases,
        @Nullable String name,
        @Nullable String payerClass) {

    public PayerName {
        aliases = List.copyOf(aliases);
    }

    /// An alias by which a payer is looked up: upper-case letters and digits only.
    public static String normalised(String alias) {
        return alias.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
    }
}
