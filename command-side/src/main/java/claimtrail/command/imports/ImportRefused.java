package claimtrail.command.imports;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A file as a whole was not taken; nothing of it was read.
public final class ImportRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final @Nullable UUID file;
    private final String code;
    private final int status;

    ImportRefused(@Nullable UUID file, String code, int status) {
        super(code);
        this.file = file;
        this.code = code;
        this.status = status;
    }

    /// The import's stream, where the file was known well enough to have one.
    public @Nullable UUID file() {
        return file;
    }

    public String code() {
        return code;
    }

    /// The HTTP status that goes with the code.
    public int status() {
        return status;
    }
}
