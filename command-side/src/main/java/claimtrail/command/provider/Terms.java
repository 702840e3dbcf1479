package claimtrail.command.provider;

import claimtrail.event.provider.PayerEvent.PayerTermsSet;
import claimtrail.event.provider.PayerEvent.Term;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// The deadlines of one payer, as they were set. A term without an end holds until the next one of its kind and level.
public record Terms(List<Agreed> agreed) {

    /// One deadline with the version of the terms it came in.
    public record Agreed(Term term, String termsVersion) {}

    /// The last day on which something is in time, and the version of the terms that says so.
    public record LastDay(LocalDate day, String termsVersion) {}

    public Terms {
        agreed = List.copyOf(agreed);
    }

    /// A payer whose deadlines nobody told us: no last day is known, and none is assumed.
    public static Terms none() {
        return new Terms(List.of());
    }

    /// These terms and further ones.
    public Terms with(PayerTermsSet set) {
        var all = new ArrayList<>(agreed);
        for (var term : set.terms()) {
            all.add(new Agreed(term, set.termsVersion()));
        }
        return new Terms(all);
    }

    /// The terms that came in one version; empty when it never came.
    List<Term> of(String termsVersion) {
        return agreed.stream()
                .filter(it -> it.termsVersion().equals(termsVersion))
                .map(Agreed::term)
                .toList();
    }

    /// The deadline that holds on a day.
    ///
    /// @param level level of appeal; a term without a level holds for all
    public Optional<Agreed> inForce(Term.Kind kind, int level, LocalDate day) {
        return agreed.stream()
                .filter(it -> it.term().kind() == kind && isFor(it.term(), level) && holdsOn(it.term(), day))
                .max(Comparator.comparing((Agreed it) -> it.term().level() != null)
                        .thenComparing(it -> it.term().effectiveFrom()));
    }

    /// The last day to file an appeal of a level against an answer of a day.
    ///
    /// @param servedOn first service day, for terms that count from it
    public Optional<LastDay> appeal(int level, LocalDate answeredOn, LocalDate servedOn) {
        return inForce(Term.Kind.APPEAL, level, answeredOn).map(it -> lastDay(it, answeredOn, servedOn));
    }

    /// The last day for the payer to answer an appeal.
    public Optional<LastDay> appealDecision(int level, LocalDate filedOn, LocalDate servedOn) {
        return inForce(Term.Kind.APPEAL_DECISION, level, filedOn).map(it -> lastDay(it, filedOn, servedOn));
    }

    /// Whether some of these terms of one kind and level would hold on the same day.
    boolean overlap() {
        for (int one = 0; one < agreed.size(); one++) {
            for (int other = one + 1; other < agreed.size(); other++) {
                var left = agreed.get(one).term();
                var right = agreed.get(other).term();
                if (overlap(left, right) || overlap(right, left)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean overlap(Term earlier, Term later) {
        if (earlier.kind() != later.kind()
                || !Objects.equals(earlier.level(), later.level())
                || later.effectiveFrom().isBefore(earlier.effectiveFrom())) {
            return false;
        }
        var end = earlier.effectiveTo();
        return later.effectiveFrom().equals(earlier.effectiveFrom())
                || (end != null && later.effectiveFrom().isBefore(end));
    }

    private static LastDay lastDay(Agreed agreed, LocalDate startedOn, LocalDate servedOn) {
        var term = agreed.term();
        // A notice counts as received some days after its date, whichever of the two days the payer counts from.
        var from = switch (term.countsFrom()) {
            case SERVICE -> servedOn;
            case DECISION, RECEIPT -> startedOn.plusDays(term.presumedReceiptDays());
        };
        return new LastDay(from.plusDays(term.days()), agreed.termsVersion());
    }

    private static boolean isFor(Term term, int level) {
        var own = term.level();
        return own == null || own == level;
    }

    private static boolean holdsOn(Term term, LocalDate day) {
        var end = term.effectiveTo();
        return !day.isBefore(term.effectiveFrom()) && (end == null || day.isBefore(end));
    }
}
