package claimtrail.query;

import claimtrail.event.ExternalId;
import claimtrail.event.Ids;
import claimtrail.event.claim.ClaimEvent.ClaimScreened;
import claimtrail.event.claim.ClaimEvent.DenialLink;
import claimtrail.event.claim.ClaimEvent.DenialLinked;
import claimtrail.event.claim.ClaimEvent.LineResult;
import claimtrail.event.claim.ClaimEvent.LinkCause;
import claimtrail.event.claim.ClaimEvent.PatternExposure;
import claimtrail.event.claim.ClaimEvent.PolicyMatch;
import claimtrail.event.claim.ClaimEvent.Screening;
import claimtrail.event.claim.ClaimEvent.ScreeningCause;
import claimtrail.event.imports.ImportEvent.Format;
import claimtrail.event.imports.ImportEvent.ImportCompleted;
import claimtrail.event.imports.ImportEvent.ImportStarted;
import claimtrail.event.imports.ImportEvent.RecordJudged;
import claimtrail.event.imports.ImportEvent.RecordNoted;
import claimtrail.event.imports.ImportEvent.Severity;
import claimtrail.event.imports.ImportEvent.Verdict;
import claimtrail.event.learning.PracticeSessionEvent.CorrectionApplied;
import claimtrail.event.learning.PracticeSessionEvent.CorrectionKind;
import claimtrail.event.learning.PracticeSessionEvent.Kind;
import claimtrail.event.learning.PracticeSessionEvent.PracticeCompleted;
import claimtrail.event.learning.PracticeSessionEvent.PracticeStarted;
import claimtrail.event.learning.PracticeSessionEvent.Scope;
import claimtrail.event.pattern.PatternEvent.GuidanceSet;
import claimtrail.event.pattern.PatternEvent.Origin;
import claimtrail.event.pattern.PatternEvent.PatternDetected;
import claimtrail.event.pattern.PatternEvent.RecoveryStatus;
import claimtrail.event.pattern.PatternEvent.Status;
import claimtrail.event.pattern.PatternEvent.StatusCause;
import claimtrail.event.pattern.PatternEvent.StatusChanged;
import claimtrail.event.policy.Conditions;
import claimtrail.event.policy.Conditions.Modifiers;
import claimtrail.event.policy.PolicyEvent.Mode;
import claimtrail.event.policy.PolicyEvent.PolicyPublished;
import claimtrail.event.reference.ReferenceEvent.CodePublished;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// A pattern, a policy, a card, practice and a file beside the little book, with figures known by hand: K1, K3 and K4
/// are exposed, K1 and K4 denied by the pattern, K1 denied by the policy.
final class PatternBook {

    static final UUID PATTERN = Ids.named("book", "pattern");
    static final UUID QUIET = Ids.named("book", "quiet pattern");
    static final UUID POLICY = Ids.named("book", "policy");
    static final UUID FILE = Ids.named("book", "file");

    private static final UUID CARD = Ids.named("book", "card");
    private static final UUID SITTING = Ids.named("book", "sitting");
    private static final UUID LEFT = Ids.named("book", "sitting that was left");
    private static final UUID PRACTICE = LittleBook.PRACTICE;

    private PatternBook() {}

    /// What is known of them at first.
    static void open(TestLog log) {
        log.append(PRACTICE, PATTERN, pattern("PTN-1", "Bundled knee services", List.of("29881")));
        log.append(PRACTICE, QUIET, pattern("PTN-2", "Never seen", List.of()));
        log.append(PRACTICE, POLICY, policy(1, "Knee services"));
        log.append(PRACTICE, CARD, card(1, "Knee arthroscopy"));
        log.append(
                PRACTICE, FILE, new ImportStarted("cd".repeat(32), 900, Format.X12_835, "x12", "1", day(3, 1), null));
        log.append(PRACTICE, FILE, new RecordNoted("1", 0, 90, Severity.WARNING, "DAY_ASSUMED", "/day", null));
        log.append(
                PRACTICE,
                SITTING,
                new PracticeStarted(null, "u1", PATTERN, Kind.GUIDED, null, Instant.parse("2026-03-20T09:00:00Z")));
        log.append(
                PRACTICE,
                LEFT,
                new PracticeStarted(null, "u2", PATTERN, Kind.GUIDED, null, Instant.parse("2026-03-25T09:00:00Z")));
    }

    /// What is learnt of them later.
    static void tellMore(TestLog log) {
        log.append(
                PRACTICE,
                PATTERN,
                new GuidanceSet(
                        day(3, 1),
                        "Two services of one joint",
                        "Bill once",
                        null,
                        null,
                        RecoveryStatus.RECOVERABLE,
                        "coding",
                        List.of(),
                        List.of()));
        log.append(PRACTICE, POLICY, policy(2, "Knee services, revised"));
        log.append(PRACTICE, CARD, card(2, "Knee arthroscopy, revised"));
        log.append(PRACTICE, FILE, new RecordNoted("2", 90, 180, Severity.HELD, "PROVIDER_UNKNOWN", null, null));
        log.append(
                PRACTICE,
                FILE,
                new ImportCompleted(2, 1, 0, 1, 0, 1, Map.of("DAY_ASSUMED", 1, "PROVIDER_UNKNOWN", 1), 5, 12));
        log.append(PRACTICE, SITTING, new PracticeCompleted(Instant.parse("2026-03-20T09:10:00Z"), 600, 8, 10, 2));
        log.append(
                PRACTICE,
                Ids.named("book", "correction"),
                new CorrectionApplied(
                        null,
                        "u1",
                        PATTERN,
                        CorrectionKind.UPDATE_WORKFLOW,
                        day(4, 1),
                        Instant.parse("2026-03-31T09:00:00Z"),
                        Scope.FUTURE_CLAIMS,
                        null));
        screened(log, "K1", Screening.VIOLATED, ScreeningCause.SUBMISSION);
        screened(log, "K3", Screening.MET, ScreeningCause.SUBMISSION);
        screened(log, "K4", Screening.VIOLATED, ScreeningCause.RETROACTIVE); // a policy that came late
        log.append(
                PRACTICE,
                LittleBook.claim("K2"),
                new ClaimScreened(
                        1, "source", true, ScreeningCause.SUBMISSION, List.of(match(Screening.MET)), List.of()));
        linked(log, "K1", "K1/2026-03-12", 15000, List.of(POLICY));
        linked(log, "K4", "K4/2026-04-05", 10000, List.of());
    }

    private static void screened(TestLog log, String claim, Screening result, ScreeningCause cause) {
        log.append(
                PRACTICE,
                LittleBook.claim(claim),
                new ClaimScreened(
                        1,
                        "screening/1",
                        false,
                        cause,
                        List.of(match(result)),
                        List.of(new PatternExposure(PATTERN, List.of(1)))));
    }

    private static PolicyMatch match(Screening result) {
        return new PolicyMatch(POLICY, 1, List.of(new LineResult(1, result)));
    }

    private static void linked(TestLog log, String claim, String decision, long cents, List<UUID> policies) {
        log.append(
                PRACTICE,
                LittleBook.claim(claim),
                new DenialLinked(
                        decision,
                        "linking/1",
                        false,
                        LinkCause.DECISION,
                        List.of(new DenialLink(1, List.of(PATTERN), policies, cents))));
    }

    private static PatternDetected pattern(String number, String title, List<String> codes) {
        return new PatternDetected(
                new ExternalId("api", number),
                Origin.IMPORTED,
                null,
                null,
                "BUNDLED",
                "bundling",
                title,
                codes,
                LocalDate.of(2026, 1, 15),
                null,
                null,
                null,
                List.of(),
                null,
                Map.of("frequency", "18"));
    }

    private static PolicyPublished policy(int version, String name) {
        return new PolicyPublished(
                new ExternalId("api", "POL-1"),
                version,
                name,
                Mode.EDIT,
                version == 1 ? day(1, 1) : day(4, 1),
                null,
                "surgery",
                "payer",
                List.of(),
                new Conditions(
                        List.of(),
                        List.of(),
                        List.of("29881"),
                        List.of(),
                        List.of(),
                        List.of(),
                        null,
                        null,
                        null,
                        null,
                        null,
                        List.of()),
                new Conditions(
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        new Modifiers(List.of("59"), List.of(), List.of()),
                        null,
                        null,
                        null,
                        null,
                        List.of()),
                List.of("97"),
                List.of(),
                "What it says",
                null,
                null,
                "Name the knee",
                List.of(),
                List.of(),
                Map.of("hitRate", "12"));
    }

    private static CodePublished card(int version, String title) {
        return new CodePublished(
                "29881",
                version,
                title,
                "surgery",
                day(1, 1),
                List.of(),
                List.of("Name the side"),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Map.of("usage", "40"));
    }

    private static LocalDate day(int month, int day) {
        return LittleBook.day(month, day);
    }

    /// Somebody judges a held record.
    static RecordJudged judged(String place) {
        return new RecordJudged(place, Verdict.DISCARDED, day(3, 2), null);
    }

    /// A pattern takes another status.
    static StatusChanged improving() {
        return new StatusChanged(
                Status.ACTIVE, Status.IMPROVING, day(4, 20), StatusCause.PERSON, null, null, null, List.of());
    }

    /// The pattern of knee services as it is found.
    static PatternDetected knee() {
        return pattern("PTN-1", "Bundled knee services", List.of("29881"));
    }
}
