package claimtrail.command.provider;

import java.util.regex.Pattern;

/// The national number of a provider: ten digits, of which the last is a check digit.
public final class Npi {

    /// What the issuer prefix 80840 adds to the Luhn sum of every US number. Source: CMS, "Requirements for National
    /// Provider Identifier (NPI) and NPI Check Digit".
    private static final int PREFIX_SUM = 24;

    private static final Pattern SHAPE = Pattern.compile("[12][0-9]{9}");

    private Npi() {}

    /// Whether the check digit is right. A number that fails is kept as sent and flagged.
    public static boolean isValid(String npi) {
        return SHAPE.matcher(npi).matches() && luhnSum(npi) % 10 == 0;
    }

    private static int luhnSum(String npi) {
        int sum = PREFIX_SUM;
        for (int place = 0; place < npi.length(); place++) {
            int digit = npi.charAt(place) - '0';
            // Counted from the right without the check digit, every other digit counts twice.
            int weighted = place % 2 == 0 ? 2 * digit : digit;
            sum += weighted > 9 ? weighted - 9 : weighted;
        }
        return sum;
    }
}
