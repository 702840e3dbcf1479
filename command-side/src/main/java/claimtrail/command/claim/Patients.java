package claimtrail.command.claim;

import claimtrail.command.store.Directory;
import claimtrail.command.store.DirectoryEntry;
import claimtrail.command.store.VaultEntry;
import claimtrail.event.Ids;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// Who is who among patients, without a name outside the vault. A person is recognised by a token, a keyed hash of
/// name,
/// birth day and member number; the directory leads from it to the patient's key, which is random and stands in the
/// log.
public final class Patients {

    /// Kind of the directory's entries that lead from tokens to patient keys.
    public static final String KIND = "patient";

    private static final String ALGORITHM = "HmacSHA256";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Directory directory;
    private final SecretKey tokenKey;

    /// @param tokenKey 32 random bytes that are kept outside the database
    public Patients(Directory directory, SecretKey tokenKey) {
        this.directory = directory;
        this.tokenKey = tokenKey;
    }

    /// What a source says about a person.
    public record Person(
            String name,
            @Nullable LocalDate bornOn,
            @Nullable String memberId) {}

    /// A person as the log knows it.
    ///
    /// @param key stands in the log
    /// @param token leads to the key, and makes account numbers unique
    /// @param numbers entries to be written with the first fact about this person; none when it is known
    /// @param vault the person, to be written with it; none when it is known
    public record Patient(UUID key, String token, List<DirectoryEntry> numbers, List<VaultEntry> vault) {

        /// Further entries, and then those of this person.
        public List<DirectoryEntry> entries(DirectoryEntry... others) {
            return Stream.concat(Stream.of(others), numbers.stream()).toList();
        }
    }

    /// The patient that this person is; a new one when nobody told us of it.
    ///
    /// @throws claimtrail.command.store.LogUnavailable if the database fails
    public Patient find(UUID practice, Person person) {
        var token = token(person);
        return directory
                .find(practice, KIND, token)
                .map(known -> new Patient(known, token, List.of(), List.of()))
                .orElseGet(() -> first(practice, person, token));
    }

    private static Patient first(UUID practice, Person person, String token) {
        var key = Ids.next();
        var text = new LinkedHashMap<String, Object>();
        text.put("name", person.name());
        if (person.bornOn() != null) {
            text.put("bornOn", person.bornOn().toString());
        }
        if (person.memberId() != null) {
            text.put("memberId", person.memberId());
        }
        return new Patient(
                key,
                token,
                List.of(new DirectoryEntry(practice, KIND, token, key)),
                List.of(new VaultEntry(key, practice, key, JSON.writeValueAsBytes(text))));
    }

    /// Case, accents, punctuation and the order of names make no other person.
    private String token(Person person) {
        var words = new ArrayList<>(List.of(folded(person.name()).split(" ")));
        words.sort(null);
        var member = person.memberId() == null ? "" : folded(person.memberId()).replace(" ", "");
        var text = String.join(" ", words) + '|' + (person.bornOn() == null ? "" : person.bornOn()) + '|' + member;
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(tokenKey);
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the key of patient tokens does not fit " + ALGORITHM, e);
        }
    }

    private static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toUpperCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{Nd}]+", " ")
                .strip();
    }
}
