package claimtrail.command.imports.reading;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/// The unpacked bytes of a file that was taken in, legible to its readers; on disk they are encrypted.
public interface FileContent {

    /// How many there are.
    long bytes() throws IOException;

    /// All of them, from the first; the caller buffers and closes.
    InputStream open() throws IOException;

    /// Some of them.
    ///
    /// @param from the first
    /// @param to the byte after the last
    InputStream range(long from, long to) throws IOException;

    /// A place on the same disk for the time of one reading, encrypted under a key that nobody else has.
    Scratch scratch() throws IOException;

    /// What a reader cannot keep in memory: written once, then read; gone when it is closed.
    interface Scratch extends Closeable {

        /// Where to write; the caller buffers and closes.
        OutputStream write() throws IOException;

        /// What was written.
        InputStream read() throws IOException;
    }
}
