package claimtrail.command.imports.x12;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;

/// How a file is read.
///
/// @param today the day the file came in: a two-digit year is at most ten years ahead of it
/// @param charset what [X12Survey] found; ISO-8859-1 unless the whole file is valid UTF-8
/// @param bufferBytes bytes read at a time; the buffer grows only for a longer segment
public record X12Options(LocalDate today, Charset charset, Limits limits, int bufferBytes) {

    /// The defaults of the product.
    public static X12Options standard(LocalDate today) {
        return new X12Options(today, StandardCharsets.ISO_8859_1, Limits.standard(), 1 << 16);
    }

    /// The same in another encoding.
    public X12Options in(Charset found) {
        return new X12Options(today, found, limits, bufferBytes);
    }
}
