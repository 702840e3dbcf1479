package claimtrail.command.imports;

import claimtrail.command.imports.reading.ClaimName;
import claimtrail.command.imports.reading.NotReadable;
import claimtrail.command.store.DirectoryEntry;
import claimtrail.event.claim.Match;
import claimtrail.event.claim.Match.Method;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Finds the claim that an answer, an acknowledgement or a late bill speaks of, by the first rule with exactly one
/// candidate. Account numbers are reused and cut off: day, charge and patient belong to their key, and the number alone
/// makes a candidate. A candidate whose first service day is known to be another is none, whatever else agrees, so that
/// the order in which files arrive does not choose the claim.
final class ClaimSearch {

    /// The claim's own key for a bill; a remittance-only claim has the second kind until its bill joins it.
    static final String BILLED = "claim-account";

    static final String REMITTED = "claim-remitted";

    /// The same by patient, day and charge, for a claim whose number the payer does not return.
    private static final String BILLED_PATIENT = "claim-patient";

    private static final String REMITTED_PATIENT = "remitted-patient";

    /// By its own id, a claim that was known when its bill came. Asked for one claim at a time: a list of bills ends at
    /// [#MOST_CANDIDATES], and who is missing there may be billed all the same.
    private static final String JOINED = "claim-joined";

    /// A number is cut off, but not below this length.
    private static final int SHORTEST_PREFIX = 8;

    private static final int MOST_CANDIDATES = 200;

    private final UUID practice;
    private final Numbers numbers;

    /// A payer's number that was just looked for in vain. Who takes it meanwhile keeps it: the log sees to that.
    private @Nullable String free;

    ClaimSearch(UUID practice, Numbers numbers) {
        this.practice = practice;
        this.numbers = numbers;
    }

    /// A claim and how it was found.
    record Found(UUID claim, Match match) {}

    /// The claim an answer belongs to.
    ///
    /// @param payer whose control number is meant; absent: unknown
    /// @param patient token of the patient as remittances name it; empty: not told
    Optional<Found> answered(ClaimName name, @Nullable UUID payer, String patient) {
        if (name.identity()) {
            return referred(name);
        }
        var control = name.payerControlNumber();
        if (payer != null && isTelling(control)) {
            var known = numbers.find(practice, "payer-control-number", payer + "|" + control);
            if (known.isPresent()) {
                return Optional.of(new Found(known.get(), new Match(Method.PAYER_NUMBER, 100)));
            }
            free = payer + "|" + control;
        }
        var account = folded(name);
        var all = candidates(account + "|");
        var plausible = all.stream().filter(it -> it.agrees(name)).toList();
        return only(plausible, Method.CLAIM_NUMBER, 95)
                .or(() -> only(exact(plausible, name), Method.NUMBER_AND_CHARGE, 90))
                .or(() -> only(exact(cutOff(account, List.of(BILLED, REMITTED)), name), Method.NUMBER_FOLDED, 80))
                .or(() -> only(numberless(name, patient), Method.PATIENT_AND_CHARGE, 75));
    }

    /// The claim that a record names by its number alone. Where our own record means none of ours, it means a bill of
    /// an 837 by its account number, with as much of day and charge as it tells.
    ///
    /// @throws NotReadable `CLAIM_AMBIGUOUS`, held, if several claims have it; day or charge tell them apart
    Optional<Found> referred(ClaimName name) {
        var own = numbers.find(practice, "claim-number", identityKey(name));
        if (own.isPresent() || !name.number().source().equals(ClaimName.OWN)) {
            return own.map(claim -> new Found(claim, Match.direct()));
        }
        var plausible = candidates(folded(name) + "|").stream()
                .filter(it -> it.agrees(name))
                .toList();
        var found = only(plausible, Method.CLAIM_NUMBER, 95)
                .or(() -> only(ofCharge(plausible, name), Method.NUMBER_AND_CHARGE, 90));
        if (found.isEmpty() && !plausible.isEmpty()) {
            throw NotReadable.held("CLAIM_AMBIGUOUS", "/claim");
        }
        return found;
    }

    private static List<Candidate> ofCharge(List<Candidate> candidates, ClaimName name) {
        return candidates.stream()
                .filter(it -> Objects.equals(it.chargeCents(), name.chargeCents()))
                .toList();
    }

    /// The stream a bill belongs to: its own from an earlier file, or a remittance-only claim that waits for it.
    Optional<UUID> billed(ClaimName name, String patient) {
        if (name.identity()) {
            return numbers.find(practice, "claim-number", identityKey(name));
        }
        var key = key(name, patient);
        var account = folded(name);
        var entries = entries(account + "|");
        Set<UUID> taken = new LinkedHashSet<>();
        for (var entry : entries) {
            if (entry.kind().equals(BILLED)) {
                taken.add(entry.streamId());
                if (entry.key().equals(key)) {
                    return Optional.of(entry.streamId());
                }
            }
        }
        if (taken.size() >= MOST_CANDIDATES) {
            var own = numbers.find(practice, BILLED, key);
            if (own.isPresent()) {
                return own;
            }
        }
        var waiting = entries.stream()
                .filter(entry -> entry.kind().equals(REMITTED) && !taken.contains(entry.streamId()))
                .map(Candidate::of)
                .filter(it -> it.agrees(name))
                .toList();
        return only(waiting, Method.CLAIM_NUMBER, 95)
                .or(() -> only(exact(waiting, name), Method.NUMBER_AND_CHARGE, 90))
                .or(() -> only(unjoined(exact(cutOff(account, List.of(REMITTED)), name)), Method.NUMBER_FOLDED, 80))
                .or(() -> only(unjoined(ofPatient(REMITTED_PATIENT, name, patient)), Method.PATIENT_AND_CHARGE, 75))
                .map(Found::claim);
    }

    /// Those that no bill has joined yet.
    private List<Candidate> unjoined(List<Candidate> candidates) {
        return candidates.stream()
                .filter(it ->
                        numbers.find(practice, JOINED, it.claim().toString()).isEmpty())
                .toList();
    }

    /// The claim that a corrected bill replaces.
    Optional<UUID> replaced(ClaimName name, @Nullable UUID payer, String patient) {
        var found = answered(name, payer, patient);
        return found.map(Found::claim);
    }

    /// That a bill has joined a claim that was there before it: no other bill will.
    DirectoryEntry ofJoined(UUID claim) {
        return new DirectoryEntry(practice, JOINED, claim.toString(), claim);
    }

    /// Under which a bill will be found.
    List<DirectoryEntry> ofBill(ClaimName name, String patient, UUID claim) {
        if (name.identity()) {
            return List.of(new DirectoryEntry(practice, "claim-number", identityKey(name), claim));
        }
        return List.of(
                new DirectoryEntry(practice, BILLED, key(name, patient), claim),
                new DirectoryEntry(practice, BILLED_PATIENT, patientKey(name, patient) + "|" + claim, claim));
    }

    /// Under which a claim known by an answer only will be found.
    List<DirectoryEntry> ofAnswer(ClaimName name, String patient, UUID claim) {
        if (name.identity()) {
            return List.of(new DirectoryEntry(practice, "claim-number", identityKey(name), claim));
        }
        var remitted = new DirectoryEntry(practice, REMITTED, key(name, patient) + "|" + claim, claim);
        return patient.isEmpty() || isTelling(name.number().value())
                ? List.of(remitted)
                : List.of(
                        remitted,
                        new DirectoryEntry(practice, REMITTED_PATIENT, patientKey(name, patient) + "|" + claim, claim));
    }

    /// The payer's number of a claim, unless it is masked or names another claim already.
    List<DirectoryEntry> ofPayer(@Nullable String control, UUID payer, UUID claim) {
        if (control == null || !isTelling(control)) {
            return List.of();
        }
        var key = payer + "|" + control;
        return !key.equals(free)
                        && numbers.find(practice, "payer-control-number", key).isPresent()
                ? List.of()
                : List.of(new DirectoryEntry(practice, "payer-control-number", key, claim));
    }

    private List<Candidate> candidates(String prefix) {
        return entries(prefix).stream().map(Candidate::of).toList();
    }

    /// Claims whose number begins with this one, or is the beginning of it.
    private List<Candidate> cutOff(String account, List<String> kinds) {
        if (account.length() < SHORTEST_PREFIX) {
            return List.of();
        }
        return numbers.startingWith(practice, kinds, account.substring(0, SHORTEST_PREFIX), MOST_CANDIDATES).stream()
                .map(Candidate::of)
                .filter(it -> it.account().startsWith(account) || account.startsWith(it.account()))
                .toList();
    }

    private List<Candidate> ofPatient(String kind, ClaimName name, String patient) {
        if (patient.isEmpty() || name.serviceFrom() == null || name.chargeCents() == null) {
            return List.of();
        }
        return entries(kind, patientKey(name, patient) + "|").stream()
                .map(entry -> new Candidate(entry.streamId(), "", name.serviceFrom(), null, name.chargeCents()))
                .toList();
    }

    /// Only for an answer that returns no number of ours (`0` and the like). One that returns another number may be
    /// the answer to a bill that has not come yet; which bills have come must not choose its claim.
    private List<Candidate> numberless(ClaimName name, String patient) {
        return isTelling(name.number().value()) ? List.of() : ofPatient(BILLED_PATIENT, name, patient);
    }

    /// Of both kinds, with one question.
    private List<DirectoryEntry> entries(String prefix) {
        return numbers.startingWith(practice, List.of(BILLED, REMITTED), prefix, MOST_CANDIDATES);
    }

    private List<DirectoryEntry> entries(String kind, String prefix) {
        return numbers.startingWith(practice, kind, prefix, MOST_CANDIDATES);
    }

    private static List<Candidate> exact(List<Candidate> candidates, ClaimName name) {
        return candidates.stream()
                .filter(it -> Objects.equals(it.serviceFrom(), name.serviceFrom())
                        && Objects.equals(it.chargeCents(), name.chargeCents()))
                .toList();
    }

    private static Optional<Found> only(List<Candidate> candidates, Method method, int score) {
        var claims = new LinkedHashSet<UUID>();
        candidates.forEach(it -> claims.add(it.claim()));
        return claims.size() == 1
                ? Optional.of(new Found(claims.getFirst(), new Match(method, score)))
                : Optional.empty();
    }

    /// `XXX`, `0000` and the like name nobody.
    private static boolean isTelling(@Nullable String number) {
        return number != null && number.strip().chars().distinct().count() > 1;
    }

    private static String identityKey(ClaimName name) {
        return name.number().source() + "|" + name.number().value();
    }

    private static String folded(ClaimName name) {
        return name.number().value().strip().toUpperCase(Locale.ROOT).replace('|', '/');
    }

    private static String key(ClaimName name, String patient) {
        return String.join(
                "|", folded(name), text(name.serviceFrom()), text(name.chargeCents()), patient, text(name.serviceTo()));
    }

    private static String patientKey(ClaimName name, String patient) {
        return String.join("|", patient, text(name.serviceFrom()), text(name.chargeCents()));
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    /// A claim that has the number, with what its key says.
    private record Candidate(
            UUID claim,
            String account,
            @Nullable LocalDate serviceFrom,
            @Nullable LocalDate serviceTo,
            @Nullable Long chargeCents) {

        static Candidate of(DirectoryEntry entry) {
            var parts = entry.key().split("\\|", -1);
            return new Candidate(
                    entry.streamId(),
                    parts[0],
                    parts[1].isEmpty() ? null : LocalDate.parse(parts[1]),
                    parts[4].isEmpty() ? null : LocalDate.parse(parts[4]),
                    parts[2].isEmpty() ? null : Long.valueOf(parts[2]));
        }

        /// The days of service overlap; where one of the two tells no day, the charges are equal.
        boolean agrees(ClaimName name) {
            var from = name.serviceFrom();
            if (serviceFrom != null && from != null) {
                var to = name.serviceTo() == null ? from : name.serviceTo();
                var ownTo = serviceTo == null ? serviceFrom : serviceTo;
                return !from.isAfter(ownTo) && !to.isBefore(serviceFrom);
            }
            return chargeCents == null || name.chargeCents() == null || chargeCents.equals(name.chargeCents());
        }
    }
}
