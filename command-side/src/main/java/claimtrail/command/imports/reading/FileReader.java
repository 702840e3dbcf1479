package claimtrail.command.imports.reading;

import java.io.IOException;

/// Reads one kind of file from its unpacked bytes, in constant memory.
public interface FileReader {

    /// Hands every record to the sink, in the order of the file. Dirt becomes refused records, not exceptions.
    void read(FileContent file, RecordSink sink) throws IOException;

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
    }
}
