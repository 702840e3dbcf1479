package claimtrail.command.imports.x12;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A procedure code with its modifiers.
///
/// @param qualifier HC, AD, N4 and so on; null when only a code was sent
/// @param code as sent, five letters and digits upper-case
public record Procedure(@Nullable String qualifier, String code, List<String> modifiers) {

    public Procedure {
        modifiers = List.copyOf(modifiers);
    }
}
