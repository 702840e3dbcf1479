package claimtrail.command.imports;

import claimtrail.command.imports.interchange.InterchangeReader;
import claimtrail.command.imports.portal.PortalReader;
import claimtrail.event.imports.ImportEvent.Format;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Tells what a file is by its first bytes, whatever the sender calls it.
final class Recognition {

    private static final int HEAD = 4096; // bytes
    private static final Pattern X12_START = Pattern.compile("^(?:ISA|GS|ST)[^A-Z0-9 ]", Pattern.CASE_INSENSITIVE);
    private static final Pattern X12_SET =
            Pattern.compile("(?:^|[^A-Z0-9 ])ST[^A-Z0-9 ](\\d{3})[^A-Z0-9]", Pattern.CASE_INSENSITIVE);

    Recognised of(Path file, @Nullable String profile, LocalDate today) throws IOException {
        var head = head(file);
        if (head.startsWith("{") || head.startsWith("[")) {
            return Recognised.as(
                    Format.PORTAL_JSON, profile == null ? "portal" : profile, new PortalReader(profile, today));
        }
        if (X12_START.matcher(head).find()) {
            return x12(file, head, today);
        }
        return Recognised.nothing();
    }

    private static Recognised x12(Path file, String head, LocalDate today) throws IOException {
        var set = X12_SET.matcher(head);
        var type = set.find() ? set.group(1) : "835";
        var format = switch (type) {
            case "837" -> Format.X12_837;
            case "277" -> Format.X12_277CA;
            default -> Format.X12_835;
        };
        return new Recognised(
                format, "x12", true, new InterchangeReader(today), InterchangeReader.interchange(file), 0);
    }

    private static String head(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            var text = new String(in.readNBytes(HEAD), StandardCharsets.UTF_8);
            return (text.startsWith("\uFEFF") ? text.substring(1) : text).stripLeading();
        }
    }
}
