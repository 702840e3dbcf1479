package claimtrail.query.difference;

import claimtrail.query.number.Definition;
import claimtrail.query.number.Figures;
import claimtrail.query.web.Asked;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/// What lies between two answers to one question: what was learnt in between, and for figures that wait until a fact is
/// old enough, the days that became so in between.
///
/// @param first the question, about the days that were summed first
/// @param second the same question, about the days that were summed second
record Span(Asked first, Asked second) {

    /// What lies between two answers about one figure.
    static Span of(Figures figures, Sides sides, Definition definition) {
        return new Span(figures.about(sides.first(), definition), figures.about(sides.second(), definition));
    }

    /// Whether no day became old enough in between: then only what was learnt counts.
    boolean sameDays() {
        return first.window().equals(second.window());
    }

    /// Up to this day postings are in the first answer, if they were known by then.
    LocalDate counted() {
        return first.window().to();
    }

    /// The day on which the first answer was given; absent for an empty log.
    @Nullable
    LocalDate givenOn() {
        var known = first.knownAt();
        return known == null
                ? null
                : LocalDate.ofInstant(known, ZoneId.of(first.practice().timeZone()));
    }
}
