package claimtrail.command.imports.reading;

import java.io.IOException;

/// Reads one kind of file from its unpacked bytes, in constant memory.
public interface FileReader {

    /// Hands every record to the sink, in the order of the file. Dirt becomes refused records, not exceptions.
    void read(FileContent file, RecordSink sink) throws IOException;

    /// Hands on the parts of a file that are known again in other bytes, in the order of the file; most kinds have
    /// none.
    default void parts(FileContent file, PartSink sink) throws IOException {}

    /// Takes the parts of a file.
    @FunctionalInterface
    interface PartSink {

        /// A whole part.
        ///
        /// @param no its number in the file, from 1
        /// @param fingerprint SHA-256 of what it says, whatever separators, line ends and envelope; hexadecimal
        void part(int no, String fingerprint);
    }

    /// Takes the records of a file.
    interface RecordSink {

        /// One record; may block while others are being stored.
        void record(FileRecord found);

        /// A finding that belongs to no record.
        ///
        /// @param place segment number, row or JSON pointer; empty for the file as a whole
        void note(Note note, String place, long from, long to);

        /// Bytes behind which nothing more will be read again; for progress only.
        void reached(long bytes);

        /// Whether a part was stored from another file: its records are counted, and not handed on.
        default boolean knows(int part) {
            return false;
        }

        /// A record of a part that is known.
        default void seenBefore() {}
    }
}
