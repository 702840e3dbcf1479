package claimtrail.denial.pair;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// How long care around a procedure is paid with it. 000 and 010 are the small procedures beside which a visit
/// needs modifier 25.
///
/// @param days `000`, `010`, `090`, `XXX`, … as published
/// @param from first service day
/// @param to first service day on which it no longer holds; absent: open
public record GlobalDays(
        String code, String days, LocalDate from, @Nullable LocalDate to) {

    boolean isSmallOn(LocalDate day) {
        return (days.equals("000") || days.equals("010")) && !day.isBefore(from) && (to == null || day.isBefore(to));
    }
}
