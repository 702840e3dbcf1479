package claimtrail.command.claim;

import java.text.Normalizer;
import java.util.Locale;

/// Names of persons as two sources write them.
public final class PersonNames {

    private PersonNames() {}

    /// Upper-case letters, given names before the family name: `Doe, John M.` and `John M Doe` are one name.
    public static String normalised(String name) {
        int comma = name.indexOf(',');
        var ordered = comma < 0 ? name : name.substring(comma + 1) + " " + name.substring(0, comma);
        return Normalizer.normalize(ordered, Normalizer.Form.NFD)
                .toUpperCase(Locale.ROOT)
                .replaceAll("[^\\p{L} ]", "")
                .strip()
                .replaceAll(" +", " ");
    }
}
