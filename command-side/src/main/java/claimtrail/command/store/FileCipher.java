package claimtrail.command.store;

import com.google.crypto.tink.StreamingAead;
import com.google.crypto.tink.subtle.AesGcmHkdfStreaming;
import com.google.crypto.tink.subtle.Random;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.SeekableByteChannel;
import java.security.GeneralSecurityException;

/// Encrypts files of any size in constant memory: AES-256-GCM in segments (Tink streaming AEAD), each of which can be
/// opened on its own. A file cut short, changed or put together anew does not open.
public final class FileCipher {

    private static final int KEY_BYTES = 32;
    private static final int SEGMENT_BYTES = 1 << 16; // what a reader at a random place decrypts at least

    private final StreamingAead cipher;

    private FileCipher(byte[] key) throws GeneralSecurityException {
        this.cipher = new AesGcmHkdfStreaming(key, "HmacSha256", KEY_BYTES, SEGMENT_BYTES, 0);
    }

    /// @throws IllegalStateException if this Java cannot encrypt so
    static FileCipher of(byte[] key) {
        try {
            return new FileCipher(key);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("files cannot be encrypted", e);
        }
    }

    /// A cipher whose key lives in this object and nowhere else: for notes that nobody reads after this process.
    public static FileCipher oneTime() {
        return of(Random.randBytes(KEY_BYTES));
    }

    /// Encrypts what is written; the end is sealed by closing.
    ///
    /// @param context what the file belongs to: it opens with the same context only
    public OutputStream encrypting(OutputStream out, byte[] context) throws IOException {
        try {
            return cipher.newEncryptingStream(out, context);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a file cannot be encrypted", e);
        }
    }

    /// The legible bytes from the first to the last.
    public InputStream decrypting(InputStream in, byte[] context) throws IOException {
        try {
            return cipher.newDecryptingStream(in, context);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a file cannot be decrypted", e);
        }
    }

    /// The legible bytes from any place on; positions and size count legible bytes.
    public SeekableByteChannel decrypting(SeekableByteChannel in, byte[] context) throws IOException {
        try {
            return cipher.newSeekableDecryptingChannel(in, context);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a file cannot be decrypted", e);
        }
    }
}
