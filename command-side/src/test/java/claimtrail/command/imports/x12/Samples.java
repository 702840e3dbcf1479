package claimtrail.command.imports.x12;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/// The sample files of this package; patients and numbers are made up.
final class Samples {

    static final List<String> ALL = List.of(
            "remittance.835", "version-4010.835", "professional.837", "institutional.837", "acknowledgement.277");

    private Samples() {}

    static byte[] bytes(String name) {
        try (var in = Objects.requireNonNull(Samples.class.getResourceAsStream(name), name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(String name) {
        return new String(bytes(name), StandardCharsets.ISO_8859_1);
    }

    static Heard heard(String name) {
        return Heard.of(bytes(name));
    }

    /// The remittance with one piece of its text replaced.
    static Heard remittance(String piece, String by) {
        return replaced("remittance.835", piece, by);
    }

    static Heard replaced(String name, String piece, String by) {
        var text = text(name);
        if (!text.contains(piece)) {
            throw new IllegalArgumentException(piece + " is not in " + name);
        }
        return Heard.of(text.replace(piece, by));
    }
}
