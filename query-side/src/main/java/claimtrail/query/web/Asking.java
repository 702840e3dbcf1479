package claimtrail.query.web;

import claimtrail.metric.Basis;
import claimtrail.metric.claim.ClaimFold;
import claimtrail.query.feed.Editions;
import claimtrail.query.feed.Editions.Edition;
import claimtrail.query.feed.FoldStatus;
import claimtrail.query.feed.LogEntry;
import claimtrail.query.feed.LogReader;
import claimtrail.query.provider.PracticeView;
import claimtrail.query.provider.Registry;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
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
    private final JdbcClient jdbc;
    private final Clock clock;

    Asking(Registry registry, FoldStatus status, Editions editions, LogReader log, JdbcClient jdbc, Clock clock) {
        this.registry = registry;
        this.status = status;
        this.editions = editions;
        this.log = log;
        this.jdbc = jdbc;
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
                log.at(asOf)
                        .map(LogEntry::envelope)
                        .map(place -> place.recordedAt())
                        .orElse(null),
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

    /// The practice asked about: by id or by number; not needed where there is only one.
    public PracticeView practice(Parameters given) {
        var practices = registry.practices();
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
                .orElseThrow(() -> new NotThere("PRACTICE_UNKNOWN"));
    }

    /// The practice of an id that stands in a row.
    public PracticeView practice(UUID id) {
        return registry.practices().stream()
                .filter(practice -> practice.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NotThere("PRACTICE_UNKNOWN"));
    }

    /// Today as the practice sees it; for one fed by runs the latest business day that was counted.
    public LocalDate standardDay(PracticeView practice) {
        var today = LocalDate.now(clock.withZone(ZoneId.of(practice.timeZone())));
        if (!practice.simulated()) {
            return today;
        }
        return jdbc.sql("""
                        select coalesce(max(period_start), ?) from read_model.provider_performance
                         where practice = ? and basis = 'EVENT' and grain = 'DAY'
                        """).params(today, practice.id()).query(LocalDate.class).single();
    }

    /// The position up to which we look: as asked, at most and by default the one up to which everything is counted.
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
        return Math.min(safe, given.instant("asOf").map(log::positionAt).orElse(safe));
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
        var day = given.day("day").orElseGet(() -> standardDay(practice));
        return Window.ending(day, days);
    }
}
