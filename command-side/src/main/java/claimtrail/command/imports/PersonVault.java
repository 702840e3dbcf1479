package claimtrail.command.imports;

import claimtrail.command.imports.reading.ClaimName;
import claimtrail.command.store.VaultEntry;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/// What a file says of a person, as entries of the vault. The reference follows from the content by a keyed hash, so
/// that the same person told twice is one entry.
final class PersonVault {

    private static final JsonMapper MAPPER = new JsonMapper();

    private PersonVault() {}

    static List<VaultEntry> entries(ClaimName name, UUID owner, Telling telling) {
        var patient = name.patient();
        if (patient == null || patient.vault().isEmpty()) {
            return List.of();
        }
        var text = MAPPER.writeValueAsString(new TreeMap<>(patient.vault()));
        var ref = telling.tokens().reference(owner, text);
        return List.of(new VaultEntry(ref, telling.practice(), owner, text.getBytes(StandardCharsets.UTF_8)));
    }
}
