package claimtrail.command.claim;

import claimtrail.command.store.VaultEntry;
import claimtrail.denial.screening.Beside;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Answers about a person from the text that goes into the vault with the bill: whether the age fits, and no more. The
/// birthday itself leaves the vault no further than this decision.
final class PersonText {

    private static final String BORN_ON = "bornOn";
    private static final JsonMapper JSON = JsonMapper.shared();

    private PersonText() {}

    /// Nothing is answered where the bill came without a birthday, or with one that is no day.
    static Beside of(List<VaultEntry> entries) {
        for (var entry : entries) {
            var bornOn = bornOn(entry.plaintext());
            if (bornOn != null) {
                return Beside.born(bornOn);
            }
        }
        return Beside.nothing();
    }

    private static @Nullable LocalDate bornOn(byte[] text) {
        try {
            var told = JSON.readTree(text).path(BORN_ON);
            return told.isString() ? LocalDate.parse(told.asString().strip()) : null;
        } catch (JacksonException | DateTimeException _) {
            return null; // another entry than a person's, or a day that nobody can read
        }
    }
}
