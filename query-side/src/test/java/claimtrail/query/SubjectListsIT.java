package claimtrail.query;

import static org.assertj.core.api.Assertions.assertThat;

import claimtrail.event.claim.ClaimEvent.ClaimScreened;
import claimtrail.event.claim.ClaimEvent.DenialLink;
import claimtrail.event.claim.ClaimEvent.DenialLinked;
import claimtrail.event.claim.ClaimEvent.LineResult;
import claimtrail.event.claim.ClaimEvent.LinkCause;
import claimtrail.event.claim.ClaimEvent.PatternExposure;
import claimtrail.event.claim.ClaimEvent.PolicyMatch;
import claimtrail.event.claim.ClaimEvent.Screening;
import claimtrail.event.claim.ClaimEvent.ScreeningCause;
import claimtrail.query.LittleBook.Said;
import claimtrail.query.LittleBook.Told;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Lists of patterns and policies say the same whether they are added up from totals over all parties and months, from
/// the days of one payer who is the only one, or from the present less what came since. Some of the seeds' claims are
/// denied on the first and last days of months, and one pattern has not denied for a year.
class SubjectListsIT {

    private static final int CLAIMS = 120;
    private static final List<UUID> PATTERNS = List.of(PatternBook.PATTERN, PatternBook.QUIET);
    private static final List<String> LISTS = List.of("/api/patterns", "/api/policies");
    private static final List<String> WINDOWS = List.of(
            "from=2026-01-01&to=2026-12-31",
            "from=2026-02-15&to=2026-05-14",
            "from=2026-03-01&to=2026-03-31",
            "from=2026-04-02&to=2026-04-20",
            "from=2026-12-01&to=2027-01-31",
            "from=1900-01-01&to=2026-11-30",
            "day=2026-10-31&days=30&basis=submission",
            "from=2026-02-01&to=2026-09-10&basis=submission");

    private static final TestLog LOG = new TestLog();
    private static final Reader READER = new Reader(LOG, 2);

    @BeforeAll
    static void tell() {
        LittleBook.open(LOG);
        PatternBook.open(LOG);
        claims("A", 3);
        READER.caughtUp();
    }

    @AfterAll
    static void close() {
        READER.close();
        LOG.close();
    }

    private static void claims(String prefix, long seed) {
        var random = new Random(seed);
        for (int i = 0; i < CLAIMS; i++) {
            claim(prefix + i, random);
        }
    }

    private static void claim(String number, Random random) {
        var on = LocalDate.of(2026, 1, 1).plusDays(random.nextInt(300));
        if (random.nextInt(4) == 0) {
            on = on.withDayOfMonth(random.nextBoolean() ? 1 : on.lengthOfMonth());
        }
        var pattern = PATTERNS.get(on.getMonthValue() == 1 ? 1 : 0);
        var stream = LittleBook.claim(number);
        var cents = 1_000L * (1 + random.nextInt(90));
        var denied = random.nextInt(3) > 0;
        var provider = random.nextBoolean() ? LittleBook.A : LittleBook.B;
        var told = new ArrayList<Told>();
        told.add(LittleBook.submitted(number, provider, LittleBook.PAYER, on, cents));
        told.add(LittleBook.answer(
                number,
                LittleBook.PAYER,
                1,
                on.plusDays(random.nextInt(20)),
                new Said(1, cents, denied ? 0 : cents, "97")));
        if (denied && random.nextBoolean()) {
            told.add(LittleBook.appealed(number, on.plusDays(30)));
            told.add(LittleBook.overturned(number, on.plusDays(50), cents));
        }
        LOG.append(LittleBook.PRACTICE, stream, told.getFirst().event());
        LOG.append(LittleBook.PRACTICE, stream, screened(pattern, denied));
        told.stream().skip(1).forEach(it -> LOG.append(LittleBook.PRACTICE, stream, it.event()));
        if (denied) {
            LOG.append(
                    LittleBook.PRACTICE,
                    stream,
                    new DenialLinked(
                            number + "/" + told.get(1).on(),
                            "linking/1",
                            false,
                            LinkCause.DECISION,
                            List.of(new DenialLink(1, List.of(pattern), List.of(PatternBook.POLICY), cents))));
        }
    }

    private static ClaimScreened screened(UUID pattern, boolean violated) {
        return new ClaimScreened(
                1,
                "screening/1",
                false,
                ScreeningCause.SUBMISSION,
                List.of(new PolicyMatch(
                        PatternBook.POLICY,
                        1,
                        List.of(new LineResult(1, violated ? Screening.VIOLATED : Screening.MET)))),
                List.of(new PatternExposure(pattern, List.of(1))));
    }

    @Test
    void all_payers_together_are_the_one_that_there_is() {
        for (var list : LISTS) {
            for (var window : WINDOWS) {
                var whole = ask(READER, list, window, "");
                assertThat(whole)
                        .as(list + window)
                        .isNotEmpty()
                        .isEqualTo(ask(READER, list, window, "&payer=" + LittleBook.PAYER));
            }
        }
    }

    @Test
    void a_position_just_behind_the_present_answers_what_was_shown_there() {
        var head = LOG.jdbc()
                .sql("select position from event_store.log_head")
                .query(Long.class)
                .single();
        var shown = new ArrayList<List<JsonNode>>();
        for (var list : LISTS) {
            WINDOWS.forEach(window -> shown.add(ask(READER, list, window, "&asOf=" + head)));
        }
        claims("B", 5);
        READER.caughtUp();
        // One that has answered nothing yet, so that no answer is remembered.
        try (var other = new Reader(LOG, 1, "--claimtrail.feed.enabled=false", "--claimtrail.jobs.enabled=false")) {
            var then = new ArrayList<List<JsonNode>>();
            for (var list : LISTS) {
                WINDOWS.forEach(window -> then.add(ask(other, list, window, "&asOf=" + head)));
            }
            assertThat(then).isEqualTo(shown);
            assertThat(ask(other, LISTS.getFirst(), WINDOWS.getFirst(), "")).isNotEqualTo(shown.getFirst());
        }
    }

    /// The entries of a list without the addresses at which their figures are explained, which name what was asked.
    private static List<JsonNode> ask(Reader reader, String list, String window, String more) {
        var answer = reader.ask(list + "?practice=BOOK&limit=100&" + window + more);
        var entries = new ArrayList<JsonNode>();
        answer.get(list.substring("/api/".length())).forEach(entry -> entries.add(plain(entry)));
        return entries;
    }

    private static JsonNode plain(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.remove("explain");
        }
        node.forEach(SubjectListsIT::plain);
        return node;
    }
}
