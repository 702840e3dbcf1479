package claimtrail.command.imports;

import java.io.IOException;

/// An archive is nested, has too many entries, or expands too far; reported as `ARCHIVE_SUSPECT`.
public final class ArchiveSuspectException extends IOException {

    ArchiveSuspectException(String rule) {
        super(rule);
    }
}
