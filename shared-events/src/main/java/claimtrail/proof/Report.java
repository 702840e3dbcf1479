package claimtrail.proof;

import claimtrail.proof.Evidence.PackHead;
import claimtrail.proof.Evidence.Shown;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What was found to be so, in lines for people.
record Report(List<String> lines) {

    Report {
        lines = List.copyOf(lines);
    }

    static Report ofPack(
            PackHead head, SignedCheckpoint checkpoint, long facts, long streams, long postings, String trusted) {
        var lines = new ArrayList<String>();
        figure(lines, head.figure(), head.definition(), head.question());
        lines.add("");
        lines.add("Checked:");
        lines.add("  signature   of the checkpoint of %,d facts, by %s"
                .formatted(checkpoint.checkpoint().size(), trusted));
        lines.add("  inclusion   each of %,d facts of %,d streams is in the log that the checkpoint stands for"
                .formatted(facts, streams));
        lines.add("  recount     the facts make exactly these %,d postings".formatted(postings));
        lines.add("  sum         the postings add up to the figure");
        lines.add("");
        lines.add("A pack cannot show that no fact was left out. The export of the log does.");
        return new Report(lines);
    }

    static Report ofLog(long facts, long checkpoints, @Nullable SignedCheckpoint newest, Hash root, String trusted) {
        var lines = new ArrayList<String>();
        lines.add("Log of %,d facts, root %s".formatted(facts, root.hex()));
        lines.add("");
        lines.add("Checked:");
        lines.add("  facts       every position from 1 to %,d, and of each stream every fact in its order"
                .formatted(facts));
        lines.add("  checkpoints %,d, each names the one before it and the root of its facts, signed by %s"
                .formatted(checkpoints, trusted));
        var signed = newest == null ? 0 : newest.checkpoint().size();
        if (signed < facts) {
            lines.add("  NOT signed  the %,d facts behind position %,d: no checkpoint stands for them yet"
                    .formatted(facts - signed, signed));
        }
        return new Report(lines);
    }

    /// The same, with a figure before it.
    Report with(Shown figure, Evidence.Meaning meaning, Question question, long postings) {
        var all = new ArrayList<String>();
        figure(all, figure, meaning, question);
        all.add("Sum of %,d postings, counted from all facts of the log.".formatted(postings));
        all.add("");
        all.addAll(lines);
        return new Report(all);
    }

    private static void figure(List<String> lines, Shown figure, Evidence.Meaning meaning, Question question) {
        lines.add(meaning.shown() + ": " + value(figure, meaning.unit()));
        lines.add("");
        lines.add(meaning.text());
        lines.add(meaning.id() + ", version " + meaning.version() + ": " + meaning.formula());
        lines.add("Practice " + question.practice() + (question.payer() == null ? "" : ", payer " + question.payer())
                + (question.provider() == null ? "" : ", provider " + question.provider()));
        lines.add("Days " + question.from() + " to " + question.to() + ", counted by "
                + switch (question.basis()) {
                    case EVENT -> "the day it happened";
                    case SUBMISSION -> "the day of submission";
                }
                + (question.looked() == null ? "" : ", looked at on " + question.looked())
                + "; as known at position " + question.asOf() + "; " + String.join(", ", question.folds()));
        if (!question.only().isAll()) {
            lines.add("Only "
                    + (question.only().named().isEmpty()
                            ? question.only().first() + " to " + question.only().last()
                            : String.join(", ", question.only().named())));
        }
    }

    private static String value(Shown figure, String unit) {
        return switch (unit) {
            case "cents" ->
                figure.value() == null
                        ? figure(figure)
                        : String.format(
                                        Locale.ROOT,
                                        "%,.2f dollars",
                                        figure.value().movePointLeft(2))
                                + (figure.denominator() == null ? "" : " (" + counts(figure) + ")");
            default -> figure(figure) + " " + unit;
        };
    }

    /// `36.67 (11 of 30)`, `31`, and – for what is not known.
    static String figure(Shown figure) {
        return (figure.value() == null ? "–" : figure.value().toPlainString())
                + (figure.denominator() == null ? "" : " (" + counts(figure) + ")");
    }

    private static String counts(Shown figure) {
        return figure.numerator() + " of " + figure.denominator();
    }
}
