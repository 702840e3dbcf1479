package claimtrail.query.page;

import claimtrail.query.number.Measured;
import claimtrail.query.pattern.PatternView.Baseline;
import claimtrail.query.pattern.Patterns.Action;
import claimtrail.query.pattern.Patterns.Day;
import claimtrail.query.pattern.Patterns.Detail;
import claimtrail.query.pattern.Patterns.Status;
import claimtrail.query.web.Asked;
import claimtrail.query.web.Window;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The days of a pattern on a line of time, with what was done about it, how its status changed and when its baseline
/// was. Places and widths are in percent of the line.
///
/// @param bars days on which exposed claims were decided
/// @param marks what happened, in order of time; those of days outside the chart are left out
/// @param baseline the days of the baseline, as far as they lie on the chart; absent where none do
record PatternChart(
        LocalDate from,
        LocalDate to,
        List<Bar> bars,
        List<Mark> marks,
        @Nullable Band baseline) {

    /// One day.
    ///
    /// @param deniedHeight in percent of the tallest day
    /// @param otherHeight likewise
    record Bar(Day day, String left, String width, String deniedHeight, String otherHeight, String why) {}

    /// One thing that happened on a day.
    ///
    /// @param no as it stands on the chart, from 1
    /// @param kind `found`, `status`, `action`
    /// @param what in words
    /// @param event where its fact is shown
    record Mark(int no, String kind, LocalDate on, String what, String left, String event) {}

    /// Some days.
    record Band(String left, String width) {}

    PatternChart {
        bars = List.copyOf(bars);
        marks = List.copyOf(marks);
    }

    /// What happened, before it has a place.
    private record Happened(String kind, LocalDate on, String what, String event) {}

    static PatternChart of(Detail detail, Asked asked) {
        var days = detail.series().stream().filter(it -> it.decided() > 0).toList();
        var window = asked.window();
        var happened = happened(detail).stream()
                .filter(it -> !it.on().isBefore(window.from()) && !it.on().isAfter(window.to()))
                .toList();
        var from = Stream.concat(days.stream().map(Day::day), happened.stream().map(Happened::on))
                .min(Comparator.naturalOrder())
                .orElse(window.to());
        var line = new Line(from, window.to());
        var tallest = days.stream().mapToLong(Day::decided).max().orElse(1);
        var marks = new ArrayList<Mark>();
        for (var it : happened) {
            marks.add(new Mark(marks.size() + 1, it.kind(), it.on(), it.what(), line.middle(it.on()), it.event()));
        }
        return new PatternChart(
                from,
                window.to(),
                days.stream().map(it -> bar(it, line, tallest, detail, asked)).toList(),
                marks,
                line.band(detail.pattern().baseline()));
    }

    private static List<Happened> happened(Detail detail) {
        var all = new ArrayList<Happened>();
        for (Status it : detail.statuses()) {
            var first = all.isEmpty();
            all.add(new Happened(
                    first ? "found" : "status",
                    it.from(),
                    first ? "known as a pattern" : "now " + it.status(),
                    "/events/" + it.position()));
        }
        for (Action it : detail.actions()) {
            all.add(new Happened("action", it.takenOn(), it.actionType().replace('_', ' '), page(it.event())));
        }
        all.sort(Comparator.comparing(Happened::on));
        return all;
    }

    private static String page(String event) {
        return "/events/" + event.substring(event.lastIndexOf('/') + 1);
    }

    private static Bar bar(Day day, Line line, long tallest, Detail detail, Asked asked) {
        var of = asked.about(new Window(day.day(), day.day()));
        return new Bar(
                day,
                line.left(day.day()),
                line.width(1),
                percent(day.denied(), tallest),
                percent(day.decided() - day.denied(), tallest),
                Measured.explain(
                        "pattern.rate", of, "pattern=" + detail.pattern().id()));
    }

    /// A place between two days, in percent.
    private record Line(LocalDate from, LocalDate to) {

        private long length() {
            return ChronoUnit.DAYS.between(from, to) + 1;
        }

        private long until(LocalDate day) {
            return ChronoUnit.DAYS.between(from, day);
        }

        String left(LocalDate day) {
            return percent(until(day), length());
        }

        String middle(LocalDate day) {
            return percent(2 * until(day) + 1, 2 * length());
        }

        String width(long days) {
            return percent(days, length());
        }

        @Nullable
        Band band(@Nullable Baseline baseline) {
            if (baseline == null
                    || baseline.to().isBefore(from)
                    || baseline.from().isAfter(to)) {
                return null;
            }
            var first = baseline.from().isBefore(from) ? from : baseline.from();
            var last = baseline.to().isAfter(to) ? to : baseline.to();
            return new Band(left(first), width(ChronoUnit.DAYS.between(first, last) + 1));
        }
    }

    private static String percent(long part, long whole) {
        return String.format(Locale.ROOT, "%.3f%%", 100.0 * part / whole);
    }
}
