package claimtrail.command.imports.x12;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A patient or an insured person; for the vault and for nothing else, hence without a telling `toString`.
///
/// @param memberId NM109
/// @param bornOn DMG02; null also when it could not be read
/// @param sex DMG03 as sent
/// @param address N301, N302, N401 to N403, joined by newlines
public record Person(
        @Nullable String lastName,
        @Nullable String firstName,
        @Nullable String middleName,
        @Nullable String suffix,
        @Nullable String memberId,
        @Nullable LocalDate bornOn,
        @Nullable String sex,
        @Nullable String address) {

    @Override
    public String toString() {
        return "Person[for the vault]";
    }

    static Person named(Segment nm1) {
        return new Person(
                nm1.textOrNull(3),
                nm1.textOrNull(4),
                nm1.textOrNull(5),
                nm1.textOrNull(7),
                nm1.textOrNull(9),
                null,
                null,
                null);
    }

    Person born(@Nullable LocalDate on, @Nullable String sexCode) {
        return new Person(lastName, firstName, middleName, suffix, memberId, on, sexCode, address);
    }

    /// Longest address kept; a file that repeats N3 for ever shall take no memory.
    private static final int LONGEST_ADDRESS = 1000;

    Person at(String line) {
        if (address != null && address.length() + line.length() > LONGEST_ADDRESS) {
            return this;
        }
        var lines = address == null ? line : address + '\n' + line;
        return new Person(lastName, firstName, middleName, suffix, memberId, bornOn, sex, lines);
    }
}
