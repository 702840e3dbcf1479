package claimtrail.command.imports.reading;

import claimtrail.event.ExternalId;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// By what a source tells one claim from another.
///
/// @param number the source's number of the claim
/// @param identity the number alone names the claim (portal, tables, own JSON); else it is an account number that is
///     reused and cut off, and day, charge and patient belong to it
/// @param serviceFrom first service day, where told
/// @param serviceTo last service day, where told
/// @param chargeCents where told
/// @param patient where told
/// @param payerControlNumber the payer's number of the claim, where told
public record ClaimName(
        ExternalId number,
        boolean identity,
        @Nullable LocalDate serviceFrom,
        @Nullable LocalDate serviceTo,
        @Nullable Long chargeCents,
        @Nullable PatientStated patient,
        @Nullable String payerControlNumber) {

    /// Source of the numbers of claims that our own records and doors bring.
    public static final String OWN = "api";

    /// A claim named by a number that is an identity.
    public static ClaimName of(String source, String number) {
        return new ClaimName(new ExternalId(source, number), true, null, null, null, null, null);
    }

    /// The same claim with what else is known of it.
    public ClaimName with(
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable Long cents,
            @Nullable PatientStated whose,
            @Nullable String payersNumber) {
        return new ClaimName(number, identity, from, to, cents, whose, payersNumber);
    }

    /// Records of equal lane are stored in the order of the file.
    ///
    /// The whole number: the first eight places, below which nobody cuts a number off, are the same for
    /// every claim of many practices, and then a file would be stored one claim at a time. A number cut off
    /// in the same file as the whole one is found by the directory, or held, as it is across files.
    public String lane() {
        return number.value().strip().toUpperCase(Locale.ROOT);
    }
}
