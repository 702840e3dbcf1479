package claimtrail.query.page;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the claims office calls a class of reasons.
final class ReasonNames {

    static final Map<String, String> ALL = Map.ofEntries(
            Map.entry("MOD25", "Modifier 25 missing"),
            Map.entry("MODIFIER_OTHER", "Other modifier missing"),
            Map.entry("BUNDLED", "Bundled"),
            Map.entry("DOCUMENTATION", "Documentation"),
            Map.entry("AUTHORIZATION", "Authorization"),
            Map.entry("FREQUENCY", "Frequency or units"),
            Map.entry("NECESSITY", "Medical necessity"),
            Map.entry("NOT_COVERED", "Not covered"),
            Map.entry("COVERAGE_DATES", "Not insured that day"),
            Map.entry("OTHER_PAYER", "Another payer first"),
            Map.entry("DATA", "Missing or invalid data"),
            Map.entry("CODE_MISMATCH", "Code does not fit"),
            Map.entry("DX_SPECIFICITY", "Diagnosis not specific"),
            Map.entry("TIMELY", "Filed too late"),
            Map.entry("DUPLICATE", "Duplicate"),
            Map.entry("ENROLLMENT", "Enrollment"),
            Map.entry("LEVEL_REDUCED", "Level reduced"),
            Map.entry("BASE_SERVICE", "Base service missing"),
            Map.entry("PATIENT_INFO", "Waiting for the patient"),
            Map.entry("UNCLASSIFIED", "Code not classified"));

    private ReasonNames() {}

    /// The name of a class; for one that was published later its code word, as words.
    static String of(String reasonClass) {
        return Optional.ofNullable(ALL.get(reasonClass)).orElseGet(() -> spelled(reasonClass));
    }

    /// Whether it is the code word of a class.
    static boolean knows(@Nullable String word) {
        return word != null && ALL.containsKey(word);
    }

    private static String spelled(String code) {
        var words = code.replace('_', ' ').toLowerCase(Locale.ROOT);
        return words.isEmpty() ? words : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
