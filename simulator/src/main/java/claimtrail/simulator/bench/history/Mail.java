package claimtrail.simulator.bench.history;

import claimtrail.event.Source;
import claimtrail.event.imports.ImportEvent.Format;
import claimtrail.event.imports.ImportEvent.ImportCompleted;
import claimtrail.event.imports.ImportEvent.ImportStarted;
import claimtrail.simulator.bench.history.Step.FileKind;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// The files of one day. What files tell names the file and the bytes in which it stands.
final class Mail {

    private static final int RECORD_BYTES = 600;
    private static final long MINUTE = 60_000;

    private final Map<Sender, Letter> letters = new LinkedHashMap<>();
    private final LocalDate day;
    private final Dice dice;

    private record Sender(int practice, FileKind kind) {}

    /// A file that is read.
    private static final class Letter {
        private final UUID stream;
        private final String sha256;
        private int facts;
        private int read;

        Letter(UUID stream, String sha256) {
            this.stream = stream;
            this.sha256 = sha256;
        }
    }

    Mail(LocalDate day, Dice dice) {
        this.day = day;
        this.dice = dice;
    }

    /// The steps of the day with the beginning and the end of each file around what it tells.
    List<Step> around(List<Step> steps) {
        for (var step : steps) {
            if (step.file() != null) {
                letters.computeIfAbsent(new Sender(step.practice(), step.file()), this::letter).facts++;
            }
        }
        var all = new ArrayList<Step>(steps.size() + 2 * letters.size());
        letters.forEach((sender, letter) -> all.add(new Step(
                Step.millis(day, sender.kind().arrives()) - MINUTE,
                sender.practice(),
                letter.stream,
                0,
                started(sender.kind(), letter),
                null)));
        all.addAll(steps);
        letters.forEach((sender, letter) -> all.add(new Step(
                Step.millis(day, sender.kind().arrives()) + MINUTE,
                sender.practice(),
                letter.stream,
                1,
                new ImportCompleted(
                        letter.facts, letter.facts, 0, 0, 0, 0, Map.of(), letter.facts, 1000L + letter.facts),
                null)));
        return all;
    }

    /// Where the next record of a file stands.
    Source.File next(int practice, FileKind kind) {
        var letter = letter(practice, kind);
        letter.read++;
        return new Source.File(
                letter.sha256,
                Integer.toString(letter.read * 12),
                (long) letter.read * RECORD_BYTES,
                (letter.read + 1L) * RECORD_BYTES);
    }

    UUID stream(int practice, FileKind kind) {
        return letter(practice, kind).stream;
    }

    private Letter letter(int practice, FileKind kind) {
        var letter = letters.get(new Sender(practice, kind));
        if (letter == null) {
            throw new IllegalStateException("practice " + practice + " has no file of " + kind + " on " + day);
        }
        return letter;
    }

    private Letter letter(Sender sender) {
        return new Letter(dice.id(Step.millis(day, sender.kind().arrives())), sha256(sender.toString() + day));
    }

    private ImportStarted started(FileKind kind, Letter letter) {
        var format = switch (kind) {
            case BILLS -> Format.X12_837;
            case STATUSES -> Format.X12_277CA;
            case ANSWERS -> Format.X12_835;
        };
        return new ImportStarted(letter.sha256, (long) letter.facts * RECORD_BYTES, format, "x12", "1", day, null);
    }

    private static String sha256(String name) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(name.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
