package claimtrail.command.provider;

/// The national number of a provider: ten digits, of which the last is a check digit.
public final class Npi {

    /// What the issuer prefix 80840 adds to the Luhn sum of every US number. Source: CMS, "Requirements for National
    /// Provider Identifier (NPI) and NPI Check Digit".
    private static final int PREFIX_SUM = 24;

    private Npi() {}

    /// Ten digits, the first 1 or 2, with the right check digit. A number that fails is kept as sent and flagged.
    public static boolean isValid(CharSequence npi) {
        if (npi.length() != 10 || (npi.charAt(0) != '1' && npi.charAt(0) != '2')) {
            return false;
        }
        int sum = PREFIX_SUM;
        for (int place = 0; place < 10; place++) {
            int digit = npi.charAt(place) - '0';
            if (digit < 0 || digit > 9) {
                return false;
            }
            // Counted from the right without the check digit, every other digit counts twice.
            int weighted = place % 2 == 0 ? 2 * digit : digit;
            sum += weighted > 9 ? weighted - 9 : weighted;
        }
        return sum % 10 == 0;
    }
}
