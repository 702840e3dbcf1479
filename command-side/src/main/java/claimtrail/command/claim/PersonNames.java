package claimtrail.command.claim;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/// Names of persons as two sources write them.
public final class PersonNames {

    private static final Pattern NO_LETTER = Pattern.compile("[^\\p{L} ]");
    private static final Pattern SPACES = Pattern.compile(" {2,}");

    private PersonNames() {}

    /// Upper-case letters, given names before the family name: `Doe, John M.` and `John M Doe` are one name.
    public static String normalised(String name) {
        int comma = name.indexOf(',');
        var ordered = comma < 0 ? name : name.substring(comma + 1) + " " + name.substring(0, comma);
        var upper = Normalizer.normalize(ordered, Normalizer.Form.NFD).toUpperCase(Locale.ROOT);
        var letters = NO_LETTER.matcher(upper).replaceAll("").strip();
        return SPACES.matcher(letters).replaceAll(" ");
    }
}
