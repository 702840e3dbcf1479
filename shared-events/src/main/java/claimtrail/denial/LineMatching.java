package claimtrail.denial;

import claimtrail.event.claim.DecisionLine;
import claimtrail.event.claim.Line;
import claimtrail.event.claim.PayerDecision;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/// Which line of one paper is which line of another: control number, then code, modifiers, day and charge, then code
/// and charge, then order. A better agreement anywhere goes before a worse one, and no line is taken twice.
public final class LineMatching {

    private LineMatching() {}

    /// What an answer says of a line by which it can be found.
    ///
    /// @param no the line, where the source names it; 0 when it must be found
    /// @param controlNumber the number of the line as the payer returns it
    /// @param code the code that was billed, also where the payer answers another
    public record SaidLine(
            int no,
            @Nullable String controlNumber,
            @Nullable String code,
            List<String> modifiers,
            @Nullable LocalDate serviceFrom,
            long chargeCents) {
        public SaidLine {
            modifiers = List.copyOf(modifiers);
        }

        /// A line as a decision keeps it, without the number it once got.
        static SaidLine of(DecisionLine line) {
            var sent = line.sent();
            var code = line.recodedFrom() == null ? line.paidCode() : line.recodedFrom();
            var nameless = code == null && (sent == null || sent.controlNumber() == null);
            return new SaidLine(
                    nameless ? line.no() : 0,
                    sent == null ? null : sent.controlNumber(),
                    code,
                    sent == null ? List.of() : sent.modifiers(),
                    sent == null ? null : sent.serviceFrom(),
                    line.chargeCents());
        }
    }

    /// For each answered line the number of the billed line, or a further number where only the answer shows it.
    ///
    /// @param billed the lines of the version answered, and those that earlier answers added
    /// @param freeNo the first number that no line has
    public static List<Integer> numbers(List<Line> billed, List<SaidLine> answered, int freeNo) {
        var places = places(
                answered.size(),
                billed.size(),
                List.of(
                        at(answered, billed, (answer, line) -> answer.no() == line.no()),
                        at(answered, billed, LineMatching::isControlled),
                        at(
                                answered,
                                billed,
                                (answer, line) -> isCode(answer, line)
                                        && answer.chargeCents() == line.chargeCents()
                                        && sorted(answer.modifiers()).equals(sorted(line.modifiers()))
                                        && line.serviceFrom().equals(answer.serviceFrom())),
                        at(
                                answered,
                                billed,
                                (answer, line) -> isCode(answer, line) && answer.chargeCents() == line.chargeCents()),
                        (place, candidate) ->
                                place.equals(candidate) && isOrder(answered.get(place), billed.get(candidate))));
        var numbers = new ArrayList<Integer>();
        var taken = new HashSet<Integer>();
        for (int place : places) {
            numbers.add(place < 0 ? 0 : billed.get(place).no());
        }
        taken.addAll(numbers);
        for (int place = 0; place < answered.size(); place++) {
            if (places[place] < 0) {
                int stated = answered.get(place).no();
                numbers.set(place, free(taken, stated > 0 ? stated : freeNo));
            }
        }
        return numbers;
    }

    /// The lines of a further version, with the number each had before where it was another.
    public static List<Line> continuing(List<Line> before, List<Line> next) {
        var places = places(
                next.size(),
                before.size(),
                List.of(
                        at(next, before, (line, old) -> Objects.equals(line.previousNo(), old.no())),
                        at(next, before, (line, old) -> line.no() == old.no() && isCode(line, old)),
                        at(next, before, (line, old) -> isCode(line, old) && isDay(line, old)),
                        at(next, before, (line, old) -> line.no() == old.no())));
        var continued = new ArrayList<Line>();
        for (int place = 0; place < next.size(); place++) {
            var line = next.get(place);
            int old = places[place] < 0 ? line.no() : before.get(places[place]).no();
            continued.add(with(line, line.no(), old == line.no() ? null : Integer.valueOf(old)));
        }
        return continued;
    }

    /// The lines of a bill that comes after its answer, under the numbers that the answer gave them.
    public static List<Line> joining(List<Line> inferred, List<Line> billed) {
        var places = places(
                billed.size(),
                inferred.size(),
                List.of(
                        at(
                                billed,
                                inferred,
                                (line, known) -> Objects.equals(known.previousNo(), line.no())
                                        && (isCode(line, known) || line.chargeCents() == known.chargeCents())),
                        at(
                                billed,
                                inferred,
                                (line, known) -> isCode(line, known)
                                        && line.chargeCents() == known.chargeCents()
                                        && isDay(line, known)
                                        && sorted(line.modifiers()).equals(sorted(known.modifiers()))),
                        at(
                                billed,
                                inferred,
                                (line, known) -> isCode(line, known) && line.chargeCents() == known.chargeCents()),
                        (place, candidate) -> place.equals(candidate)
                                && (isCode(billed.get(place), inferred.get(candidate))
                                        || billed.get(place).chargeCents()
                                                == inferred.get(candidate).chargeCents()),
                        // The answer speaks of another version of the line; the number is at least its name.
                        at(billed, inferred, (line, known) -> Objects.equals(known.previousNo(), line.no()))));
        Set<Integer> taken = new HashSet<>();
        inferred.forEach(it -> taken.add(it.no()));
        var joined = new ArrayList<Line>();
        for (int place = 0; place < billed.size(); place++) {
            var line = billed.get(place);
            joined.add(with(
                    line,
                    places[place] < 0
                            ? free(taken, line.no())
                            : inferred.get(places[place]).no(),
                    null));
        }
        return joined;
    }

    /// Its own number where nobody has it, else the next that nobody has.
    private static int free(Set<Integer> taken, int wished) {
        int no = wished;
        while (!taken.add(no)) {
            no++;
        }
        return no;
    }

    /// For each left place the right place of the first rule that fits, −1 where none does.
    private static int[] places(int left, int right, List<BiPredicate<Integer, Integer>> rules) {
        var places = new int[left];
        Arrays.fill(places, -1);
        var taken = new boolean[right];
        for (var rule : rules) {
            for (int place = 0; place < left; place++) {
                for (int candidate = 0; candidate < right && places[place] < 0; candidate++) {
                    if (!taken[candidate] && rule.test(place, candidate)) {
                        places[place] = candidate;
                        taken[candidate] = true;
                    }
                }
            }
        }
        return places;
    }

    private static <L, R> BiPredicate<Integer, Integer> at(List<L> left, List<R> right, BiPredicate<L, R> rule) {
        return (place, candidate) -> rule.test(left.get(place), right.get(candidate));
    }

    /// The payer returns the number of the line; believed only where the code or the charge agrees.
    private static boolean isControlled(SaidLine answer, Line line) {
        return String.valueOf(line.no()).equals(answer.controlNumber())
                && (isCode(answer, line) || answer.chargeCents() == line.chargeCents());
    }

    private static boolean isOrder(SaidLine answer, Line line) {
        return answer.code() == null || isCode(answer, line) || answer.chargeCents() == line.chargeCents();
    }

    private static boolean isCode(SaidLine answer, Line line) {
        return line.code().equalsIgnoreCase(answer.code());
    }

    private static boolean isCode(Line one, Line other) {
        return one.code().equalsIgnoreCase(other.code());
    }

    private static boolean isDay(Line one, Line other) {
        return one.serviceFrom().equals(other.serviceFrom());
    }

    /// A line that an answer added to a version. Where its service day is not kept, the day of the answer stands in.
    public static Line onlyAnswered(DecisionLine line, PayerDecision decision) {
        var said = SaidLine.of(line);
        return new Line(
                line.no(),
                Objects.requireNonNullElse(said.code(), ""),
                said.modifiers(),
                List.of(),
                null,
                line.chargeCents(),
                said.serviceFrom() == null ? decision.decidedOn() : said.serviceFrom(),
                null,
                null,
                null,
                null,
                Line.Split.REMITTANCE);
    }

    private static List<String> sorted(List<String> modifiers) {
        return modifiers.stream().sorted().toList();
    }

    private static Line with(Line line, int no, @Nullable Integer previousNo) {
        return new Line(
                no,
                line.code(),
                line.modifiers(),
                line.diagnoses(),
                line.units(),
                line.chargeCents(),
                line.serviceFrom(),
                line.serviceTo(),
                line.place(),
                line.provider(),
                previousNo,
                line.split());
    }
}
