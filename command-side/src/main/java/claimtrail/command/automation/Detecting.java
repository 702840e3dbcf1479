package claimtrail.command.automation;

import claimtrail.command.pattern.PatternCommand.DetectPattern;
import claimtrail.command.reference.Setting;
import claimtrail.command.rulebook.RulebookShelf;
import claimtrail.denial.DayOne;
import claimtrail.denial.detection.DetectionRule;
import claimtrail.denial.detection.DetectionRule.Detection;
import claimtrail.denial.detection.Threshold;
import claimtrail.denial.pair.Modifier25;
import claimtrail.event.pattern.PatternEvent.Origin;
import claimtrail.event.pattern.PatternEvent.PatternDetected;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// When the evidence of a subject reaches its threshold, its pattern is detected. A cause that somebody has declared
/// as a pattern of the practice is known, and not detected beside it.
@Component
final class Detecting {

    /// A subject whose evidence has changed on some days.
    record Touched(UUID practice, String detector, String subject, LocalDate from, LocalDate to) {

        Touched and(Touched other) {
            return new Touched(
                    practice,
                    detector,
                    subject,
                    from.isBefore(other.from) ? from : other.from,
                    to.isAfter(other.to) ? to : other.to);
        }
    }

    private final Memory memory;
    private final RulebookShelf shelf;
    private final Hand hand;

    Detecting(Memory memory, RulebookShelf shelf, Hand hand) {
        this.memory = memory;
        this.shelf = shelf;
        this.hand = hand;
    }

    /// Looks at every window that holds one of the days.
    ///
    /// @param position everything up to it was counted
    void look(Touched touched, long position) {
        if (isKnown(touched.practice(), touched.detector(), touched.subject())) {
            return;
        }
        var thresholds = shelf.inForce().thresholds(touched.practice());
        var days = Setting.DETECTION_DAYS.most();
        var around = memory.evidence(
                touched.practice(),
                touched.detector(),
                touched.subject(),
                touched.from().minusDays(days - 1),
                touched.to().plusDays(days - 1));
        DetectionRule.detect(around, (from, to) -> memory.denied(touched.practice(), from, to), thresholds)
                .ifPresent(it -> hand.send(command(touched, it, thresholds.on(it.to()), position), it.to()));
    }

    /// Whether a pattern of the practice stands for the subject.
    boolean isKnown(UUID practice, String detector, String subject) {
        return shelf.inForce().rules(practice).patterns().stream().anyMatch(it -> it.isOf(detector, subject));
    }

    private static DetectPattern command(Touched touched, Detection found, Threshold threshold, long position) {
        var reasonClass = DayOne.classes().get(touched.subject());
        var pair = touched.detector().equals(Modifier25.NAME);
        return new DetectPattern(
                DetectionRule.patternId(touched.practice(), touched.detector(), touched.subject()),
                touched.practice(),
                new PatternDetected(
                        null,
                        Origin.DETECTED,
                        touched.detector(),
                        touched.subject(),
                        touched.subject(),
                        reasonClass == null ? "unclassified" : reasonClass.category(),
                        pair || reasonClass == null ? title(touched, pair) : reasonClass.happened(),
                        found.codes(),
                        found.to(),
                        DetectionRule.NAME,
                        found.from(),
                        found.to(),
                        found.claims(),
                        position,
                        null),
                threshold);
    }

    private static String title(Touched touched, boolean pair) {
        return pair ? "Visits beside a procedure are denied for want of modifier 25." : touched.subject();
    }
}
