package claimtrail.query.web;

import claimtrail.metric.Basis;
import claimtrail.metric.claim.ClaimFold;
import claimtrail.query.feed.Editions;
import claimtrail.query.feed.Editions.Edition;
import claimtrail.query.feed.FoldStatus;
import claimtrail.query.feed.LogReader;
import claimtrail.query.number.BusinessDays;
import claimtrail.query.provider.PracticeView;
import claimtrail.query.provider.Registry;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Turns the parameters that all figures share into a question with nothing left open.
@Component
public class Asking {

    /// What every figure can be asked with.
    public static final Set<String> COMMON =
            Set.of("practice", "payer", "provider", "basis", "days", "from", "to", "day", "asOf", "fold");

    private static final long MOST_DAYS = 3660;

    private final Registry registry;
    private final FoldStatus status;
    private final Editions editions;
    private final LogReader log;
    private final BusinessDays days;
    private final Clock clock;

    Asking(Registry registry, FoldStatus status, Editions editions, LogReader log, BusinessDays days, Clock clock) {
        this.registry = registry;
        this.status = status;
        this.editions = editions;
        this.log = log;
        this.days = days;
        this.clock = clock;
    }

    /// The parameters of a question, its own beside the common ones.
    public static Parameters parameters(Map<String, String[]> given, String... own) {
        return parameters(given, Set.of(own));
    }

    /// The parameters of a question, its own beside the common ones.
    public static Parameters parameters(Map<String, String[]> given, Set<String> own) {
        var known = new HashSet<>(COMMON);
        known.addAll(own);
        return new Parameters(given, known);
    }

    /// The question.
    ///
    /// @param days length of the window where none is asked for
    /// @throws ParameterRefused where a value makes no sense
    public Asked about(Parameters given, int days) {
        var edition = editions.now();
        var fold = fold(given, edition);
        var practice = practice(given);
        var asOf = asOf(given);
        return new Asked(
                practice,
                given.id("payer").orElse(null),
                given.id("provider").orElse(null),
                given.word("basis", Basis.class).orElse(Basis.EVENT),
                window(given, practice, given.number("days", 1, MOST_DAYS).orElse((long) days)),
                asOf,
                log.knownAt(asOf).orElse(null),
                fold,
                edition.number());
    }

    /// Who counts claims: the standard, or any other version that is kept.
    private static String fold(Parameters given, Edition edition) {
        var kept = ClaimFold.VERSIONS.stream()
                .map(ClaimFold::name)
                .filter(edition.folds()::contains)
                .toList();
        var asked = given.text("fold").orElse(ClaimFold.NAME);
        if (!kept.contains(asked)) {
            throw Parameters.invalid("fold", "Kept here: " + String.join(", ", kept) + ".");
        }
        return asked;
    }

    /// The edition of the read models that answers. What is answered from one is not remembered in the next.
    public long edition() {
        return editions.now().number();
    }

    /// The practice asked about, as it was at the position: by id or by number; not needed where there is
    /// only one.
    public PracticeView practice(Parameters given) {
        var practices = given.text("asOf").isEmpty() ? registry.practices() : registry.practicesAt(asOf(given));
        var named = given.text("practice");
        if (named.isEmpty()) {
            if (practices.size() == 1) {
                return practices.getFirst();
            }
            throw new ParameterRefused("PRACTICE_MISSING", "practice", "Say which practice, by id or number.");
        }
        return practices.stream()
                .filter(practice -> practice.id().toString().equals(named.get())
                        || practice.number().equals(named.get()))
                .findFirst()
                .or(() -> given.text("asOf").flatMap(_ -> registry.firstRegistered(named.get())))
                .orElseThrow(() -> new NotThere("PRACTICE_UNKNOWN"));
    }

    /// The practice of an id that stands in a row, as it was at a position.
    public PracticeView practice(UUID id, long asOf) {
        return registry.practicesAt(asOf).stream()
                .filter(practice -> practice.id().equals(id))
                .findFirst()
                .or(() -> registry.firstRegistered(id.toString()))
                .orElseThrow(() -> new NotThere("PRACTICE_UNKNOWN"));
    }

    /// Today as the practice sees it; for one fed by runs the latest business day that was counted. As of a
    /// position that was named: that day as it was when the position was learnt, so that the answer is the
    /// same for ever.
    public LocalDate standardDay(Parameters given, PracticeView practice) {
        var zone = ZoneId.of(practice.timeZone());
        if (given.text("asOf").isEmpty()) {
            var today = LocalDate.now(clock.withZone(zone));
            return practice.simulated() ? days.latest(practice.id()).orElse(today) : today;
        }
        var asOf = asOf(given);
        var then = LocalDate.ofInstant(log.knownAt(asOf).orElse(Instant.EPOCH), zone);
        return practice.simulated() ? days.latest(practice.id(), asOf).orElse(then) : then;
    }

    /// The position up to which we look: as asked, at most and by default the one up to which everything is counted.
    ///
    /// @throws ParameterRefused where not everything up to there is counted: the answer would not last
    public long asOf(Parameters given) {
        var safe = status.safe(ClaimFold.NAME);
        var text = given.text("asOf");
        if (text.isEmpty()) {
            return safe;
        }
        if (text.get().chars().allMatch(Character::isDigit)) {
            var position = given.number("asOf", 0, Long.MAX_VALUE).orElse(safe);
            if (position > safe) {
                throw Parameters.invalid("asOf", "Counted up to position " + safe + ".");
            }
            return position;
        }
        var instant = given.instant("asOf").orElseThrow();
        if (!instant.isBefore(clock.instant().truncatedTo(ChronoUnit.MILLIS))) {
            throw Parameters.invalid("asOf", "An instant in the past: what will be known then is not known yet.");
        }
        var position = log.positionAt(instant);
        if (position > safe) {
            throw Parameters.invalid("asOf", "Counted up to position " + safe + ", which was learnt before.");
        }
        return position;
    }

    /// The days asked about: from and to, or so many ending with a day.
    public Window window(Parameters given, PracticeView practice, long days) {
        var from = given.day("from");
        var to = given.day("to");
        if (from.isPresent() != to.isPresent()) {
            throw Parameters.invalid(from.isPresent() ? "to" : "from", "from and to go together.");
        }
        if (from.isPresent()) {
            for (var other : new String[] {"days", "day"}) {
                if (given.text(other).isPresent()) {
                    throw Parameters.invalid(other, "Either days and day, or from and to.");
                }
            }
            var window = new Window(from.get(), to.orElseThrow());
            if (window.days() < 1
                    || (window.days() > MOST_DAYS && !window.from().equals(Window.EVER))) {
                throw Parameters.invalid(
                        "to", "1 to " + MOST_DAYS + " days from the first, or any from " + Window.EVER + ".");
            }
            return window;
        }
        var day = given.day("day").orElseGet(() -> standardDay(given, practice));
        return Window.ending(day, days);
    }
}
