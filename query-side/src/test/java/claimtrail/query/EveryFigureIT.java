package claimtrail.query;

import static claimtrail.query.LittleBook.day;
import static org.assertj.core.api.Assertions.assertThat;

import claimtrail.event.pattern.PatternEvent.BaselineFixed;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Every figure of every answer says where it is explained, and the postings listed there add up to it, page by page.
class EveryFigureIT {

    private static final TestLog LOG = new TestLog();
    private static final Reader READER = new Reader(LOG, 2);

    private static final String BOTH_MONTHS = "practice=BOOK&from=2026-03-01&to=2026-04-30";
    private static final String APRIL = "practice=BOOK&from=2026-04-01&to=2026-04-30";

    /// The numbers of a baseline are those of the fact that fixed it, whoever says so; the link lists what was counted.
    private static final String FIXED = "/baseline/rate";

    /// A page that is shorter than most lists, so that running totals have to go on from page to page.
    private static final int LINES = 2;

    @BeforeAll
    static void tell() {
        LittleBook.open(LOG);
        PatternBook.open(LOG);
        LittleBook.tell(LOG);
        PatternBook.tellMore(LOG);
        LOG.append(
                LittleBook.PRACTICE,
                PatternBook.PATTERN,
                new BaselineFixed(day(1, 1), day(3, 1), 40, 30, 300_000L, false, "pattern.rate/1", 1));
        READER.caughtUp();
    }

    @AfterAll
    static void close() {
        READER.close();
        LOG.close();
    }

    private static List<String> questions() {
        var questions = new ArrayList<String>();
        for (var basis : List.of("event", "submission")) {
            var asked = BOTH_MONTHS + "&basis=" + basis;
            questions.add("/api/metrics/dashboard?" + asked);
            questions.add("/api/metrics/dashboard?" + asked + "&provider=" + LittleBook.A);
            questions.add("/api/patterns?" + asked);
            questions.add("/api/patterns/" + PatternBook.PATTERN + "?" + asked);
            questions.add("/api/patterns/" + PatternBook.PATTERN + "/evidence?" + asked);
            questions.add("/api/policies?" + asked);
            questions.add("/api/policies/" + PatternBook.POLICY + "?" + asked);
            questions.add("/api/providers?" + asked);
            questions.add("/api/providers/" + LittleBook.A + "/performance?" + asked);
            questions.add("/api/providers/" + LittleBook.A + "/performance?grain=month&" + asked);
            questions.add("/api/codes/29881?" + asked);
            questions.add("/api/learning/summary?practice=BOOK&basis=" + basis);
            questions.add("/api/reasons/unmapped?" + asked);
            questions.add("/api/metrics/recoverable.amount?" + asked);
            questions.add("/api/audit/report?" + asked);
            for (var figure : READER.ask("/api/metrics/dashboard?" + asked).get("metrics")) {
                series(figure, asked).forEach(questions::add);
            }
        }
        questions.add("/api/metrics/avoided.estimate?" + APRIL);
        questions.add("/api/metrics/dashboard?" + APRIL);
        return questions;
    }

    /// A figure divided by everything by which it can be; the rest is refused, and not asked for.
    private static Stream<String> series(JsonNode figure, String asked) {
        var path = "/api/metrics/" + figure.get("id").asString() + "?" + asked;
        return Stream.of(
                        "payer",
                        "provider",
                        "reason",
                        "category",
                        "pattern",
                        "code",
                        "road",
                        "age",
                        "due",
                        "day",
                        "week",
                        "month",
                        "quarter")
                .map(by -> path + "&by=" + by)
                .filter(question -> READER.get(question).statusCode() == 200);
    }

    @Test
    void every_figure_of_every_answer_adds_up_from_what_explains_it() {
        var links = new LinkedHashMap<String, String>();
        var figures = new LinkedHashMap<String, JsonNode>();
        var without = new ArrayList<String>();
        for (var question : questions()) {
            var answer = READER.ask(question);
            collect(question, answer, links, figures, without);
        }

        assertThat(without)
                .as("figures without a place where they are explained")
                .isEmpty();
        assertThat(links).hasSizeGreaterThan(400);
        var checked = new LinkedHashSet<String>();
        links.forEach((link, from) -> check(link, from, figures.get(link), checked));
        assertThat(checked).hasSizeGreaterThan(200);
    }

    /// What stands in an answer: a figure is what has a numerator; a link is whatever is called so, alone or in a list
    /// of
    /// links by name.
    private static void collect(
            String path,
            JsonNode node,
            Map<String, String> links,
            Map<String, JsonNode> figures,
            List<String> without) {
        if (node.isObject()) {
            var explain = node.path("explain");
            if (explain.isString()) {
                links.putIfAbsent(explain.asString(), path);
                if (node.has("numerator")) {
                    figures.putIfAbsent(explain.asString(), node);
                }
            } else if (explain.isObject()) {
                explain.propertyStream()
                        .forEach(it -> links.putIfAbsent(it.getValue().asString(), path));
            } else if (node.has("numerator") && !path.endsWith("/previous") && !path.contains("/definitions")) {
                without.add(path);
            }
            var previous = node.path("explainPrevious");
            if (previous.isString()) {
                links.putIfAbsent(previous.asString(), path + "/previous");
                figures.putIfAbsent(previous.asString(), node.get("previous"));
            }
            if (node.path("explainCents").isString()) {
                links.putIfAbsent(node.get("explainCents").asString(), path + "/explainCents");
            }
            node.propertyStream()
                    .forEach(it -> collect(path + "/" + it.getKey(), it.getValue(), links, figures, without));
        } else if (node.isArray()) {
            node.valueStream().forEach(it -> collect(path + "[]", it, links, figures, without));
        }
    }

    /// Both halves, page by page.
    private static void check(String link, String from, @Nullable JsonNode figure, Set<String> checked) {
        var first = READER.ask(link + "&limit=" + LINES);
        adds(link, from, first);
        if (figure != null && !from.endsWith(FIXED)) {
            var metric = first.get("metric").asString();
            assertThat(first.get("value"))
                    .as("%s of %s, explained by %s", metric, from, link)
                    .isEqualTo(figure.get("numerator"));
            if (figure.hasNonNull("denominator") && divided(metric)) {
                var below = READER.ask(link + "&part=denominator&limit=" + LINES);
                adds(link + "&part=denominator", from, below);
                assertThat(below.get("value")).as(link).isEqualTo(figure.get("denominator"));
                checked.add(link + "&part=denominator");
            }
        }
        checked.add(link);
    }

    /// A share of a whole is explained by the figure that counts it; the whole is that figure undivided.
    private static boolean divided(String metric) {
        return !READER.ask("/api/metrics/definitions?metric=" + metric)
                .at("/definitions/0/denominator")
                .isEmpty();
    }

    private static void adds(String link, String from, JsonNode first) {
        var running = 0L;
        var answer = first;
        for (int page = 1; ; page++) {
            assertThat(answer.get("readds").asBoolean())
                    .as("%s of %s", link, from)
                    .isTrue();
            for (var line : answer.get("postings")) {
                running += line.get("amount").asLong();
                assertThat(line.get("running").asLong()).as(link).isEqualTo(running);
            }
            if (page >= answer.at("/pagination/pages").asInt()) {
                break;
            }
            answer = READER.ask(link + "&limit=" + LINES + "&page=" + (page + 1));
        }
        assertThat(running)
                .as("the last running total of %s of %s", link, from)
                .isEqualTo(first.get("value").asLong());
        assertThat(running).isEqualTo(first.get("sum").asLong());
    }

    @Test
    void the_table_of_a_figure_has_every_line_and_ends_with_the_figure() {
        var link = "/api/audit/explain?metric=denied.amount&" + BOTH_MONTHS;
        var pages = READER.ask(link + "&limit=500");

        var table = READER.get(link + "&format=csv");

        assertThat(table.headers().firstValue("Content-Type").orElse("")).startsWith("text/csv");
        var lines = table.body().lines().toList();
        assertThat(lines).hasSize(pages.get("postings").size() + 1);
        assertThat(lines.getFirst()).startsWith("position,ordinal,measure,facet,eventDay,cohortDay,amount,running,");
        assertThat(lines.getLast().split(",", -1)[7])
                .isEqualTo(pages.get("value").asString());
        assertThat(READER.get("/api/audit/explain?metric=denied.amount&format=pdf&" + BOTH_MONTHS)
                        .statusCode())
                .isEqualTo(400);
    }
}
