package claimtrail.command.claim;

import claimtrail.command.store.Directory;
import claimtrail.command.store.DirectoryEntry;
import claimtrail.command.store.VaultEntry;
import claimtrail.event.Ids;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// Who is who among patients, without a name outside the vault. A person is recognised by its tokens; the directory
/// leads from them to the patient's key, which is random and stands in the log.
public final class Patients {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Directory directory;
    private final PatientTokens tokens;

    public Patients(Directory directory, PatientTokens tokens) {
        this.directory = directory;
        this.tokens = tokens;
    }

    /// What a source says about a person.
    public record Person(
            String name,
            @Nullable LocalDate bornOn,
            @Nullable String memberId) {}

    /// A person as the log knows it.
    ///
    /// @param key stands in the log
    /// @param numbers tokens that are new, to be written with the next fact about this person
    /// @param vault what was told, under a reference that follows from it: told twice, it is one entry
    public record Patient(UUID key, List<DirectoryEntry> numbers, List<VaultEntry> vault) {

        /// Further entries, and then those of this person.
        public List<DirectoryEntry> entries(DirectoryEntry... others) {
            return Stream.concat(Stream.of(others), numbers.stream()).toList();
        }
    }

    /// The patient that this person is; a new one when nobody told us of it.
    ///
    /// @throws claimtrail.command.store.LogUnavailable if the database fails
    public Patient find(UUID practice, Person person) {
        var bornOn = Objects.toString(person.bornOn(), null);
        var all = tokens.of(practice, person.name(), bornOn, person.memberId());
        var known = all.stream()
                .map(it -> directory.find(practice, PatientTokens.KIND, it))
                .toList();
        var key = known.stream().flatMap(Optional::stream).findFirst().orElseGet(Ids::next);
        var numbers = new ArrayList<DirectoryEntry>();
        for (int i = 0; i < all.size(); i++) {
            if (known.get(i).isEmpty()) {
                numbers.add(new DirectoryEntry(practice, PatientTokens.KIND, all.get(i), key));
            }
        }
        return new Patient(key, numbers, List.of(text(practice, key, person)));
    }

    private VaultEntry text(UUID practice, UUID key, Person person) {
        var told = new TreeMap<String, String>();
        told.put("name", person.name());
        if (person.bornOn() != null) {
            told.put("bornOn", person.bornOn().toString());
        }
        if (person.memberId() != null) {
            told.put("memberId", person.memberId());
        }
        var text = JSON.writeValueAsString(told);
        return new VaultEntry(tokens.reference(key, text), practice, key, text.getBytes(StandardCharsets.UTF_8));
    }
}
