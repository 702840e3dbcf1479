package claimtrail.command.claim;

import claimtrail.command.claim.Answer.AnsweredLine;
import claimtrail.event.claim.Line;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Which line of one paper is which line of another: control number, then code, modifiers, day and charge, then code
/// and charge, then order. A better agreement anywhere goes before a worse one, and no line is taken twice.
final class LineMatching {

    private LineMatching() {}

    /// For each answered line the number of the billed line, or a further number where only the answer shows it.
    ///
    /// @param billed the lines of the version answered, and those that earlier answers added
    /// @param freeNo the first number that no line has
    static List<Integer> numbers(List<Line> billed, List<AnsweredLine> answered, int freeNo) {
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
    static List<Line> continuing(List<Line> before, List<Line> next) {
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
    static List<Line> joining(List<Line> inferred, List<Line> billed) {
        var places = places(
                billed.size(),
                inferred.size(),
                List.of(
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
                                                == inferred.get(candidate).chargeCents())));
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
    private static boolean isControlled(AnsweredLine answer, Line line) {
        return String.valueOf(line.no()).equals(answer.controlNumber())
                && (isCode(answer, line) || answer.chargeCents() == line.chargeCents());
    }

    private static boolean isOrder(AnsweredLine answer, Line line) {
        return billedCode(answer).isEmpty() || isCode(answer, line) || answer.chargeCents() == line.chargeCents();
    }

    private static boolean isCode(AnsweredLine answer, Line line) {
        return billedCode(answer).filter(line.code()::equalsIgnoreCase).isPresent();
    }

    private static boolean isCode(Line one, Line other) {
        return one.code().equalsIgnoreCase(other.code());
    }

    private static boolean isDay(Line one, Line other) {
        return one.serviceFrom().equals(other.serviceFrom());
    }

    /// The code that was billed, also where the payer answers another.
    private static Optional<String> billedCode(AnsweredLine answer) {
        return Stream.of(Optional.ofNullable(answer.recodedFrom()), Optional.ofNullable(answer.code()))
                .flatMap(Optional::stream)
                .findFirst();
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
