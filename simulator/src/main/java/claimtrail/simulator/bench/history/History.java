package claimtrail.simulator.bench.history;

import claimtrail.event.Actor;
import claimtrail.event.DomainEvent;
import claimtrail.event.Envelope;
import claimtrail.event.EventCatalogue;
import claimtrail.event.Recorded;
import claimtrail.event.Source;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;

/// The facts of invented practices in the order in which they became known, with dense positions from 1. The same
/// scale and seed tell the same. It goes on for ever; [#isWhole()] says when the scale is reached.
public final class History implements Iterator<Recorded<DomainEvent>> {

    private static final Actor IMPORTER = new Actor(Actor.Kind.IMPORT, "importer");
    private static final String PERSON = "user-1";

    private final Scale scale;
    private final long seed;
    private final List<Cast> casts = new ArrayList<>();
    private final List<Desk> desks = new ArrayList<>();
    private final Map<LocalDate, List<Step>> agenda = new HashMap<>();
    private final Queue<Step> today = new ArrayDeque<>();
    private final Dice dice;
    private LocalDate day = Scale.BEGIN.minusDays(1);
    private Mail mail;
    private int workingDays;
    private long position;

    public History(Scale scale, long seed) {
        this.scale = scale;
        this.seed = seed;
        this.dice = new Dice(seed, -1);
        this.mail = new Mail(day, dice);
        for (int no = 0; no < scale.practices(); no++) {
            var cast = new Cast(scale, seed, no);
            casts.add(cast);
            desks.add(new Desk(cast, new Dice(seed, -2L - no)));
            today.addAll(cast.introduction());
        }
    }

    /// Practices, in their order.
    public List<UUID> practices() {
        return casts.stream().map(Cast::practice).toList();
    }

    /// The last position told; 0 before the first.
    public long position() {
        return position;
    }

    /// The day of which is told.
    public LocalDate day() {
        return day;
    }

    /// Whether everything that the scale asks for is told.
    public boolean isWhole() {
        return scale.events() > 0
                ? position >= scale.events()
                : today.isEmpty() && !day.isBefore(Scale.BEGIN.plusDays(Scale.DAYS - 1L));
    }

    @Override
    public boolean hasNext() {
        return true;
    }

    @Override
    public Recorded<DomainEvent> next() {
        while (today.isEmpty()) {
            turnPage();
        }
        return told(today.remove());
    }

    private void turnPage() {
        day = day.plusDays(1);
        if (Scale.isWorkingDay(day)) {
            workingDays++;
            desks.forEach(desk -> plan(desk.on(day, position)));
            for (var claim = scale.claimsBy(workingDays - 1); claim < scale.claimsBy(workingDays); claim++) {
                var cast = casts.get((int) (claim % casts.size()));
                plan(Life.of(cast, new Dice(seed, claim), "C" + (claim + 1), day));
            }
        }
        var steps = agenda.remove(day);
        if (steps != null) {
            mail = new Mail(day, dice);
            var all = mail.around(steps);
            all.sort(Comparator.comparingLong(Step::atMillis));
            today.addAll(all);
        }
    }

    private void plan(List<Step> steps) {
        for (var step : steps) {
            agenda.computeIfAbsent(
                            LocalDate.ofEpochDay(Math.floorDiv(step.atMillis(), 86_400_000L)), _ -> new ArrayList<>())
                    .add(step);
        }
    }

    private Recorded<DomainEvent> told(Step step) {
        var shape = EventCatalogue.of(step.event());
        var id = dice.id(step.atMillis());
        var file = step.file();
        return new Recorded<>(
                new Envelope(
                        ++position,
                        id,
                        shape.streamType(),
                        step.stream(),
                        step.sequence(),
                        shape.name(),
                        shape.version(),
                        Instant.ofEpochMilli(step.atMillis()),
                        casts.get(step.practice()).practice(),
                        file == null ? new Actor(Actor.Kind.USER, PERSON) : IMPORTER,
                        null,
                        file == null ? id : mail.stream(step.practice(), file),
                        file == null ? new Source.Api(PERSON) : mail.next(step.practice(), file)),
                step.event());
    }
}
