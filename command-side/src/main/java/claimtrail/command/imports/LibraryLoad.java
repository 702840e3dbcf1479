package claimtrail.command.imports;

import claimtrail.command.Command;
import claimtrail.command.CommandPort;
import claimtrail.command.Order;
import claimtrail.command.Receipt;
import claimtrail.command.imports.LibraryReport.Doubt;
import claimtrail.command.imports.LibraryReport.Entry;
import claimtrail.command.imports.LibraryReport.Fate;
import claimtrail.command.imports.LibraryReport.Mode;
import claimtrail.command.imports.reading.FileRecord;
import claimtrail.command.imports.reading.Note;
import claimtrail.command.imports.reading.Statement.PolicyStated;
import claimtrail.command.policy.PolicyCommand.RetirePolicy;
import claimtrail.command.rulebook.InForce;
import claimtrail.event.Actor;
import claimtrail.event.ExternalId;
import claimtrail.event.Ids;
import claimtrail.event.Source;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/// Loads one library of policies: each entry is an ordinary command, so that loading it again changes nothing.
final class LibraryLoad {

    private final CommandPort port;
    private final Numbers numbers;
    private final UUID owner;
    private final String user;
    private final LocalDate today;
    private final UUID correlation = Ids.next();
    private final List<Entry> entries = new ArrayList<>();
    private final Set<UUID> held = new HashSet<>();
    private final Set<String> sources = new HashSet<>();
    private boolean complete = true;

    /// @param owner the practice, or the all-zero id for the platform
    LibraryLoad(CommandPort port, Numbers numbers, UUID owner, String user, LocalDate today) {
        this.port = port;
        this.numbers = numbers;
        this.owner = owner;
        this.user = user;
        this.today = today;
    }

    void take(FileRecord record) {
        if (record.stopped() || record.statements().isEmpty()) {
            complete = false;
            var why = record.notes().getLast();
            entries.add(new Entry(record.place(), null, null, Fate.REFUSED, null, why.code(), why.field(), List.of()));
        } else if (record.statements().getFirst() instanceof PolicyStated stated) {
            take(record, stated);
        } else {
            entries.add(new Entry(record.place(), null, null, Fate.REFUSED, null, "POLICY_EXPECTED", "", List.of()));
        }
    }

    private void take(FileRecord record, PolicyStated stated) {
        var number = stated.published().number();
        var policy = numbers.find(owner, "policy", number.source() + '|' + number.value())
                .orElseGet(() -> Ids.named("policy", owner.toString(), number.source(), number.value()));
        held.add(policy);
        sources.add(number.source());
        var doubts = record.notes().stream().map(LibraryLoad::doubt).toList();
        entries.add(
                switch (send(ReferenceTelling.policy(stated, policy, owner, today))) {
                    case Receipt.Done done
                    when done.events() == 0 ->
                        new Entry(record.place(), number.value(), policy, Fate.SEEN_BEFORE, null, null, null, doubts);
                    case Receipt.Done done -> {
                        // Only versions come before a version: the stream counts them from 0.
                        var version = Math.toIntExact(done.version()) + 1;
                        var fate = version == 1 ? Fate.STORED : Fate.REVISED;
                        yield new Entry(record.place(), number.value(), policy, fate, version, null, null, doubts);
                    }
                    case Receipt.Declined it ->
                        new Entry(
                                record.place(),
                                number.value(),
                                policy,
                                Fate.REFUSED,
                                null,
                                it.code(),
                                it.field(),
                                List.of());
                });
    }

    private static Doubt doubt(Note note) {
        return new Doubt(note.code(), note.field());
    }

    /// Retires what the library no longer holds, of the sources that it speaks for. Nothing while an entry could not be
    /// read: it may be the one that seems gone.
    LibraryReport end(Mode mode, InForce inForce) {
        if (mode == Mode.REPLACE && complete) {
            inForce.standingPolicies(owner).forEach((policy, newest) -> {
                if (!held.contains(policy) && sources.contains(newest.number().source())) {
                    var begins = newest.effectiveFrom();
                    retire(policy, newest.number(), today.isBefore(begins) ? begins : today);
                }
            });
        }
        return LibraryReport.of(mode, entries);
    }

    private void retire(UUID policy, ExternalId number, LocalDate on) {
        entries.add(
                switch (send(new RetirePolicy(policy, owner, on))) {
                    case Receipt.Done _ ->
                        new Entry("", number.value(), policy, Fate.RETIRED, null, null, null, List.of());
                    case Receipt.Declined it ->
                        new Entry("", number.value(), policy, Fate.REFUSED, null, it.code(), it.field(), List.of());
                });
    }

    private Receipt send(Command command) {
        return port.send(new Order<>(
                command,
                new Actor(Actor.Kind.USER, user),
                new Source.Api(user),
                correlation,
                null,
                today,
                null,
                null,
                null));
    }
}
