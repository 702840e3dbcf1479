package claimtrail.query;

import static org.assertj.core.api.Assertions.assertThat;

import claimtrail.event.DomainEvent;
import claimtrail.event.ExternalId;
import claimtrail.event.Ids;
import claimtrail.event.Reason;
import claimtrail.event.claim.ClaimEvent.PaymentReversed;
import claimtrail.event.claim.Match;
import claimtrail.event.imports.ImportEvent.Format;
import claimtrail.event.imports.ImportEvent.ImportSeenAgain;
import claimtrail.event.imports.ImportEvent.ImportStarted;
import claimtrail.event.learning.PracticeSessionEvent.CorrectionApplied;
import claimtrail.event.learning.PracticeSessionEvent.CorrectionKind;
import claimtrail.event.learning.PracticeSessionEvent.Scope;
import claimtrail.event.pattern.PatternEvent.ActionRecorded;
import claimtrail.event.pattern.PatternEvent.ActionType;
import claimtrail.event.pattern.PatternEvent.BaselineFixed;
import claimtrail.event.policy.PolicyEvent.PolicyRetired;
import claimtrail.event.provider.PayerEvent.PayerClass;
import claimtrail.event.provider.PayerEvent.PayerRegistered;
import claimtrail.event.provider.PracticeEvent.PracticeRegistered;
import claimtrail.event.reference.ReferenceEvent.DefinitionKind;
import claimtrail.event.reference.ReferenceEvent.DefinitionPublished;
import claimtrail.event.reference.ReferenceEvent.Effect;
import claimtrail.event.reference.ReferenceEvent.Preventable;
import claimtrail.event.reference.ReferenceEvent.ReasonClassified;
import claimtrail.event.reference.ReferenceEvent.SettingChanged;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What was answered as of a position is answered again, for ever: after late facts, reversals, corrections
/// dated back, changed rules, settings, names and definitions, by a program that was started anew, from the
/// ledger and from kept totals. Every path of the description is asked, and every link of the answers is
/// followed.
class ForEverIT {

    private static final long SEED = 11;

    /// About how this side works, not about figures.
    private static final Set<String> NO_FIGURES = Set.of("/api/status", "/api/admin/jobs", "/api/admin/jobs/{name}");

    /// What is asked about the log itself, about replays, or why; every answer leads there by links.
    private static final String AUDIT = "/api/audit/";

    private static final List<String> PARTS = List.of(
            "payer",
            "provider",
            "reason",
            "category",
            "age",
            "due",
            "code",
            "pattern",
            "road",
            "day",
            "week",
            "month",
            "quarter");

    private static final TestLog LOG = new TestLog();

    /// What was answered, by the address that names its position.
    private static final Map<String, JsonNode> ANSWERED = new LinkedHashMap<>();

    /// The positions that were asked about: one in the past, and the last of that time.
    private static final List<Long> POSITIONS = new ArrayList<>();

    private static Reader reader = new Reader(LOG, 2, "--claimtrail.kept.enabled=false");

    @BeforeAll
    static void askAndTellMore() {
        ManyLives.open(LOG);
        PatternBook.open(LOG);
        var parts = ManyLives.of(SEED);
        ManyLives.tell(LOG, parts.get(0));
        tell(PatternBook.QUIET, new BaselineFixed(day(1, 1), day(2, 28), 40, 12, 500_000, false, "pattern.rate/1", 1));
        POSITIONS.add(LittleBook.tell(LOG, day(3, 20)));
        POSITIONS.add(ManyLives.tell(LOG, parts.get(1)));
        reader.caughtUp();
        POSITIONS.forEach(ForEverIT::askEverything);
        reader.close();

        reader = new Reader(
                LOG, 2, "--claimtrail.kept.size=5", "--claimtrail.kept.fan=3", "--claimtrail.kept.poll=20ms");
        ManyLives.tell(LOG, parts.get(2));
        LittleBook.tellAfter(LOG, day(3, 20));
        PatternBook.tellMore(LOG);
        tellWhatChangesEverything();
        reader.caughtUp().kept(5);
    }

    @AfterAll
    static void close() {
        reader.close();
        LOG.close();
    }

    private static LocalDate day(int month, int day) {
        return LittleBook.day(month, day);
    }

    private static void tell(UUID stream, DomainEvent event) {
        LOG.append(LittleBook.PRACTICE, stream, event);
    }

    /// Facts that are late, take back, are dated back, or say what words mean from now on.
    private static void tellWhatChangesEverything() {
        LittleBook.exposed(LOG, "LATE", PatternBook.PATTERN, day(3, 5), 77_700, true);
        LittleBook.exposed(LOG, "LATER", PatternBook.QUIET, day(2, 5), 55_500, true);
        tell(LittleBook.claim("K3"), LittleBook.voided());
        tell(
                LittleBook.claim("K3"),
                new PaymentReversed(
                        "K3/back",
                        LittleBook.PAYER,
                        1,
                        "PCN-K3",
                        null,
                        day(3, 19),
                        -30_000,
                        -24_000,
                        List.of(),
                        Match.direct()));
        tell(
                Ids.named("book", "late correction"),
                new CorrectionApplied(
                        null,
                        "u3",
                        PatternBook.PATTERN,
                        CorrectionKind.UPDATE_WORKFLOW,
                        day(3, 1),
                        Instant.parse("2026-03-31T09:00:00Z"),
                        Scope.FUTURE_CLAIMS,
                        null));
        tell(PatternBook.PATTERN, PatternBook.improving());
        tell(PatternBook.PATTERN, new ActionRecorded(ActionType.STAFF_TRAINING, day(3, 2), null));
        tell(
                PatternBook.PATTERN,
                new BaselineFixed(day(1, 1), day(2, 28), 50, 20, 900_000, false, "pattern.rate/1", 1));
        tell(PatternBook.POLICY, new PolicyRetired(day(3, 3)));
        tell(PatternBook.FILE, new ImportSeenAgain(1));
        tell(PatternBook.FILE, PatternBook.judged("2"));
        tell(
                Ids.named("book", "another file"),
                new ImportStarted("ef".repeat(32), 900, Format.X12_837, "x12", "1", day(3, 1), null));
        for (var setting : List.of(
                "cost-per-appeal",
                "hourly-rate",
                "tier-medium-frequency",
                "tier-high-frequency",
                "tier-critical-frequency",
                "tier-high-impact",
                "tier-critical-impact")) {
            tell(Ids.named("setting", setting), new SettingChanged(setting, "1", null, day(1, 1)));
        }
        tell(
                Ids.named("definition"),
                new DefinitionPublished(
                        DefinitionKind.METRIC,
                        "idr.claims",
                        9,
                        "Another meaning.",
                        Map.of("shown", "Another"),
                        day(1, 1),
                        true));
        for (var code : List.of("97", "197", "16", "50", "29")) {
            tell(
                    Ids.named("reason", code),
                    new ReasonClassified(
                            Reason.carc(code),
                            null,
                            null,
                            null,
                            Effect.DENYING,
                            "OTHER",
                            "other",
                            Preventable.NO,
                            day(1, 1),
                            null));
        }
        LittleBook.renameProvider(LOG);
        tell(
                LittleBook.PAYER,
                new PayerRegistered(new ExternalId("api", "PAY"), "Other Health", PayerClass.MEDICAID, List.of("OH")));
        tell(
                LittleBook.PRACTICE,
                new PracticeRegistered(new ExternalId("api", "BOOK"), "Other Clinic", "Asia/Tokyo", null, null, true));
        var third = Ids.named("third");
        LOG.append(
                third,
                third,
                new PracticeRegistered(new ExternalId("api", "THIRD"), "Third Clinic", "UTC", null, null, false));
    }

    private static void askEverything(long asOf) {
        var questions = new LinkedHashSet<String>();
        paths().forEach(path -> questions.addAll(questions(path)));
        for (var question : questions) {
            ask(question + (question.contains("?") ? "&" : "?") + "asOf=" + asOf);
        }
        for (var link : links(List.copyOf(ANSWERED.values()))) {
            if (link.contains("asOf=" + asOf)) {
                ask(link);
            }
        }
    }

    private static void ask(String address) {
        var answer = reader.get(address);
        if (answer.statusCode() == 200) {
            ANSWERED.put(address, known(answer.body()));
        } else {
            // A figure is not divided by everything, and some are told with their subject only; a claim may not be
            // known yet. Nothing else may go wrong.
            assertThat(answer.statusCode()).as(address + answer.body()).isIn(400, 404);
            if (!answer.body().contains("is made for one subject and told with it")) {
                assertThat(address).as(answer.body()).matches("(.*[?&]by=.*)|(/api/claims/.*)");
            }
        }
    }

    /// An answer without how far behind the log we were.
    private static JsonNode known(String body) {
        var answer = tools.jackson.databind.json.JsonMapper.shared().readTree(body);
        if (answer.get("meta") instanceof ObjectNode meta) {
            meta.remove("lag");
        }
        return answer;
    }

    private static List<String> paths() {
        return reader.ask("/v3/api-docs/query-side")
                .path("paths")
                .propertyStream()
                .filter(path -> path.getValue().has("get"))
                .map(Map.Entry::getKey)
                .filter(path -> path.startsWith("/api/") && !path.startsWith(AUDIT) && !NO_FIGURES.contains(path))
                .toList();
    }

    /// Ways to ask a path, all but the position.
    private static List<String> questions(String path) {
        return switch (path) {
            case "/api/metrics/{id}" -> figures();
            case "/api/metrics/dashboard" ->
                List.of(
                        path + "?practice=BOOK&from=2026-01-01&to=2026-12-31",
                        path + "?practice=BOOK&from=2026-01-01&to=2026-12-31&basis=submission",
                        path + "?practice=BOOK&day=2026-03-30",
                        path + "?practice=BOOK",
                        path + "?practice=EMPTY",
                        path + "?practice=BOOK&day=2026-04-30&provider=" + LittleBook.A,
                        path + "?practice=BOOK&day=2026-04-30&payer=" + LittleBook.PAYER);
            case "/api/claims" ->
                Stream.of(
                                "all",
                                "submitted",
                                "decided",
                                "denied",
                                "approved",
                                "pending",
                                "withdrawn",
                                "open",
                                "appealed")
                        .flatMap(status -> Stream.of(
                                path + "?practice=BOOK&limit=500&status=" + status,
                                path
                                        + "?practice=BOOK&limit=7&page=2&sort=-denied&dateField=decided&from=2026-02-01&to=2026-04-30&status="
                                        + status))
                        .toList();
            case "/api/claims/{id}" ->
                Stream.of("K1", "K2", "K3", "K4", "K5", "LATE", "M1", "M2", "M3")
                        .map(claim -> "/api/claims/" + LittleBook.claim(claim))
                        .toList();
            case "/api/providers/{id}/performance" ->
                List.of("/api/providers/" + LittleBook.A + "/performance?practice=BOOK&day=2026-04-30");
            case "/api/patterns/{id}", "/api/patterns/{id}/evidence" ->
                Stream.of(PatternBook.PATTERN, PatternBook.QUIET)
                        .map(pattern -> path.replace("{id}", pattern.toString()) + "?practice=BOOK&day=2026-04-30")
                        .toList();
            case "/api/policies/{id}" ->
                List.of("/api/policies/" + PatternBook.POLICY + "?practice=BOOK&day=2026-04-30");
            case "/api/policies/{id}/changes" ->
                List.of("/api/policies/" + PatternBook.POLICY + "/changes?practice=BOOK&left=1&right=1");
            case "/api/imports/{id}" -> List.of("/api/imports/" + PatternBook.FILE);
            case "/api/codes/{code}" -> List.of("/api/codes/29881?practice=BOOK&day=2026-04-30");
            case "/api/practices", "/api/metrics/definitions" -> List.of(path);
            case "/api/payers", "/api/imports" -> List.of(path + "?practice=BOOK");
            default -> List.of(path + "?practice=BOOK", path + "?practice=BOOK&day=2026-04-30");
        };
    }

    /// Every figure as a whole, and in some of the parts.
    private static List<String> figures() {
        var questions = new ArrayList<String>();
        var part = 0;
        for (var figure : reader.ask("/api/metrics/definitions").get("definitions")) {
            var path = "/api/metrics/" + figure.get("id").asString()
                    + "?practice=BOOK&from=2026-02-01&to=2026-04-30&basis="
                    + figure.get("bases").get(0).asString();
            questions.add(path);
            for (int i = 0; i < 4; i++) {
                questions.add(path + "&by=" + PARTS.get(part++ % PARTS.size()));
            }
        }
        return questions;
    }

    /// All addresses of the programming interface in some answers.
    private static Set<String> links(List<JsonNode> answers) {
        var links = new LinkedHashSet<String>();
        answers.forEach(answer -> collect(answer, links));
        return links;
    }

    private static void collect(JsonNode node, Set<String> links) {
        if (node.isString() && node.asString().startsWith("/api/")) {
            links.add(node.asString());
        }
        node.valueStream().forEach(child -> collect(child, links));
    }

    @Test
    void what_was_answered_as_of_a_position_is_answered_again_whatever_was_told_since() {
        assertThat(ANSWERED).hasSizeGreaterThan(500);
        var changed = new ArrayList<String>();
        ANSWERED.forEach((address, answer) -> {
            var again = reader.get(address);
            if (again.statusCode() != 200 || !answer.equals(known(again.body()))) {
                changed.add(address + "\n  then " + answer + "\n  now  " + again.body());
            }
        });
        assertThat(changed)
                .as("%s of %s answers", changed.size(), ANSWERED.size())
                .isEmpty();
    }

    @Test
    void asked_about_the_present_nearly_everything_answers_something_else_now() {
        var asOf = "asOf=" + POSITIONS.getLast();
        var same = new ArrayList<String>();
        var asked = 0;
        for (var each : ANSWERED.entrySet()) {
            if (each.getKey().endsWith(asOf) && !each.getKey().contains("/api/audit/")) {
                var now = known(reader.get(each.getKey().replaceAll("[?&]asOf=\\d+", ""))
                        .body());
                asked++;
                if (without(now).equals(without(each.getValue()))) {
                    same.add(each.getKey());
                }
            }
        }
        assertThat(same).as("of %s", asked).hasSizeLessThan(asked / 4);
    }

    private static String without(JsonNode answer) {
        var copy = answer.deepCopy();
        if (copy instanceof ObjectNode object) {
            object.remove("meta");
        }
        return copy.toString().replaceAll("asOf=\\d+", "");
    }

    @Test
    void an_instant_means_what_was_known_at_it_and_the_future_is_refused() {
        for (var position : POSITIONS) {
            var then = Objects.requireNonNull(ANSWERED.get("/api/practices?asOf=" + position))
                    .get("meta");
            var meta = reader.ask("/api/practices?asOf=" + then.get("knownAt").asString())
                    .get("meta");
            assertThat(meta.get("asOf").asLong()).isGreaterThanOrEqualTo(position);
            assertThat(meta.get("knownAt")).isEqualTo(then.get("knownAt"));
        }
        var before = reader.ask("/api/metrics/dashboard?practice=BOOK&asOf=2000-01-01T00:00:00Z");
        assertThat(before.at("/meta/asOf").asLong()).isZero();
        assertThat(before.at("/summary/totalClaims").asLong()).isZero();
        assertThat(before.at("/summary/denialRate").isNull()).isTrue();
        for (var wrong : List.of("2999-01-01T00:00:00Z", "-1", "yesterday", "99999999", "99999999999999999999")) {
            var answer = reader.get("/api/metrics/dashboard?practice=BOOK&asOf=" + wrong);
            assertThat(answer.statusCode()).as(wrong).isEqualTo(400);
            assertThat(answer.body()).contains("\"parameter\":\"asOf\"", "PARAMETER_INVALID");
        }
    }
}
