package claimtrail.command.imports;

import static org.assertj.core.api.Assertions.assertThat;

import claimtrail.command.RunningSide;
import claimtrail.command.rulebook.RulebookShelf;
import claimtrail.event.policy.Conditions.Frequency;
import claimtrail.event.policy.Conditions.Frequency.Period;
import claimtrail.event.policy.PolicyEvent.PolicyPublished;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A library of policies comes in whole, and says of every entry what became of it.
class LibraryIT {

    private static final String KNEE =
            entry("POL-KNEE", "Knee", "\"frequencyLimits\":{\"count\":4,\"period\":\"year\"}");
    private static final String VISIT = entry("POL-VISIT", "Visit", "\"modifiers\":[\"25\"]");
    private static final String NO_DAY =
            entry("POL-X", "No day", "\"modifiers\":[]").replace("2024-01-01", "2024-13-01");

    private static RunningSide side;

    @BeforeAll
    static void start() {
        side = RunningSide.start();
    }

    @AfterAll
    static void stop() {
        side.close();
    }

    @Test
    void each_entry_is_stored_once_and_what_cannot_be_read_is_refused_by_code_and_field() {
        practice("LIB-1");

        var first = load("LIB-1", "merge", KNEE, VISIT, NO_DAY);
        var again = load("LIB-1", "merge", KNEE, VISIT);

        assertThat(fates(first))
                .isEqualTo(Map.of("POL-KNEE", "STORED", "POL-VISIT", "STORED", "/policies/2", "REFUSED"));
        assertThat(first.path("read").asInt()).isEqualTo(3);
        var refused = first.path("entries").path(2);
        assertThat(refused.path("code").asString()).isEqualTo("DATE_UNREADABLE");
        assertThat(refused.path("field").asString()).isEqualTo("/effectiveDate");
        assertThat(fates(again)).isEqualTo(Map.of("POL-KNEE", "SEEN_BEFORE", "POL-VISIT", "SEEN_BEFORE"));
        assertThat(standing("LIB-1", "POL-KNEE").demands().frequency()).isEqualTo(new Frequency(4, Period.YEAR, null));
    }

    @Test
    void what_an_entry_says_anew_is_the_next_version_from_the_day_of_the_library_on() {
        practice("LIB-2");
        load("LIB-2", "merge", KNEE);

        var changed = load("LIB-2", "merge", KNEE.replace("\"count\":4", "\"count\":3"));
        var older = load("LIB-2", "merge", KNEE);
        var figures = load(
                "LIB-2",
                "merge",
                KNEE.replace("\"count\":4", "\"count\":3").replace("\"hitRate\":15", "\"hitRate\":16"));

        assertThat(fates(changed)).isEqualTo(Map.of("POL-KNEE", "REVISED"));
        assertThat(changed.path("entries").path(0).path("version").asInt()).isEqualTo(2);
        assertThat(fates(older)).isEqualTo(Map.of("POL-KNEE", "SEEN_BEFORE"));
        assertThat(fates(figures)).isEqualTo(Map.of("POL-KNEE", "SEEN_BEFORE"));
        var standing = standing("LIB-2", "POL-KNEE");
        assertThat(standing.version()).isEqualTo(2);
        assertThat(standing.effectiveFrom()).isAfter("2024-01-01");
        var sameDay = load("LIB-2", "merge", KNEE.replace("\"count\":4", "\"count\":2"));
        assertThat(sameDay.path("entries").path(0).path("code").asString()).isEqualTo("RANGE_OVERLAPS");
    }

    @Test
    void replacing_retires_what_its_source_no_longer_names_and_merging_does_not() {
        practice("LIB-3");
        load("LIB-3", "merge", KNEE, VISIT);
        load("LIB-3", "merge", VISIT.replace("POL-VISIT", "POL-PORTAL").replace("\"Edit\"", "\"active\""));

        assertThat(fates(load("LIB-3", "merge", VISIT))).isEqualTo(Map.of("POL-VISIT", "SEEN_BEFORE"));
        var replaced = load("LIB-3", "replace", VISIT);
        var again = load("LIB-3", "replace", VISIT);

        assertThat(fates(replaced)).isEqualTo(Map.of("POL-VISIT", "SEEN_BEFORE", "POL-KNEE", "RETIRED"));
        assertThat(replaced.path("retired").asInt()).isEqualTo(1);
        assertThat(fates(again)).isEqualTo(Map.of("POL-VISIT", "SEEN_BEFORE"));
        assertThat(standing("LIB-3", "POL-PORTAL").version()).isEqualTo(1);
        var back = load("LIB-3", "merge", KNEE.replace("\"count\":4", "\"count\":3"));
        assertThat(back.path("entries").path(0).path("code").asString()).isEqualTo("POLICY_RETIRED");
    }

    @Test
    void nothing_is_retired_while_an_entry_cannot_be_read() {
        practice("LIB-4");
        load("LIB-4", "merge", KNEE, VISIT);

        assertThat(fates(load("LIB-4", "replace", VISIT, NO_DAY)))
                .isEqualTo(Map.of("POL-VISIT", "SEEN_BEFORE", "/policies/1", "REFUSED"));
        assertThat(standing("LIB-4", "POL-KNEE").version()).isEqualTo(1);
    }

    @Test
    void what_is_no_library_is_refused_as_a_whole() {
        practice("LIB-5");

        assertThat(post("LIB-5", "merge", "moon").code()).isEqualTo("FORMAT_INVALID");
        assertThat(post("LIB-5", "perhaps", "[" + KNEE + "]").status()).isEqualTo(400);
    }

    private static void practice(String number) {
        assertThat(side.post("/api/practices", """
                        {"number":"%s","name":"A practice","timeZone":"UTC"}""".formatted(number)).status()).isEqualTo(201);
    }

    private static String entry(String id, String name, String more) {
        return """
                {"id":"%s","name":"%s","mode":"Edit","effectiveDate":"2024-01-01","topic":"Limits",
                 "logicType":"Frequency","source":"A payer","hitRate":15,"procedureCodes":["20610"],%s}""".formatted(id, name, more);
    }

    private static JsonNode load(String practice, String mode, String... entries) {
        var answer = post(practice, mode, "{\"policies\":[" + String.join(",", entries) + "],\"mode\":\"replace\"}");
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);
        return JsonMapper.shared().readTree(answer.body().toString());
    }

    private static RunningSide.Answer post(String practice, String mode, String body) {
        return side.post("/api/policies/library?mode=" + mode, body, "X-Practice", practice);
    }

    /// By number, or by place where there is none.
    private static Map<String, String> fates(JsonNode report) {
        return StreamSupport.stream(report.path("entries").spliterator(), false)
                .collect(Collectors.toMap(
                        it -> it.path("number").isString()
                                ? it.path("number").asString()
                                : it.path("place").asString(),
                        it -> it.path("fate").asString()));
    }

    private static PolicyPublished standing(String practice, String number) {
        var shelf = side.bean(RulebookShelf.class);
        shelf.catchUp();
        UUID owner = shelf.inForce().practice(practice).orElseThrow();
        return shelf.inForce().standingPolicies(owner).values().stream()
                .filter(it -> it.number().value().equals(number))
                .findFirst()
                .orElseThrow();
    }
}
