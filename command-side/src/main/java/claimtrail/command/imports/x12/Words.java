package claimtrail.command.imports.x12;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/// Makes text of bytes; texts of up to eight bytes (codes, modifiers, states) are made once and shared.
final class Words {

    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int SLOTS = 1 << 12;

    private final Charset charset;
    private final long[] keys = new long[SLOTS];
    private final @Nullable String[] words = new @Nullable String[SLOTS];

    Words(Charset charset) {
        this.charset = charset;
    }

    String text(byte[] bytes, int from, int to) {
        int length = to - from;
        if (length <= 0) {
            return "";
        }
        if (length > 8 || from + 8 > bytes.length) {
            return new String(bytes, from, length, charset);
        }
        long key = (long) LONG.get(bytes, from) & (-1L >>> (64 - 8 * length));
        int slot = (int) ((key * 0x9E3779B97F4A7C15L) >>> 52);
        var known = words[slot];
        if (known != null && keys[slot] == key && bytes[to - 1] != 0) {
            return known;
        }
        var made = new String(bytes, from, length, charset);
        if (bytes[to - 1] != 0) { // a text that ends with NUL would be taken for the shorter one
            keys[slot] = key;
            words[slot] = made;
        }
        return made;
    }
}
