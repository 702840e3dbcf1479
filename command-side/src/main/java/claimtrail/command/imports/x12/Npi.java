package claimtrail.command.imports.x12;

/// The check digit of the National Provider Identifier.
final class Npi {

    /// What the issuer prefix 80840 adds to the Luhn sum of every US number. Source: CMS, "Requirements for National
    /// Provider Identifier (NPI) and NPI Check Digit".
    private static final int PREFIX_SUM = 24;

    private Npi() {}

    /// Ten digits, the first 1 or 2, Luhn over 80840 and the number.
    static boolean isValid(CharSequence npi) {
        if (npi.length() != 10 || (npi.charAt(0) != '1' && npi.charAt(0) != '2')) {
            return false;
        }
        int sum = PREFIX_SUM;
        for (int i = 0; i < 10; i++) {
            int digit = npi.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return false;
            }
            int weighed = i % 2 == 0 ? 2 * digit : digit;
            sum += weighed > 9 ? weighed - 9 : weighed;
        }
        return sum % 10 == 0;
    }
}
