package claimtrail.denial.pair;

import claimtrail.denial.bill.CodeSet;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What the pair rule looks up: policies that name a pair, code-pair edits, global days, specialties. On day
/// one there are no edits and no global days; they are loaded, with the days on which they hold.
public final class PairBook {

    /// Codes of visits: a clinician sees the patient. Source: the default set of rule `modifier-25/1`.
    private static final CodeSet VISITS =
            CodeSet.of(List.of("99202-99215", "99281-99285", "99381-99397", "G0402", "G0438", "G0439"));

    /// Surgical codes, without the drawing of blood.
    private static final CodeSet PROCEDURES = CodeSet.of(List.of("10004-69990"));

    private static final CodeSet BLOOD_DRAWS = CodeSet.of(List.of("36400-36416"));

    private static final PairBook DAY_ONE = new PairBook(List.of(), List.of(), List.of(), _ -> null);

    /// A policy that says that a visit beside a procedure needs modifier 25.
    ///
    /// @param inForce whether it holds for a payer on a service day
    public record PairPolicy(CodeSet visits, CodeSet procedures, BiPredicate<UUID, LocalDate> inForce) {}

    private final List<PairPolicy> policies;
    private final Map<String, List<PairEdit>> edits;
    private final Map<String, List<GlobalDays>> globals;
    private final Function<UUID, @Nullable String> specialties;

    /// What was loaded and published.
    ///
    /// @param specialties of providers, where known
    public PairBook(
            List<PairPolicy> policies,
            List<PairEdit> edits,
            List<GlobalDays> globals,
            Function<UUID, @Nullable String> specialties) {
        this.policies = List.copyOf(policies);
        this.edits = edits.stream().collect(Collectors.groupingBy(it -> key(it.visit(), it.procedure())));
        this.globals = grouped(globals, it -> CodeSet.folded(it.code()));
        this.specialties = specialties;
    }

    private static <T> Map<String, List<T>> grouped(List<T> entries, Function<T, String> key) {
        return entries.stream().collect(Collectors.groupingBy(key));
    }

    /// What holds before anything is loaded.
    public static PairBook dayOne() {
        return DAY_ONE;
    }

    /// Whether a code is a visit.
    public static boolean isVisit(String code) {
        return VISITS.contains(code);
    }

    /// Whether a code may stand beside a visit as its procedure, for some payer.
    public boolean mayBeCompanion(String code) {
        return isSurgical(code)
                || globals.containsKey(CodeSet.folded(code))
                || edits.values().stream().flatMap(List::stream).anyMatch(it -> isSame(it.procedure(), code))
                || policies.stream().anyMatch(it -> it.procedures().contains(code));
    }

    /// By what a code is a procedure beside a visit; the first that applies, or absent.
    @Nullable
    Companion companion(String visit, String code, UUID payer, LocalDate day) {
        for (var policy : policies) {
            if (policy.inForce().test(payer, day)
                    && policy.visits().contains(visit)
                    && policy.procedures().contains(code)) {
                return Companion.POLICY;
            }
        }
        for (var edit : edits.getOrDefault(key(visit, code), List.of())) {
            if (edit.modifierAllowed() && edit.holdsOn(day)) {
                return Companion.EDIT;
            }
        }
        for (var global : globals.getOrDefault(CodeSet.folded(code), List.of())) {
            if (global.isSmallOn(day)) {
                return Companion.GLOBAL;
            }
        }
        return isSurgical(code) ? Companion.RANGE : null;
    }

    /// Whether two clinicians have one specialty. Where either is not known, they have not.
    boolean isSameSpecialty(UUID one, UUID other) {
        var specialty = specialties.apply(one);
        return specialty != null && specialty.equals(specialties.apply(other));
    }

    private static boolean isSurgical(String code) {
        return PROCEDURES.contains(code) && !BLOOD_DRAWS.contains(code);
    }

    private static boolean isSame(String one, String other) {
        return CodeSet.folded(one).equals(CodeSet.folded(other));
    }

    private static String key(String visit, String procedure) {
        return CodeSet.folded(visit) + ' ' + CodeSet.folded(procedure);
    }
}
