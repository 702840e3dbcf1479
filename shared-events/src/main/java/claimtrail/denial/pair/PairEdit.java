package claimtrail.denial.pair;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Two codes that are not paid side by side on one day, unless a modifier tells that they were separate
/// (modifier indicator 1). Data of a publisher, loaded; none is shipped.
///
/// @param from first service day
/// @param to first service day on which it no longer holds; absent: open
public record PairEdit(
        String visit,
        String procedure,
        boolean modifierAllowed,
        LocalDate from,
        @Nullable LocalDate to) {

    boolean holdsOn(LocalDate day) {
        return !day.isBefore(from) && (to == null || day.isBefore(to));
    }
}
