package claimtrail.command.imports;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/// Tells a disk that takes no more from a sender who has gone: both are exceptions of the same copying.
final class Disk extends FilterOutputStream {

    Disk(OutputStream out) {
        super(out);
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        try {
            out.write(bytes, offset, length);
        } catch (IOException e) {
            throw new ImportFolder.Full(e);
        }
    }
}
