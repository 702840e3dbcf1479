package claimtrail.denial.screening;

import claimtrail.denial.bill.BilledClaim;
import claimtrail.denial.bill.CodeSet;
import claimtrail.denial.bill.NearbyLine;
import claimtrail.event.claim.Line;
import claimtrail.event.policy.Conditions;
import claimtrail.event.policy.Conditions.Frequency;
import claimtrail.event.policy.Conditions.Modifiers;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Conditions, asked of one line of a bill. Payer, days in force and codes are asked before, by the index.
final class ConditionTest {

    private final Conditions conditions;
    private final CodeSet codes;
    private final CodeSet companions;

    ConditionTest(Conditions conditions) {
        this.conditions = conditions;
        this.codes = CodeSet.of(conditions.codes());
        this.companions = CodeSet.of(conditions.companions());
    }

    /// Sentences that nobody can test.
    boolean hasUnchecked() {
        return !conditions.unchecked().isEmpty();
    }

    /// Whether there is nothing that could be tested.
    boolean isEmpty() {
        return conditions.claimTypes().isEmpty()
                && conditions.codes().isEmpty()
                && conditions.companions().isEmpty()
                && conditions.diagnoses().isEmpty()
                && conditions.places().isEmpty()
                && conditions.modifiers() == null
                && conditions.age() == null
                && conditions.frequency() == null
                && conditions.authorisation() == null
                && conditions.filingDays() == null;
    }

    /// Whether it asks for other lines of the patient with a code: companions, or its own codes to count them.
    boolean asksForOtherLines(CodeSet own, String code) {
        return (!companions.isEmpty() && companions.contains(code))
                || (conditions.frequency() != null && (own.isEmpty() || own.contains(code)));
    }

    /// All conditions together.
    Truth test(BilledClaim claim, Line line, Beside beside) {
        return Truth.of(codes.isEmpty() || codes.contains(line.code()))
                .and(() -> claimType(claim))
                .and(() -> place(claim, line))
                .and(() -> modifiers(line))
                .and(() -> diagnoses(claim, line))
                .and(() -> companions(claim, line, beside))
                .and(() -> age(line, beside))
                .and(() -> frequency(claim, line, beside))
                .and(() -> authorisation(claim))
                .and(() -> filing(claim, line));
    }

    /// What each condition that was asked for gives, by its name in the fact. Sentences are not known.
    Map<String, Truth> each(BilledClaim claim, Line line, Beside beside) {
        var told = new LinkedHashMap<String, Truth>();
        if (!codes.isEmpty()) {
            told.put("codes", Truth.of(codes.contains(line.code())));
        }
        if (!conditions.claimTypes().isEmpty()) {
            told.put("claimTypes", claimType(claim));
        }
        if (!conditions.places().isEmpty()) {
            told.put("places", place(claim, line));
        }
        if (conditions.modifiers() != null) {
            told.put("modifiers", modifiers(line));
        }
        if (!conditions.diagnoses().isEmpty()) {
            told.put("diagnoses", diagnoses(claim, line));
        }
        if (!companions.isEmpty()) {
            told.put("companions", companions(claim, line, beside));
        }
        if (conditions.age() != null) {
            told.put("age", age(line, beside));
        }
        if (conditions.frequency() != null) {
            told.put("frequency", frequency(claim, line, beside));
        }
        if (conditions.authorisation() != null) {
            told.put("authorisation", authorisation(claim));
        }
        if (conditions.filingDays() != null) {
            told.put("filingDays", filing(claim, line));
        }
        if (hasUnchecked()) {
            told.put("unchecked", Truth.UNKNOWN);
        }
        return told;
    }

    private Truth claimType(BilledClaim claim) {
        if (conditions.claimTypes().isEmpty()) {
            return Truth.YES;
        }
        var type = claim.type();
        return type == null
                ? Truth.UNKNOWN
                : Truth.of(conditions.claimTypes().stream().anyMatch(it -> it.equalsIgnoreCase(type.name())));
    }

    private Truth place(BilledClaim claim, Line line) {
        if (conditions.places().isEmpty()) {
            return Truth.YES;
        }
        var place = claim.place(line);
        return place == null
                ? Truth.UNKNOWN
                : Truth.of(
                        conditions.places().stream().anyMatch(it -> it.strip().equalsIgnoreCase(place.strip())));
    }

    private Truth modifiers(Line line) {
        var asked = conditions.modifiers();
        return asked == null ? Truth.YES : Truth.of(fits(asked, line));
    }

    private static boolean fits(Modifiers asked, Line line) {
        return (asked.anyOf().isEmpty() || asked.anyOf().stream().anyMatch(it -> has(line, it)))
                && asked.allOf().stream().allMatch(it -> has(line, it))
                && asked.noneOf().stream().noneMatch(it -> has(line, it));
    }

    private static boolean has(Line line, String modifier) {
        return line.modifiers().stream().anyMatch(it -> it.strip().equalsIgnoreCase(modifier.strip()));
    }

    /// Diagnoses by their first characters: those the line points to, or any of the claim where it points to
    /// none.
    private Truth diagnoses(BilledClaim claim, Line line) {
        if (conditions.diagnoses().isEmpty()) {
            return Truth.YES;
        }
        var told = line.diagnoses().isEmpty() ? claim.diagnoses() : line.diagnoses();
        return told.isEmpty()
                ? Truth.UNKNOWN
                : Truth.of(told.stream()
                        .anyMatch(it -> conditions.diagnoses().stream()
                                .anyMatch(dx -> plain(it).startsWith(plain(dx)))));
    }

    private static String plain(String diagnosis) {
        return diagnosis.strip().replace(".", "").replace("*", "").toUpperCase(Locale.ROOT);
    }

    private Truth companions(BilledClaim claim, Line line, Beside beside) {
        if (companions.isEmpty()) {
            return Truth.YES;
        }
        var day = line.serviceFrom();
        boolean here = claim.lines().stream()
                .anyMatch(it -> it.no() != line.no() && it.serviceFrom().equals(day) && companions.contains(it.code()));
        if (here) {
            return Truth.YES;
        }
        return beside.nearby()
                .map(lines ->
                        Truth.of(lines.stream().anyMatch(it -> it.on().equals(day) && companions.contains(it.code()))))
                .orElse(Truth.UNKNOWN);
    }

    private Truth age(Line line, Beside beside) {
        var age = conditions.age();
        return age == null ? Truth.YES : beside.age().apply(age, line.serviceFrom());
    }

    /// Counts the services of the code in the period, up to and including this line. Without the patient's
    /// other lines, too many on this bill alone is a no, and anything else is not known.
    private Truth frequency(BilledClaim claim, Line line, Beside beside) {
        var limit = conditions.frequency();
        if (limit == null) {
            return Truth.YES;
        }
        var from = from(limit, line.serviceFrom());
        var services = services(claim, line, from);
        if (services > limit.count()) {
            return Truth.NO;
        }
        return beside.nearby()
                .map(lines -> Truth.of(services + earlier(lines, line, from) <= limit.count()))
                .orElse(Truth.UNKNOWN);
    }

    private static long services(BilledClaim claim, Line line, @Nullable LocalDate from) {
        return claim.lines().stream()
                .filter(it -> it.code().equalsIgnoreCase(line.code()) && isWithin(it.serviceFrom(), from, line))
                .filter(it -> it.serviceFrom().isBefore(line.serviceFrom()) || it.no() <= line.no())
                .mapToLong(BilledClaim::services)
                .sum();
    }

    private static long earlier(List<NearbyLine> lines, Line line, @Nullable LocalDate from) {
        return lines.stream()
                .filter(it -> it.code().equalsIgnoreCase(line.code()) && isWithin(it.on(), from, line))
                .filter(it -> it.toldBefore() || it.on().isBefore(line.serviceFrom()))
                .mapToLong(NearbyLine::units)
                .sum();
    }

    private static boolean isWithin(LocalDate day, @Nullable LocalDate from, Line line) {
        return !day.isAfter(line.serviceFrom()) && (from == null || !day.isBefore(from));
    }

    /// First day of the period that ends with a day; absent for a lifetime. A number of days rolls; a week
    /// begins on Monday, month and year are those of the calendar.
    private static @Nullable LocalDate from(Frequency limit, LocalDate day) {
        var rolling = limit.everyDays();
        if (rolling != null) {
            return day.minusDays(rolling - 1L);
        }
        return switch (limit.per()) {
            case DAY -> day;
            case WEEK -> day.minusDays(day.getDayOfWeek().getValue() - 1L);
            case MONTH -> day.withDayOfMonth(1);
            case YEAR -> day.withDayOfYear(1);
            case LIFETIME -> null;
        };
    }

    private Truth authorisation(BilledClaim claim) {
        var asked = conditions.authorisation();
        var stated = claim.authorised();
        if (asked == null) {
            return Truth.YES;
        }
        return stated == null ? Truth.UNKNOWN : Truth.of(asked.equals(stated));
    }

    private Truth filing(BilledClaim claim, Line line) {
        var days = conditions.filingDays();
        var submitted = claim.submittedOn();
        if (days == null) {
            return Truth.YES;
        }
        return submitted == null
                ? Truth.UNKNOWN
                : Truth.of(ChronoUnit.DAYS.between(line.serviceFrom(), submitted) <= days);
    }
}
