package claimtrail.query.number;

import claimtrail.metric.Facets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// The classes in which open denials stand: by the days since they began, or by the days left to appeal them.
public enum Bucket {
    AGE_30(By.AGE, "0-30", 0, 30),
    AGE_60(By.AGE, "31-60", 31, 60),
    AGE_90(By.AGE, "61-90", 61, 90),
    AGE_120(By.AGE, "91-120", 91, 120),
    OLDER(By.AGE, "over-120", 121, Integer.MAX_VALUE),
    PASSED(By.DUE, "passed", Integer.MIN_VALUE, -1),
    DUE_WEEK(By.DUE, "0-7", 0, 7),
    DUE_MONTH(By.DUE, "8-30", 8, 30),
    LATER(By.DUE, "over-30", 31, Integer.MAX_VALUE),
    NOT_KNOWN(By.DUE, "not-known", 0, 0);

    /// Sorts before every day, and behind `-`.
    private static final String BEGIN = "0000-01-01";

    private final By by;
    private final String key;
    private final int least;
    private final int most;

    Bucket(By by, String key, int least, int most) {
        this.by = by;
        this.key = key;
        this.least = least;
        this.most = most;
    }

    /// Its name in an address and an answer: `31-60` days, `over-120`, `passed`, `not-known`.
    public String key() {
        return key;
    }

    /// All of one kind, in order.
    public static List<Bucket> of(By by) {
        return Arrays.stream(values()).filter(it -> it.by == by).toList();
    }

    /// The names of all of one kind, as a sentence lists them.
    public static String keys(By by) {
        return of(by).stream().map(Bucket::key).collect(Collectors.joining(", "));
    }

    /// The class of this name.
    public static Optional<Bucket> find(By by, String key) {
        return of(by).stream().filter(it -> it.key.equals(key)).findFirst();
    }

    /// The days of opening, or the last days, that fall into it.
    ///
    /// @param day at whose end one looks
    public Facets facets(LocalDate day) {
        if (this == NOT_KNOWN) {
            return Facets.named(Set.of("-"));
        }
        if (by == By.AGE) {
            return most == Integer.MAX_VALUE
                    ? Facets.between(BEGIN, day.minusDays(least).toString())
                    : Facets.between(
                            day.minusDays(most).toString(), day.minusDays(least).toString());
        }
        if (this == PASSED) {
            return Facets.between(BEGIN, day.plusDays(most).toString());
        }
        return most == Integer.MAX_VALUE
                ? Facets.from(day.plusDays(least).toString())
                : Facets.between(
                        day.plusDays(least).toString(), day.plusDays(most).toString());
    }

    /// The class of a facet.
    static String keyOf(By by, String facet, LocalDate day) {
        return of(by).stream()
                .filter(it -> it.facets(day).takes(facet))
                .findFirst()
                .map(Bucket::key)
                .orElseThrow(() -> new IllegalStateException(facet + " is in no class of " + by + " on " + day));
    }
}
