package claimtrail.command.automation;

import static org.assertj.core.api.Assertions.assertThat;

import claimtrail.command.Command;
import claimtrail.command.CommandPort;
import claimtrail.command.Order;
import claimtrail.command.Receipt;
import claimtrail.command.RunningSide;
import claimtrail.command.claim.Answer;
import claimtrail.command.claim.Answer.AnsweredLine;
import claimtrail.command.claim.Bill;
import claimtrail.command.claim.ClaimCommand.RecordDecision;
import claimtrail.command.claim.ClaimCommand.SubmitClaim;
import claimtrail.command.claim.ClaimCommand.VoidClaim;
import claimtrail.command.store.EventLog;
import claimtrail.event.Actor;
import claimtrail.event.DomainEvent;
import claimtrail.event.ExternalId;
import claimtrail.event.Ids;
import claimtrail.event.Reason;
import claimtrail.event.Source;
import claimtrail.event.claim.Adjustment;
import claimtrail.event.claim.ClaimEvent.ClaimType;
import claimtrail.event.claim.Line;
import claimtrail.event.claim.Match;
import claimtrail.event.claim.PayerDecision.DayBasis;
import claimtrail.event.json.EventJson;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/// A practice on a running side, whose claims are told in a few words.
final class History {

    static final LocalDate FIRST = LocalDate.of(2026, 1, 5);

    /// A fact and the claim or pattern it belongs to.
    record Told(UUID stream, DomainEvent event) {}

    private final RunningSide side;
    private final UUID practice;
    private final UUID payer;
    private final UUID doctor;
    private int claims;

    History(RunningSide side, String number) {
        this.side = side;
        this.practice = id(side.post("/api/practices", """
                {"number":"%s","name":"A practice","timeZone":"America/Chicago"}""".formatted(number)));
        this.payer = id(side.post("/api/payers", """
                {"number":"P1","name":"Blue Plan","payerClass":"COMMERCIAL"}""", "X-Practice", number));
        this.doctor = id(side.post("/api/providers", """
                {"number":"DR1","name":"A. Doe"}""", "X-Practice", number));
    }

    private static UUID id(RunningSide.Answer answer) {
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(201);
        return UUID.fromString(answer.id());
    }

    UUID practice() {
        return practice;
    }

    UUID bill(int day, UUID patient, String lines) {
        var claim = Ids.next();
        var served = FIRST.plusDays(day);
        var all = lines(lines, served);
        send(new SubmitClaim(
                claim,
                practice,
                new Bill(
                        new ExternalId("test", "C-" + ++claims),
                        "1",
                        served,
                        payer,
                        1,
                        doctor,
                        null,
                        patient,
                        ClaimType.PROFESSIONAL,
                        "11",
                        all.size() * 10_000L,
                        served,
                        null,
                        List.of("E119"),
                        false,
                        null,
                        all),
                true,
                List.of(),
                List.of(),
                null));
        return claim;
    }

    private static List<Line> lines(String text, LocalDate served) {
        var lines = new ArrayList<Line>();
        for (var word : text.split(" ", -1)) {
            var parts = Arrays.asList(word.split("-", -1));
            lines.add(new Line(
                    lines.size() + 1,
                    parts.getFirst(),
                    parts.subList(1, parts.size()),
                    List.of(),
                    null,
                    10_000,
                    served,
                    null,
                    null,
                    null,
                    null,
                    Line.Split.STATED));
        }
        return lines;
    }

    /// @param answers one for each code, `;` between them: `paid`, or a CARC with remarks
    void answer(UUID claim, int day, String codes, String answers) {
        var lines = new ArrayList<AnsweredLine>();
        var words = codes.split(" ", -1);
        for (var text : answers.split(";", -1)) {
            var no = lines.size() + 1;
            var said = Arrays.asList(text.strip().split(" ", -1));
            var paid = said.getFirst().equals("paid");
            lines.add(new AnsweredLine(
                    no,
                    null,
                    words[no - 1].split("-", -1)[0],
                    List.of(),
                    null,
                    10_000,
                    paid ? 10_000 : 0,
                    null,
                    null,
                    paid ? List.of() : List.of(new Adjustment("CO", Reason.carc(said.getFirst()), 10_000, null)),
                    paid ? List.of() : said.stream().skip(1).map(Reason::rarc).toList()));
        }
        var paid = lines.stream().mapToLong(AnsweredLine::paidCents).sum();
        send(new RecordDecision(
                claim,
                practice,
                new Answer(
                        "key-" + claim + '-' + day,
                        null,
                        payer,
                        1,
                        null,
                        null,
                        "1",
                        FIRST.plusDays(day),
                        DayBasis.STATED,
                        null,
                        null,
                        lines.size() * 10_000L,
                        paid,
                        null,
                        null,
                        true,
                        List.of(),
                        List.of(),
                        lines,
                        null,
                        Match.direct()),
                null,
                true,
                List.of(),
                List.of(),
                null));
    }

    /// A claim with one line or two, and its answer twelve days later.
    UUID told(int day, String codes, String answers) {
        var claim = bill(day, UUID.randomUUID(), codes);
        answer(claim, day + 12, codes, answers);
        return claim;
    }

    /// Takes a bill back.
    void takeBack(UUID claim, int day) {
        send(new VoidClaim(claim, practice, FIRST.plusDays(day), null, true));
    }

    private void send(Command command) {
        var receipt = side.bean(CommandPort.class)
                .send(new Order<>(
                        command,
                        new Actor(Actor.Kind.USER, "a person"),
                        new Source.Api("a person"),
                        Ids.next(),
                        null,
                        LocalDate.of(2030, 1, 1),
                        null,
                        null,
                        null));
        assertThat(receipt).isInstanceOf(Receipt.Done.class);
    }

    /// The facts of one kind of this practice, in the order of the log.
    <E extends DomainEvent> List<Told> each(Class<E> kind) {
        return side.bean(EventLog.class).pages().after(0, 1_000_000).stream()
                .filter(it -> practice.equals(it.envelope().practice()))
                .map(it -> new Told(
                        it.envelope().streamId(),
                        EventJson.read(it.envelope().name(), it.envelope().version(), it.payload())))
                .filter(it -> kind.isInstance(it.event()))
                .toList();
    }
}
