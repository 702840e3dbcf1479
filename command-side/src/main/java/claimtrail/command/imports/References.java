package claimtrail.command.imports;

import claimtrail.command.Receipt;
import claimtrail.command.claim.PatientTokens;
import claimtrail.command.imports.reading.ClaimName;
import claimtrail.command.imports.reading.FileRecord;
import claimtrail.command.imports.reading.Note;
import claimtrail.command.imports.reading.PatientStated;
import claimtrail.command.imports.reading.PayerName;
import claimtrail.command.imports.reading.ProviderName;
import claimtrail.command.provider.Npi;
import claimtrail.command.provider.PayerDecider;
import claimtrail.command.provider.PayerNotStated;
import claimtrail.command.provider.RegisterCommand.RegisterPayer;
import claimtrail.command.provider.RegisterCommand.RegisterProvider;
import claimtrail.command.store.OutsideNumber;
import claimtrail.event.ExternalId;
import claimtrail.event.Ids;
import claimtrail.event.provider.PayerEvent.PayerClass;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Finds providers, payers and patients, and makes those that a file is the first to name: a stub provider, a
/// provisional payer, a new patient key. Used by the one thread that reads the file, in the order of the file.
final class References {

    private final UUID practice;
    private final Numbers numbers;
    private final PatientTokens tokens;
    private final @Nullable Courier courier;
    private final Map<String, UUID> providers = new Remembered<>();
    private final Map<String, UUID> payers = new Remembered<>();
    private final Map<String, Person> patients = new Remembered<>();

    /// @param courier absent in a dry run: what is not there is not made
    References(UUID practice, Numbers numbers, PatientTokens tokens, @Nullable Courier courier) {
        this.practice = practice;
        this.numbers = numbers;
        this.tokens = tokens;
        this.courier = courier;
    }

    /// The provider, made as a stub if nobody has named it before.
    UUID provider(ProviderName name, FileRecord record, List<Note> notes) {
        var number = name.number().value().strip().toUpperCase(Locale.ROOT);
        var known = providers.get(number);
        if (known != null) {
            return known;
        }
        var id = find(name, number).orElseGet(() -> {
            notes.add(Note.warning("PROVIDER_STUB", ""));
            return stub(name, number, record);
        });
        providers.put(number, id);
        return id;
    }

    /// The stream of a provider that is about to be described.
    UUID described(ProviderName name) {
        var number = name.number().value().strip().toUpperCase(Locale.ROOT);
        return find(name, number).orElseGet(() -> Ids.named("provider", practice.toString(), number));
    }

    private Optional<UUID> find(ProviderName name, String number) {
        var npi = name.npi();
        return numbers.find(practice, "provider", number)
                .or(() -> npi != null && Npi.isValid(npi)
                        ? numbers.find(practice, "provider-npi", npi)
                        : Optional.empty());
    }

    private UUID stub(ProviderName name, String number, FileRecord record) {
        var id = Ids.named("provider", practice.toString(), number);
        send(
                new RegisterProvider(
                        id, practice, name.number(), name.name(), name.npi(), null, name.taxonomy(), name.tin(), true),
                record);
        return id;
    }

    /// The payer; absent: "not stated"; unknown: a provisional one with all the aliases of the file.
    UUID payer(@Nullable PayerName name, FileRecord record, List<Note> notes) {
        var aliases = name == null
                ? List.of(PayerDecider.normalised(PayerNotStated.NAME))
                : name.aliases().stream()
                        .map(PayerDecider::normalised)
                        .filter(alias -> !alias.isEmpty())
                        .distinct()
                        .toList();
        if (aliases.isEmpty()) {
            return payer(null, record, notes);
        }
        for (var alias : aliases) {
            var known = payers.get(alias);
            if (known != null) {
                return known;
            }
        }
        var id = aliases.stream()
                .map(alias -> numbers.find(practice, "payer", alias))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseGet(() -> madePayer(name, aliases, record, notes));
        aliases.forEach(alias -> payers.put(alias, id));
        return id;
    }

    private UUID madePayer(@Nullable PayerName name, List<String> aliases, FileRecord record, List<Note> notes) {
        if (name == null) {
            var notStated = PayerNotStated.of(practice);
            send(notStated, record);
            return notStated.payer();
        }
        var id = Ids.named("payer", practice.toString(), aliases.getFirst());
        notes.add(Note.warning("PAYER_PROVISIONAL", ""));
        var number = new ExternalId("file", name.aliases().getFirst());
        var shown = Objects.requireNonNullElse(name.name(), name.aliases().getFirst());
        send(new RegisterPayer(id, practice, number, shown, payerClass(name.payerClass()), name.aliases()), record);
        return id;
    }

    private void send(claimtrail.command.Command command, FileRecord record) {
        if (courier == null) {
            return;
        }
        var receipt = courier.send(command, record.place(), record.from(), record.to());
        // Somebody else made it in this moment, with other words: the stream is there, and that is all we need.
        if (receipt instanceof Receipt.Declined declined && !declined.code().endsWith("_ID_TAKEN")) {
            throw new IllegalStateException("a provider or payer of a file was refused: " + declined.code());
        }
    }

    /// A person, to be looked up by the lane that first needs the key; a new random key for one never seen. Where
    /// nothing is told of the person, the key belongs to the claim, so that a retry finds it again.
    ///
    /// @param identities the person's tokens; none where nothing is told
    Person patient(ClaimName claim, List<String> identities) {
        if (identities.isEmpty()) {
            return Person.known(tokens.reference(
                    practice,
                    String.join(
                            "|",
                            "patient of claim",
                            claim.number().source(),
                            claim.number().value(),
                            String.valueOf(claim.serviceFrom()),
                            String.valueOf(claim.chargeCents()))));
        }
        for (var token : identities) {
            var known = patients.get(token);
            if (known != null) {
                return known;
            }
        }
        var person = Person.by(() -> known(identities).orElseGet(Ids::next));
        identities.forEach(token -> patients.put(token, person));
        return person;
    }

    private Optional<UUID> known(List<String> identities) {
        var numbered = identities.stream()
                .map(token -> new OutsideNumber(practice, PatientTokens.KIND, token))
                .toList();
        var found = numbers.findAll(numbered);
        return numbered.stream().filter(found::containsKey).map(found::get).findFirst();
    }

    /// The tokens of a person, strongest first.
    List<String> tokens(PatientStated patient) {
        return tokens.of(practice, patient.name(), patient.bornOn(), patient.memberId());
    }

    /// SBR09 and CLP06 name the kind of payer by two letters; what is not one of these is commercial.
    private static PayerClass payerClass(@Nullable String code) {
        return switch (code == null ? "" : code.strip().toUpperCase(Locale.ROOT)) {
            case "" -> PayerClass.NOT_STATED;
            case "MA", "MB" -> PayerClass.MEDICARE;
            case "16" -> PayerClass.MEDICARE_ADVANTAGE;
            case "MC" -> PayerClass.MEDICAID;
            case "09" -> PayerClass.SELF_PAY;
            default -> PayerClass.COMMERCIAL;
        };
    }
}
