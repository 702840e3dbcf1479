package claimtrail.command.imports;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Packs files as a desktop does.
final class Zips {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ZipOutputStream packing = new ZipOutputStream(out);

    /// An entry; a directory where its name ends with a slash.
    Zips with(String name, String text) {
        return with(name, text.getBytes(StandardCharsets.UTF_8));
    }

    Zips with(String name, byte[] bytes) {
        try {
            packing.putNextEntry(new ZipEntry(name));
            packing.write(bytes);
            packing.closeEntry();
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    byte[] bytes() {
        try {
            packing.close();
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
