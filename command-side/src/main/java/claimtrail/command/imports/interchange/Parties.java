package claimtrail.command.imports.interchange;

import claimtrail.command.claim.PersonNames;
import claimtrail.command.imports.reading.ClaimName;
import claimtrail.command.imports.reading.PatientStated;
import claimtrail.command.imports.reading.PayerName;
import claimtrail.command.imports.reading.ProviderName;
import claimtrail.command.imports.x12.Party;
import claimtrail.command.imports.x12.Patient;
import claimtrail.command.imports.x12.Person;
import claimtrail.event.ExternalId;
import java.util.ArrayList;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Persons, payers and providers as X12 names them.
final class Parties {

    private static final String NOT_STATED = "not stated";

    private Parties() {}

    static String lane(String accountNumber) {
        return account("", accountNumber).lane();
    }

    static ClaimName account(String source, String accountNumber) {
        return new ClaimName(new ExternalId(source, accountNumber), false, null, null, null, null, null);
    }

    /// The provider of a National Provider Identifier; absent: the party by another number, or "not stated".
    static ProviderName provider(@Nullable String npi, @Nullable Party party) {
        var name = party == null ? null : party.name();
        var taxonomy = party == null ? null : party.taxonomy();
        var tin = party == null ? null : party.taxId();
        if (npi != null) {
            return new ProviderName(new ExternalId("npi", npi), name, npi, null, taxonomy, tin);
        }
        var other = party == null ? null : party.id() == null ? tin : party.id();
        return other == null
                ? ProviderName.of("file", NOT_STATED)
                : new ProviderName(new ExternalId("x12", other), name, null, null, taxonomy, tin);
    }

    /// @param traceOrigin TRN03, in remittances
    static @Nullable PayerName payer(@Nullable Party party, @Nullable String traceOrigin, @Nullable String payerClass) {
        var aliases = new ArrayList<String>();
        var names = party == null
                ? Stream.of(traceOrigin)
                : Stream.of(party.id(), party.otherId(), traceOrigin, party.name());
        names.forEach(alias -> {
            if (alias != null && !alias.isBlank()) {
                aliases.add(alias.strip());
            }
        });
        return aliases.isEmpty() ? null : new PayerName(aliases, party == null ? null : party.name(), payerClass);
    }

    /// The patient; where only the insured is named, the insured stands in.
    static PatientStated patient(Patient patient) {
        var person = patient.person() == null ? patient.insured() : patient.person();
        var insured = patient.insured();
        var kept = new TreeMap<String, String>();
        keep(kept, "", person);
        if (insured != null && !insured.equals(person)) {
            keep(kept, "insured.", insured);
        }
        keep(kept, "corrected.", patient.corrected());
        put(kept, "groupId", patient.group());
        put(kept, "relationship", patient.relationship());
        put(kept, "note", patient.note());
        if (person == null) {
            return new PatientStated("", null, null, kept);
        }
        var member = person.memberId() == null && insured != null ? insured.memberId() : person.memberId();
        var born = person.bornOn();
        return new PatientStated(
                PersonNames.normalised(text(person.firstName()) + " " + text(person.lastName())),
                born == null ? null : born.toString(),
                member,
                kept);
    }

    private static void keep(Map<String, String> kept, String whose, @Nullable Person person) {
        if (person == null) {
            return;
        }
        put(kept, whose + "lastName", person.lastName());
        put(kept, whose + "firstName", person.firstName());
        put(kept, whose + "middleName", person.middleName());
        put(kept, whose + "suffix", person.suffix());
        put(kept, whose + "memberId", person.memberId());
        put(
                kept,
                whose + "bornOn",
                person.bornOn() == null ? null : person.bornOn().toString());
        put(kept, whose + "sex", person.sex());
        put(kept, whose + "address", person.address());
    }

    private static void put(Map<String, String> kept, String field, @Nullable String text) {
        if (text != null && !text.isBlank()) {
            kept.put(field, text);
        }
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
