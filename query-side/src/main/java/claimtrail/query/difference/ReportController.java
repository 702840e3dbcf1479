package claimtrail.query.difference;

import claimtrail.query.number.Figure;
import claimtrail.query.number.SettingHistory;
import claimtrail.query.number.SettingHistory.Changed;
import claimtrail.query.web.Asking;
import claimtrail.query.web.Csv;
import claimtrail.query.web.Parameters;
import claimtrail.query.web.Tagged;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/// Whole reports, as of one position or two.
@RestController
final class ReportController {

    private static final Set<String> PARAMETERS = Set.of(Csv.FORMAT);
    static final int DAYS = 30;

    private static final String[] REPORT = {
        "month", "metric", "version", "shown", "value", "unit", "numerator", "denominator", "asOf", "text", "explain"
    };
    private static final String[] DIFFERENCE = {
        "month",
        "metric",
        "shown",
        "unit",
        "before",
        "after",
        "change",
        "numeratorBefore",
        "numeratorExplained",
        "numeratorAfter",
        "denominatorBefore",
        "denominatorExplained",
        "denominatorAfter",
        "exact",
        "asOf",
        "against",
        "diff"
    };

    private final Asking asking;
    private final Sides.Reading sides;
    private final Reports reports;
    private final SettingHistory settings;

    ReportController(Asking asking, Sides.Reading sides, Reports reports, SettingHistory settings) {
        this.asking = asking;
        this.sides = sides;
        this.reports = reports;
        this.settings = settings;
    }

    /// All figures as of a position, with their definitions.
    @GetMapping("/api/audit/report")
    @Nullable
    ResponseEntity<Report> report(
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, required = false) @Nullable String has) {
        var given = Asking.parameters(request.getParameterMap(), PARAMETERS);
        var asked = asking.about(given, DAYS);
        if (Csv.wanted(request, given)) {
            var report = reports.of(asked);
            Csv.answer(response, "report-" + asked.asOf(), REPORT, table -> write(table, report));
            return null;
        }
        return Tagged.answer(has, "report " + asked, () -> reports.of(asked));
    }

    private static void write(Csv table, Report report) {
        report.lines().forEach(line -> write(table, report, "", line.figure(), line.text()));
        report.months().forEach(month -> month.figures().forEach(it -> write(table, report, month.month(), it, "")));
    }

    private static void write(Csv table, Report report, String month, Figure it, String text) {
        table.row(
                month,
                it.id(),
                it.version(),
                it.shown(),
                it.value(),
                it.unit(),
                it.numerator(),
                it.denominator(),
                report.asOf(),
                text,
                it.explain());
    }

    /// Months that a practice has closed.
    record Closings(List<Changed> closings) {}

    /// The months whose figures were reported, each with the position at which they were: the latest month first.
    @GetMapping("/api/audit/closings")
    Closings closings(HttpServletRequest request) {
        var given = new Parameters(request.getParameterMap(), Set.of("practice", "asOf"));
        return new Closings(settings.closed(asking.practice(given).id(), asking.asOf(given)));
    }

    /// All figures as of two positions: first + explained = second.
    @GetMapping("/api/audit/report/diff")
    @Nullable
    ResponseEntity<ReportDifference> difference(
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, required = false) @Nullable String has) {
        var given = Sides.Reading.parameters(request.getParameterMap(), PARAMETERS);
        var both = sides.of(request.getParameterMap(), PARAMETERS, DAYS);
        if (Csv.wanted(request, given)) {
            var found = reports.of(both);
            Csv.answer(
                    response,
                    "report-" + found.asOf() + "-" + found.against(),
                    DIFFERENCE,
                    table -> write(table, found));
            return null;
        }
        return Tagged.answer(has, "reports " + both, () -> reports.of(both));
    }

    private static void write(Csv table, ReportDifference found) {
        write(table, found, "", found.lines());
        found.months().forEach(month -> write(table, found, month.month(), month.lines()));
    }

    private static void write(Csv table, ReportDifference found, String month, List<ReportDifference.Line> lines) {
        for (var it : lines) {
            var below = it.denominator();
            table.row(
                    month,
                    it.metric(),
                    it.shown(),
                    it.unit(),
                    it.before().value(),
                    it.after().value(),
                    it.change(),
                    it.numerator().first(),
                    it.numerator().explained(),
                    it.numerator().second(),
                    below == null ? null : below.first(),
                    below == null ? null : below.explained(),
                    below == null ? null : below.second(),
                    it.exact(),
                    found.asOf(),
                    found.against(),
                    it.diff());
        }
    }
}
