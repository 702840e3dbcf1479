package claimtrail.command;

import static org.assertj.core.api.Assertions.assertThat;

import claimtrail.command.RunningSide.Answer;
import claimtrail.command.store.EventLog;
import claimtrail.command.store.VaultText;
import claimtrail.definition.FirstDefinitions;
import claimtrail.denial.DayOne;
import claimtrail.event.claim.ClaimEvent.ClaimSubmitted;
import claimtrail.event.json.EventJson;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What the world sees of the command side: facts over HTTP, refusals by code, and the same answer to the same request.
class DoorsIT {

    private static RunningSide side;

    @BeforeAll
    static void start() {
        side = RunningSide.start();
        assertThat(side.post("/api/practices", """
                {"number":"OA","name":"Ortho Austin","timeZone":"America/Chicago"}""").status()).isEqualTo(201);
        assertThat(side.post("/api/practices", """
                {"number":"PB","name":"Pediatrics Boston","timeZone":"America/New_York"}""").status()).isEqualTo(201);
        for (var practice : List.of("OA", "PB")) {
            assertThat(side.post("/api/providers", """
                    {"number":"DR1","name":"A. Doe","npi":"1234567893"}""", "X-Practice", practice).status())
                    .isEqualTo(201);
            var payer = side.post("/api/payers", """
                    {"number":"00431","name":"Blue Plan","payerClass":"COMMERCIAL","aliases":["BLUE-PLAN TX"]}""", "X-Practice", practice);
            assertThat(payer.status()).isEqualTo(201);
            assertThat(side.post("/api/payers/" + payer.id() + "/terms", """
                    {"termsVersion":"2025","terms":[{"kind":"APPEAL","days":120,"countsFrom":"DECISION","effectiveFrom":"2020-01-01"}]}""", "X-Practice", practice)
                            .status())
                    .isEqualTo(201);
        }
    }

    @AfterAll
    static void stop() {
        side.close();
    }

    @Test
    void a_claim_lives_from_bill_to_overturn() {
        var claim = submit("LIFE-1");
        assertThat(claim.status()).isEqualTo(201);
        assertThat(claim.http().headers().firstValue("ETag")).hasValue("\"0\"");
        assertThat(claim.http().headers().firstValue("Location")).hasValue("/api/claims/" + claim.id());

        var denied = post("/api/claims/" + claim.id() + "/decisions", denial("2026-03-18"));
        var appealed = post("/api/claims/" + claim.id() + "/appeals", """
                {"lines":[1],"filedOn":"2026-03-25","argument":"modifier 25 is documented"}""");
        var overturned = post("/api/claims/" + claim.id() + "/appeals/1/outcome", """
                {"outcome":"OVERTURNED","decidedOn":"2026-04-20","lines":[{"no":1,"overturnedCents":15000}]}""");

        assertThat(denied.status()).as("%s", denied.body()).isEqualTo(201);
        assertThat(appealed.status()).as("%s", appealed.body()).isEqualTo(201);
        assertThat(overturned.status()).as("%s", overturned.body()).isEqualTo(201);
        assertThat(names(claim.id()))
                .containsExactly("claim.submitted", "claim.denied", "claim.appealed", "claim.overturned");
        assertThat(overturned.body().path("version").asLong()).isEqualTo(3);
        assertThat(overturned.body().path("position").asLong())
                .isGreaterThan(claim.body().path("position").asLong());
    }

    @Test
    void no_name_stands_in_the_log() {
        var claim = submit("NAMELESS-1");

        for (var event : side.bean(EventLog.class).streams().read(UUID.fromString(claim.id()), 0)) {
            assertThat(new String(event.payload(), java.nio.charset.StandardCharsets.UTF_8))
                    .doesNotContain("Canary")
                    .doesNotContain("1970-07-07");
        }
    }

    @Test
    void one_person_has_one_key_by_whichever_door_she_comes() {
        submit("PERSON-1");
        var file = """
                {"type":"claim","externalId":"PERSON-2","submittedOn":"2026-03-02","payer":"00431","provider":"DR1",
                 "patient":{"name":"YELLOW CANARY","bornOn":"1970-07-07","memberId":"m-1"},"dx":["E119"],
                 "lines":[{"n":1,"code":"99213","charge":"150.00","serviceDate":"2026-02-27"}]}
                """.replaceAll("\\n +", "");
        var taken = post("/api/admin/claims/import", file);

        assertThat(taken.body().path("stored").asInt()).as("%s", taken.body()).isEqualTo(1);
        var patients = side.bean(EventLog.class).pages().after(-1, 10_000).stream()
                .map(it -> EventJson.read(it.envelope().name(), it.envelope().version(), it.payload()))
                .filter(it -> it instanceof ClaimSubmitted claim
                        && claim.number().value().startsWith("PERSON-"))
                .map(it -> ((ClaimSubmitted) it).patient())
                .toList();
        assertThat(patients).hasSize(2);
        assertThat(patients.getFirst()).isEqualTo(patients.getLast());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"lines":[1],"filedOn":"2026-03-25","colour":"red"} | /colour
            {"lines":[1]}                                       | /filedOn
            {"lines":["one"],"filedOn":"2026-03-25"}            | /lines/0
            {"lines":[null],"filedOn":"2026-03-25"}             | /lines/0
            {"lines":[1],"filedOn":"25.3.2026"}                 | /filedOn
            {"lines":{},"filedOn":"2026-03-25"}                 | /lines
            """)
    void a_body_that_cannot_be_read_is_refused_with_its_field(String body, String field) {
        var answer = post("/api/claims/" + UUID.randomUUID() + "/appeals", body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("MALFORMED");
        assertThat(answer.field()).isEqualTo(field);
        assertThat(answer.http().headers().firstValue("Content-Type").orElse(""))
                .startsWith("application/problem+json");
    }

    @Test
    void what_is_no_json_or_names_no_practice_is_malformed() {
        assertThat(post("/api/claims", "{").code()).isEqualTo("MALFORMED");
        assertThat(post("/api/claims", "").code()).isEqualTo("MALFORMED");
        assertThat(side.post("/api/claims", bill("NOBODY", 15000)).code()).isEqualTo("MALFORMED");
        assertThat(post("/api/claims/not-an-id/void", "{}").code()).isEqualTo("MALFORMED");
        assertThat(post("/api/claims/" + UUID.randomUUID() + "/lines", "{}").status())
                .isEqualTo(404);
        assertThat(side.get("/api/claims").status()).isEqualTo(405);
    }

    @Test
    void refusals_come_in_their_order() {
        var claim = submit("ORDER-1");
        var tomorrow = LocalDate.now(java.time.ZoneId.of("America/Chicago")).plusDays(1);
        var path = "/api/claims/" + claim.id() + "/void";
        var future = "{\"voidedOn\":\"" + tomorrow + "\"}";

        assertThat(post(path, "{\"voidedOn\":1}", "If-Match", "\"7\"").code()).isEqualTo("MALFORMED");
        assertThat(side.post(path, future, "X-Practice", "XX", "If-Match", "\"7\"")
                        .code())
                .isEqualTo("PRACTICE_UNKNOWN");
        assertThat(post(path, future, "If-Match", "\"7\"").code()).isEqualTo("VERSION_STALE");
        assertThat(post(path, "{\"voidedOn\":\"2026-03-05\"}", "If-Match", "\"7\"")
                        .status())
                .isEqualTo(412);
        var inFuture = post(path, future, "If-Match", "\"0\"");
        assertThat(inFuture.status()).isEqualTo(422);
        assertThat(inFuture.code()).isEqualTo("DAY_IN_FUTURE");
        assertThat(inFuture.field()).isEqualTo("/voidedOn");
        assertThat(post("/api/claims/" + UUID.randomUUID() + "/void", "{\"voidedOn\":\"2026-03-05\"}")
                        .code())
                .isEqualTo("CLAIM_UNKNOWN");
        assertThat(post(path, "{\"voidedOn\":\"2026-03-05\"}", "If-Match", "\"0\"")
                        .status())
                .isEqualTo(201);
    }

    @Test
    void the_same_request_under_the_same_key_gets_the_first_answer() {
        var body = bill("KEY-1", 15000);
        var first = post("/api/claims", body, "Idempotency-Key", "key-1");
        post("/api/claims/" + first.id() + "/decisions", denial("2026-03-18"));
        var again = post("/api/claims", body.replace("{", " { "), "Idempotency-Key", "key-1");
        var other = post("/api/claims", bill("KEY-2", 15000), "Idempotency-Key", "key-1");

        assertThat(again.status()).isEqualTo(first.status()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.code()).isEqualTo("KEY_REUSED");
    }

    @Test
    void the_same_bill_without_a_key_is_the_same_fact_and_another_one_is_refused() {
        var first = submit("SAME-1");
        var again = submit("SAME-1");
        var other = post("/api/claims", bill("SAME-1", 15001));

        assertThat(again.status()).as("%s", again.body()).isEqualTo(200);
        assertThat(again.id()).isEqualTo(first.id());
        assertThat(again.body().path("events").asInt()).isZero();
        assertThat(other.status()).isEqualTo(409);
        assertThat(other.code()).isEqualTo("CLAIM_ID_TAKEN");
        assertThat(names(first.id())).containsExactly("claim.submitted");
    }

    @Test
    void equal_requests_at_the_same_moment_make_one_fact() throws Exception {
        Callable<Answer> submission = () -> submit("RACE-1");
        List<Answer> answers;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            answers = threads.invokeAll(java.util.Collections.nCopies(12, submission)).stream()
                    .map(it -> {
                        try {
                            return it.get();
                        } catch (InterruptedException | ExecutionException e) {
                            throw new IllegalStateException(e);
                        }
                    })
                    .toList();
        }

        assertThat(answers).filteredOn(it -> it.status() == 201).hasSize(1);
        assertThat(answers).filteredOn(it -> it.status() == 200).hasSize(11);
        assertThat(answers)
                .extracting(Answer::id)
                .containsOnly(answers.getFirst().id());
        assertThat(names(answers.getFirst().id())).containsExactly("claim.submitted");
    }

    @Test
    void a_claim_of_another_practice_is_unknown() {
        var claim = submit("TENANT-1");

        var answer =
                side.post("/api/claims/" + claim.id() + "/void", "{\"voidedOn\":\"2026-03-05\"}", "X-Practice", "PB");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.code()).isEqualTo("CLAIM_UNKNOWN");
    }

    @Test
    void who_is_not_known_is_told_by_its_name() {
        assertThat(post("/api/claims", bill("WHO-1", 15000).replace("DR1", "DR9"))
                        .code())
                .isEqualTo("PROVIDER_UNKNOWN");
        assertThat(post("/api/claims", bill("WHO-1", 15000).replace("blue plan, tx", "Nobody"))
                        .code())
                .isEqualTo("PAYER_UNKNOWN");
    }

    @Test
    void a_number_that_is_taken_is_taken_and_an_equal_registration_is_not_a_second_one() {
        var again = side.post("/api/practices", """
                {"number":"OA","name":"Ortho Austin","timeZone":"America/Chicago"}""");
        var other = side.post("/api/practices", """
                {"number":"OA","name":"Another","timeZone":"America/Chicago"}""");
        var zone = side.post("/api/practices", """
                {"number":"MARS","name":"Olympus","timeZone":"Mars/Olympus"}""");
        var provider = post("/api/providers", """
                {"number":"dr1","name":"B. Doe","npi":"1234567893"}""");

        assertThat(again.status()).isEqualTo(200);
        assertThat(other.code()).isEqualTo("PRACTICE_ID_TAKEN");
        assertThat(zone.code()).isEqualTo("TIME_ZONE_INVALID");
        assertThat(provider.code()).isEqualTo("PROVIDER_ID_TAKEN");
    }

    @Test
    void every_practice_has_a_payer_not_stated_from_the_start() {
        var before = side.bean(EventLog.class).head();
        var body = """
                {"number":"NEW","name":"New Practice","timeZone":"America/Chicago"}""";
        var practice = side.post("/api/practices", body);
        var again = side.post("/api/practices", body);

        assertThat(again.status()).isEqualTo(200);
        assertThat(side.bean(EventLog.class).pages().after(before, 10))
                .extracting(it -> it.envelope().name())
                .containsExactly("practice.registered", "payer.registered");
        assertThat(side.post(
                                "/api/claims",
                                bill("UNSTATED", 15000).replace("blue plan, tx", "Not stated"),
                                "X-Practice",
                                "NEW")
                        .code())
                .isEqualTo("PROVIDER_UNKNOWN"); // and not PAYER_UNKNOWN, which would be first
        assertThat(practice.status()).isEqualTo(201);
    }

    @Test
    void a_setting_is_set_for_the_platform_or_a_practice() {
        var body = """
                {"setting":"hourly-rate","value":"4500","unit":"cents","effectiveFrom":"2026-01-01"}""";

        assertThat(side.post("/api/settings", body).status()).isEqualTo(201);
        assertThat(post("/api/settings", body).status()).isEqualTo(201);
        assertThat(post("/api/settings", body).status()).isEqualTo(200);
        assertThat(post("/api/settings", body.replace("4500", "4600")).code()).isEqualTo("VERSION_NOT_NEXT");
        assertThat(post("/api/settings", body.replace("hourly-rate", "mood")).code())
                .isEqualTo("SETTING_INVALID");
    }

    @Test
    void a_card_of_a_code_is_published_once_and_then_its_next_version() {
        var card = """
                {"code":"99213","version":1,"title":"Office visit, established patient","category":"visit",
                 "effectiveFrom":"2026-01-01","warnings":["Modifier 25 with a procedure"],
                 "modifiers":[{"code":"25","usage":"Separate visit on the same day","required":false}],
                 "related":[{"code":"20610","relation":"BUNDLE"}],
                 "payerRules":[{"payer":"Blue Plan","rule":"Notes on request"}]}""";

        var first = post("/api/codes", card, "Idempotency-Key", "card-1");
        assertThat(first.status()).as("%s", first.body()).isEqualTo(201);
        assertThat(first.http().headers().firstValue("Location")).hasValue("/api/codes/" + first.id());
        assertThat(names(first.id())).containsExactly("code.published");
        assertThat(post("/api/codes", card, "Idempotency-Key", "card-1").status())
                .isEqualTo(201);
        assertThat(post("/api/codes", card).status()).isEqualTo(200);
        assertThat(post("/api/codes", card.replace("BUNDLE", "ADD_ON")).code()).isEqualTo("VERSION_NOT_NEXT");
        var second = card.replace("\"version\":1", "\"version\":2");
        assertThat(post("/api/codes", second.replace("2026", "2025")).code()).isEqualTo("RANGE_REVERSED");
        assertThat(post("/api/codes", second, "If-Match", "\"7\"").status()).isEqualTo(412);
        assertThat(post("/api/codes", second, "If-Match", "\"0\"").status()).isEqualTo(201);
        var missing = post("/api/codes", card.replace("\"usage\":", "\"use\":"));
        assertThat(missing.status()).isEqualTo(400);
        assertThat(missing.body().toString()).contains("/modifiers/0/us");
    }

    @Test
    void what_we_ship_stands_in_the_log_once_in_order_and_belongs_to_nobody() {
        var once = shipped();
        assertThat(once)
                .containsExactly(
                        "reason.classified " + DayOne.meanings().size(),
                        "definition.published " + FirstDefinitions.all().size(),
                        "setting.changed 14");
        try (var second = RunningSide.beside(side.database())) {
            assertThat(second.isRunning()).isTrue();
            assertThat(shipped()).isEqualTo(once);
        }
    }

    /// How many of each kind, each kind after the one before it.
    private static List<String> shipped() {
        return JdbcClient.create(side.database().owner())
                .sql("""
                        select name || ' ' || count(*) from event_store.event
                         where actor_id = 'publish-what-we-ship' and practice is null
                         group by name order by max(position)
                        """)
                .query((row, _) -> row.getString(1))
                .list();
    }

    @Test
    void a_pattern_is_declared_practised_and_corrected() {
        var pattern = post("/api/patterns", """
                {"number":"P-1","reasonClass":"MOD25","category":"modifier-missing","title":"Visits without 25",
                 "detectedOn":"2026-03-01"}""");
        var guided = post("/api/patterns/" + pattern.id() + "/guidance", """
                {"on":"2026-03-02","recoveryStatus":"RECOVERABLE","actionCategory":"coding",
                 "shortTerm":{"text":"Resubmit with 25","canResubmit":true}}""");
        var sitting = post("/api/practice-sessions", """
                {"number":"S-1","pattern":"%s","startedAt":"2026-03-03T15:00:00Z"}""".formatted(pattern.id()));
        var completed = post("/api/practice-sessions/" + sitting.id() + "/completion", """
                {"completedAt":"2026-03-03T15:20:00Z","correct":8,"total":10}""");
        var corrected = post("/api/practice-sessions/" + sitting.id() + "/corrections", """
                {"pattern":"%s","kind":"ADD_MODIFIER","effectiveOn":"2026-03-04","appliedAt":"2026-03-03T15:30:00Z"}""".formatted(pattern.id()));
        var ofNobody = post("/api/practice-sessions", """
                {"pattern":"%s","startedAt":"2026-03-03T15:00:00Z"}""".formatted(UUID.randomUUID()));

        assertThat(List.of(pattern, guided, sitting, completed, corrected))
                .allSatisfy(it -> assertThat(it.status()).as("%s", it.body()).isEqualTo(201));
        assertThat(names(sitting.id()))
                .containsExactly(
                        "practice-session.started",
                        "practice-session.completed",
                        "practice-session.correction-applied");
        assertThat(ofNobody.code()).isEqualTo("PATTERN_UNKNOWN");
        assertThat(side.post(
                                "/api/practice-sessions/" + sitting.id() + "/corrections",
                                """
                {"pattern":"%s","kind":"ADD_MODIFIER","effectiveOn":"2026-03-04","appliedAt":"2026-03-03T15:30:00Z"}""".formatted(pattern.id()),
                                "X-Practice",
                                "PB")
                        .code())
                .isEqualTo("SESSION_UNKNOWN");
    }

    @Test
    void what_was_done_about_a_pattern_is_told_once_and_its_note_stands_in_the_vault_only() {
        var pattern = post("/api/patterns", """
                {"number":"P-2","reasonClass":"MOD25","codes":["0001F"],"category":"modifier-missing","title":"Visits without 25",
                 "detectedOn":"2026-03-01"}""");
        var actions = "/api/patterns/" + pattern.id() + "/actions";
        var training = """
                {"actionType":"STAFF_TRAINING","takenOn":"2026-03-02","note":"We met on Tuesday"}""";
        var done = post(actions, training);
        post(actions, training);
        var tomorrow = post(actions, """
                {"actionType":"OTHER","takenOn":"2226-03-02"}""");
        var ofNobody = post("/api/patterns/" + UUID.randomUUID() + "/actions", training);
        var wrong = post(actions, """
                {"actionType":"PRAYER","takenOn":"2026-03-02"}""");

        assertThat(done.status()).as("%s", done.body()).isEqualTo(201);
        assertThat(names(pattern.id())).containsExactly("pattern.detected", "pattern.action-recorded");
        assertThat(ofNobody.code()).isEqualTo("PATTERN_UNKNOWN");
        assertThat(tomorrow.status()).isEqualTo(422);
        assertThat(wrong.status()).isEqualTo(400);
        var payload = JdbcClient.create(side.database().owner())
                .sql(
                        "select convert_from(payload, 'UTF8') from event_store.event where name = 'pattern.action-recorded'")
                .query(String.class)
                .single();
        assertThat(payload).contains("\"note\":\"").doesNotContain("Tuesday");
        var ref = UUID.fromString(payload.replaceFirst(".*\"note\":\"([^\"]+)\".*", "$1"));
        assertThat(side.bean(EventLog.class).vault().open(ref))
                .isInstanceOfSatisfying(
                        VaultText.Legible.class,
                        it -> assertThat(new String(it.plaintext(), StandardCharsets.UTF_8))
                                .isEqualTo("\"We met on Tuesday\""));
    }

    @Test
    void a_person_archives_a_pattern_and_brings_it_back() {
        var pattern = post("/api/patterns", """
                {"number":"P-3","reasonClass":"MOD25","codes":["0001F"],"category":"modifier-missing","title":"Visits without 25",
                 "detectedOn":"2026-03-01"}""");
        var status = "/api/patterns/" + pattern.id() + "/status";

        assertThat(post(status, "{\"to\":\"RESOLVED\",\"on\":\"2026-03-02\"}").code())
                .isEqualTo("TRANSITION_NOT_ALLOWED");
        assertThat(post(status, "{\"to\":\"ACTIVE\",\"on\":\"2026-03-02\"}").code())
                .isEqualTo("STATUS_UNCHANGED");
        assertThat(post(status, "{\"to\":\"ARCHIVED\",\"on\":\"2026-03-02\"}").status())
                .isEqualTo(201);
        assertThat(post(status, "{\"to\":\"ARCHIVED\",\"on\":\"2026-03-02\"}").status())
                .isLessThan(300);
        assertThat(post(status, "{\"to\":\"ACTIVE\",\"on\":\"2026-03-03\"}").status())
                .isEqualTo(201);
        assertThat(names(pattern.id()))
                .containsExactly("pattern.detected", "pattern.status-changed", "pattern.status-changed");
    }

    @Test
    void a_policy_is_published_by_version_and_retired_once() {
        var body = """
                {"number":"POL-1","version":1,"name":"Visit beside a procedure","mode":"EDIT","effectiveFrom":"2026-01-01",
                 "effectiveTo":"2026-06-01","applies":{"codes":["99213"]},"demands":{"modifiers":{"anyOf":["25"]}},
                 "carcs":["97"]}""";
        var next = body.replace("\"version\":1", "\"version\":2")
                .replace("2026-06-01", "2026-12-01")
                .replace("2026-01-01", "2026-06-01");
        var first = post("/api/policies", body);
        var second = post("/api/policies", next);

        assertThat(first.status()).as("%s", first.body()).isEqualTo(201);
        assertThat(second.status()).as("%s", second.body()).isEqualTo(201);
        assertThat(second.id()).isEqualTo(first.id());
        assertThat(post("/api/policies", next).status()).isEqualTo(200);
        assertThat(post("/api/policies", body.replace("\"version\":1", "\"version\":4"))
                        .code())
                .isEqualTo("VERSION_NOT_NEXT");
        var path = "/api/policies/" + first.id() + "/retirement";
        assertThat(post(path, "{\"retiredOn\":\"2026-10-01\"}").status()).isEqualTo(201);
        assertThat(post(path, "{\"retiredOn\":\"2026-10-02\"}").code()).isEqualTo("POLICY_RETIRED");
    }

    @Test
    void what_we_ship_is_in_the_log_once_however_many_nodes_start() {
        var before = side.bean(EventLog.class).head();
        try (var node = RunningSide.beside(side.database())) {
            assertThat(node.isActive()).isTrue();
            assertThat(side.bean(EventLog.class).head()).isEqualTo(before);
        }
    }

    private static List<String> names(String stream) {
        return side.bean(EventLog.class).streams().read(UUID.fromString(stream), 0).stream()
                .map(it -> it.envelope().name())
                .toList();
    }

    private static Answer submit(String number) {
        return post("/api/claims", bill(number, 15000));
    }

    private static Answer post(String path, String body, String... headers) {
        var all = new java.util.ArrayList<>(List.of("X-Practice", "OA"));
        all.addAll(List.of(headers));
        return side.post(path, body, all.toArray(String[]::new));
    }

    private static String bill(String number, long chargeCents) {
        return """
                {"number":"%s","submittedOn":"2026-03-02","payer":"blue plan, tx","provider":"DR1","chargeCents":%d,
                 "patient":{"name":"Canary, Yellow","bornOn":"1970-07-07","memberId":"M1"},"diagnoses":["E119"],
                 "lines":[{"no":1,"code":"99213","units":1,"chargeCents":%d,"serviceFrom":"2026-02-27"}]}""".formatted(number, chargeCents, chargeCents);
    }

    private static String denial(String day) {
        return """
                {"payer":"00431","status":"1","decidedOn":"%s","chargeCents":15000,"paidCents":0,"payerControlNumber":"P77",
                 "lines":[{"no":1,"chargeCents":15000,"paidCents":0,"adjustments":[{"group":"CO","code":"97","cents":15000}],
                           "remarks":["N20"]}]}""".formatted(day);
    }
}
