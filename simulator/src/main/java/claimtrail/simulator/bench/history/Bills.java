package claimtrail.simulator.bench.history;

import claimtrail.event.ExternalId;
import claimtrail.event.claim.ClaimEvent.ClaimInferred;
import claimtrail.event.claim.ClaimEvent.ClaimSubmitted;
import claimtrail.event.claim.ClaimEvent.ClaimType;
import claimtrail.event.claim.Line;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// What a practice bills: mostly a visit, often with a procedure or a test beside it.
final class Bills {

    private Bills() {}

    static ClaimSubmitted submitted(Cast cast, Dice dice, String number, LocalDate on) {
        var service = on.minusDays(dice.wait(0, 3));
        var lines = lines(dice, service);
        return new ClaimSubmitted(
                new ExternalId("837", number),
                1,
                "1",
                on,
                dice.oneOf(cast.payers()),
                1,
                cast.provider(dice),
                cast.practice(),
                cast.patient(dice),
                ClaimType.PROFESSIONAL,
                dice.oneOf(Codes.PLACES),
                lines.stream().mapToLong(Line::chargeCents).sum(),
                0,
                service,
                service,
                diagnoses(dice),
                dice.inThousand(100),
                null,
                lines);
    }

    /// The same claim as an answer tells of it whose bill has not come.
    static ClaimInferred inferred(ClaimSubmitted bill, String controlNumber, LocalDate receivedOn) {
        return new ClaimInferred(
                bill.number(),
                bill.payer(),
                1,
                controlNumber,
                bill.provider(),
                bill.patient(),
                bill.chargeCents(),
                bill.serviceFrom(),
                bill.serviceTo(),
                receivedOn,
                bill.lines().stream().map(Bills::shown).toList());
    }

    /// The same lines after somebody has looked at them: the first says now that it stands apart.
    static List<Line> corrected(List<Line> lines) {
        var corrected = new ArrayList<>(lines);
        var it = lines.getFirst();
        corrected.set(
                0,
                new Line(
                        it.no(),
                        it.code(),
                        List.of(it.code().startsWith("99") ? "25" : "59"),
                        it.diagnoses(),
                        it.units(),
                        it.chargeCents(),
                        it.serviceFrom(),
                        it.serviceTo(),
                        it.place(),
                        it.provider(),
                        it.no(),
                        it.split()));
        return corrected;
    }

    private static List<String> diagnoses(Dice dice) {
        var one = dice.oneOf(Codes.DIAGNOSES);
        var other = dice.oneOf(Codes.DIAGNOSES);
        return one.equals(other) ? List.of(one) : List.of(one, other);
    }

    private static List<Line> lines(Dice dice, LocalDate service) {
        var lines = new ArrayList<Line>(3);
        if (dice.inThousand(700)) {
            var code = dice.oneOf(Codes.VISITS);
            lines.add(line(1, code, dice.inThousand(200) ? List.of("25") : List.of(), service));
        }
        while (lines.isEmpty() || (lines.size() < 5 && dice.inThousand(400))) {
            lines.add(line(
                    lines.size() + 1,
                    Codes.procedure(dice),
                    dice.inThousand(150) ? List.of("59") : List.of(),
                    service));
        }
        return lines;
    }

    private static Line line(int no, String code, List<String> modifiers, LocalDate service) {
        return new Line(
                no,
                code,
                modifiers,
                List.of("1"),
                BigDecimal.ONE,
                Codes.cents(code),
                service,
                service,
                null,
                null,
                null,
                Line.Split.STATED);
    }

    private static Line shown(Line it) {
        return new Line(
                it.no(),
                it.code(),
                it.modifiers(),
                List.of(),
                it.units(),
                it.chargeCents(),
                it.serviceFrom(),
                it.serviceTo(),
                null,
                null,
                null,
                Line.Split.REMITTANCE);
    }
}
