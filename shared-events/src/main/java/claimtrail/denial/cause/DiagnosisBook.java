package claimtrail.denial.cause;

import java.util.Collection;
import java.util.Locale;
import java.util.NavigableSet;
import java.util.TreeSet;

/// Diagnosis codes that somebody published (code cards, policies). No table of diagnoses is shipped; a code is
/// known to have longer ones only when a longer one was published.
public final class DiagnosisBook {

    private static final DiagnosisBook EMPTY = new DiagnosisBook(new TreeSet<>());

    private final NavigableSet<String> codes;

    private DiagnosisBook(NavigableSet<String> codes) {
        this.codes = codes;
    }

    /// Nothing is known.
    public static DiagnosisBook empty() {
        return EMPTY;
    }

    /// The book that holds these codes.
    ///
    /// @param codes as published, with or without dots
    public static DiagnosisBook of(Collection<String> codes) {
        var all = new TreeSet<String>();
        codes.forEach(it -> all.add(folded(it)));
        return new DiagnosisBook(all);
    }

    /// Whether a longer code that begins with this one was published.
    public boolean hasLonger(String code) {
        var plain = folded(code);
        var next = codes.higher(plain);
        return !plain.isEmpty() && next != null && next.startsWith(plain);
    }

    private static String folded(String code) {
        return code.strip().replace(".", "").toUpperCase(Locale.ROOT);
    }
}
