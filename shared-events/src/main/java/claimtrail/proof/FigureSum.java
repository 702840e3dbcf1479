package claimtrail.proof;

import claimtrail.metric.Cell;
import claimtrail.metric.Definition;
import claimtrail.metric.Definition.Days;
import claimtrail.metric.Definition.Figure;
import claimtrail.metric.Definition.Part;
import claimtrail.metric.Definition.Shape;
import claimtrail.metric.Times;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Adds up the postings that count in a figure. Sums add in any order, so each thread has one of its own and
/// they are joined at the end.
public final class FigureSum {

    private final Question question;
    private final Definition definition;
    private final Days days;
    private final Set<Part> parts;
    private final Map<Part, Long> sums = new HashMap<>();
    private final Map<Long, Long> casesByDays = new TreeMap<>();
    private long postings;

    /// @throws IllegalArgumentException if the definition is not the one asked for, or no sum of postings
    public FigureSum(Question question, Definition definition) {
        if (!definition.id().equals(question.metric()) || definition.version() != question.version()) {
            throw new IllegalArgumentException(definition.id() + ", version " + definition.version()
                    + ", does not define " + question.metric() + ", version " + question.version());
        }
        if (definition.shape().isEstimate()) {
            throw new IllegalArgumentException(definition.id() + " is an estimate, no sum of postings");
        }
        this.question = question;
        this.definition = definition;
        this.days = question.days(definition);
        this.parts = new LinkedHashSet<>(definition.numerator());
        this.parts.addAll(definition.denominator());
    }

    /// Whether what is posted to a cell counts in either half of the figure.
    public boolean takes(Cell cell) {
        return question.takes(cell) && days.hold(cell) && holds(cell);
    }

    private boolean holds(Cell cell) {
        for (var part : parts) {
            if (part.holds(cell)) {
                return true;
            }
        }
        return false;
    }

    /// Adds what is posted to a cell that [#takes(Cell)] takes.
    public void add(Cell cell, long amount) {
        postings++;
        for (var part : parts) {
            if (part.holds(cell)) {
                sums.merge(part, amount, Math::addExact);
            }
        }
        if (definition.shape() == Shape.MEDIAN_DAYS) {
            for (var part : definition.numerator()) {
                if (part.holds(cell)) {
                    casesByDays.merge(Long.valueOf(cell.facet()), part.sign() * amount, Math::addExact);
                }
            }
        }
    }

    /// Adds what another one has added up.
    public void add(FigureSum other) {
        postings += other.postings;
        other.sums.forEach((part, amount) -> sums.merge(part, amount, Math::addExact));
        other.casesByDays.forEach((each, cases) -> casesByDays.merge(each, cases, Math::addExact));
    }

    /// How many postings were added.
    public long postings() {
        return postings;
    }

    /// The figure. Of a time, the numerator says how many cases there are.
    public Figure figure() {
        if (definition.shape() != Shape.MEDIAN_DAYS) {
            return definition.figure(part -> sums.getOrDefault(part, 0L));
        }
        var times = Times.of(casesByDays);
        return times == null ? new Figure(null, 0, null) : new Figure(times.median(), times.cases(), null);
    }

    /// The measures that count in it.
    public static List<String> measures(Definition definition) {
        var measures = new LinkedHashSet<String>();
        definition.numerator().forEach(part -> measures.add(part.measure().id()));
        definition.denominator().forEach(part -> measures.add(part.measure().id()));
        return List.copyOf(measures);
    }
}
