package claimtrail.command.imports;

import claimtrail.command.imports.portal.PortalReader;
import claimtrail.event.imports.ImportEvent.Format;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Tells what a file is by its first bytes, whatever the sender calls it.
final class Recognition {

    private static final int HEAD = 4096; // bytes

    Recognised of(Path file, @Nullable String profile, LocalDate today) throws IOException {
        var head = head(file);
        if (head.startsWith("{") || head.startsWith("[")) {
            return Recognised.as(
                    Format.PORTAL_JSON, profile == null ? "portal" : profile, new PortalReader(profile, today));
        }
        return Recognised.nothing();
    }

    private static String head(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            var text = new String(in.readNBytes(HEAD), StandardCharsets.UTF_8);
            return (text.startsWith("\uFEFF") ? text.substring(1) : text).stripLeading();
        }
    }
}
