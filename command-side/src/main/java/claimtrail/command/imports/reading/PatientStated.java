package claimtrail.command.imports.reading;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A person as a source describes one; for the vault and for nothing else, hence without a telling `toString`.
///
/// @param name normalised: upper-case letters, given names before the family name; empty when not told
/// @param bornOn ISO day, where told
/// @param memberId where told
/// @param vault all that is to be kept, by name of the field
public record PatientStated(
        String name, @Nullable String bornOn, @Nullable String memberId, Map<String, String> vault) {

    public PatientStated {
        vault = Map.copyOf(vault);
    }

    /// A person of whom nothing at all is told.
    public boolean isUnknown() {
        return name.isEmpty() && memberId == null;
    }

    /// The same person with one more thing to keep.
    public PatientStated keeping(String field, @Nullable String text) {
        if (text == null || text.isBlank()) {
            return this;
        }
        var more = new TreeMap<>(vault);
        more.put(field, text);
        return new PatientStated(name, bornOn, memberId, more);
    }

    @Override
    public String toString() {
        return "PatientStated[for the vault]";
    }
}
