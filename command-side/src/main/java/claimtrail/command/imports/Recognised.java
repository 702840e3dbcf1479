package claimtrail.command.imports;

import claimtrail.command.imports.reading.FileReader;
import claimtrail.event.imports.ImportEvent.Format;
import org.jspecify.annotations.Nullable;

/// What a file is, and who reads it.
///
/// @param format absent when it is nothing we read
/// @param profile the mapping profile of a table, else the reader's name
/// @param profileKnown false when the profile asked for is none of ours
/// @param reader absent when the file cannot be read
/// @param interchange sender and control numbers of the first transaction set
record Recognised(
        @Nullable Format format,
        String profile,
        boolean profileKnown,
        @Nullable FileReader reader,
        @Nullable String interchange) {

    static Recognised as(Format format, String profile, FileReader reader) {
        return new Recognised(format, profile, true, reader, null);
    }

    static Recognised nothing() {
        return new Recognised(null, "-", true, null, null);
    }

    static Recognised unknownProfile(Format format, String profile) {
        return new Recognised(format, profile, false, null, null);
    }
}
