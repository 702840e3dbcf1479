package claimtrail.query.difference;

import claimtrail.denial.DenialRule;
import claimtrail.metric.Basis;
import claimtrail.query.difference.Difference.Half;
import claimtrail.query.difference.Difference.Side;
import claimtrail.query.estimate.AvoidedDenials;
import claimtrail.query.number.Aging;
import claimtrail.query.number.Definition;
import claimtrail.query.number.Definition.Part;
import claimtrail.query.number.Definitions;
import claimtrail.query.number.Figure;
import claimtrail.query.number.Figures;
import claimtrail.query.number.Value;
import claimtrail.query.web.Asked;
import claimtrail.query.web.Window;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// Makes reports as of a position, and compares two of them.
@Component
public class Reports {

    /// What is shown of each month.
    private static final List<String> MONTHLY = List.of(
            "claims.submitted",
            "claims.decided",
            "claims.denied",
            "idr.claims",
            "denial.rate.submitted",
            "denied.amount",
            "billed.amount",
            "paid.amount",
            "recovered.amount",
            "appeals.filed");

    private static final long MOST_DAYS_BY_MONTH = 2 * 366;

    private final Figures figures;
    private final Aging aging;
    private final AvoidedDenials avoided;
    private final Between between;

    Reports(Figures figures, Aging aging, AvoidedDenials avoided, Between between) {
        this.figures = figures;
        this.aging = aging;
        this.avoided = avoided;
        this.between = between;
    }

    /// The report.
    public Report of(Asked asked) {
        var practice = asked.practice();
        return new Report(
                practice.id(),
                practice.number(),
                practice.name(),
                practice.simulated(),
                asked.basis().word(),
                asked.window().from(),
                asked.window().to(),
                asked.asOf(),
                asked.knownAt(),
                asked.fold(),
                DenialRule.NAME,
                figures.all(asked).values().stream()
                        .map(it -> new Report.Line(it, definition(it.id()).text()))
                        .toList(),
                months(asked.window())
                        .map(month -> new Report.Month(
                                month.toString(),
                                List.copyOf(figures.some(asked.about(within(month, asked.window())), monthly(asked))
                                        .values())))
                        .toList(),
                aging.of(asked),
                asked.basis() == Basis.EVENT ? avoided.of(asked) : null);
    }

    /// Two reports.
    public ReportDifference of(Sides sides) {
        var asked = sides.second();
        var lines = lines(
                sides,
                Definitions.all().stream()
                        .filter(it -> it.isOn(asked.basis()) && !it.estimate())
                        .toList());
        var months = months(asked.window())
                .map(month -> new ReportDifference.Month(
                        month.toString(),
                        lines(sides.with(it -> it.about(within(month, asked.window()))), monthly(asked))))
                .toList();
        var all = Stream.concat(lines.stream(), months.stream().flatMap(it -> it.lines().stream()))
                .toList();
        return new ReportDifference(
                asked.practice().id(),
                asked.practice().name(),
                asked.basis().word(),
                asked.window().from(),
                asked.window().to(),
                sides.first().asOf(),
                asked.asOf(),
                lines,
                months,
                all.stream().filter(ReportDifference.Line::moved).count(),
                all.stream().allMatch(ReportDifference.Line::exact));
    }

    private List<ReportDifference.Line> lines(Sides sides, List<Definition> definitions) {
        var first = figures.some(sides.first(), definitions);
        var second = figures.some(sides.second(), definitions);
        var explained = between.sums(definitions, it -> Span.of(figures, sides, it));
        var lines = new ArrayList<ReportDifference.Line>();
        for (var definition : definitions) {
            lines.add(line(
                    sides,
                    definition,
                    Objects.requireNonNull(first.get(definition.id())),
                    Objects.requireNonNull(second.get(definition.id())),
                    explained));
        }
        return lines;
    }

    private static ReportDifference.Line line(
            Sides sides, Definition definition, Figure first, Figure second, Map<String, Long> explained) {
        var before = value(first);
        var after = value(second);
        return new ReportDifference.Line(
                definition.id(),
                definition.shown(),
                second.unit(),
                Side.of(before, sides.first(), first.explain()),
                Side.of(after, sides.second(), second.explain()),
                Differences.change(definition, before, after),
                Half.of(
                        before.numerator(),
                        explained.getOrDefault(Between.half(definition, Part.NUMERATOR), 0L),
                        after.numerator()),
                definition.isRate()
                        ? Half.of(
                                Objects.requireNonNullElse(before.denominator(), 0L),
                                explained.getOrDefault(Between.half(definition, Part.DENOMINATOR), 0L),
                                Objects.requireNonNullElse(after.denominator(), 0L))
                        : null,
                "/api/audit/diff?metric=" + definition.id() + "&" + sides.query());
    }

    private static Value value(Figure figure) {
        return new Value(figure.value(), figure.numerator(), figure.denominator());
    }

    private static List<Definition> monthly(Asked asked) {
        return MONTHLY.stream()
                .map(Reports::definition)
                .filter(it -> it.isOn(asked.basis()))
                .toList();
    }

    private static Definition definition(String id) {
        return Definitions.find(id).orElseThrow();
    }

    /// The months that the days touch; none where they are more than people compare.
    private static Stream<YearMonth> months(Window window) {
        return window.days() > MOST_DAYS_BY_MONTH
                ? Stream.of()
                : Stream.iterate(
                        YearMonth.from(window.from()),
                        month -> !month.atDay(1).isAfter(window.to()),
                        month -> month.plusMonths(1));
    }

    private static Window within(YearMonth month, Window window) {
        return new Window(later(month.atDay(1), window.from()), earlier(month.atEndOfMonth(), window.to()));
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }
}
