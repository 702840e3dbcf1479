package claimtrail.command.imports;

import java.util.LinkedHashMap;
import java.util.Map;

/// The last answers of a look-up, so that a file that says the same name a million times asks for it once.
final class Remembered<K, V> extends LinkedHashMap<K, V> {

    private static final long serialVersionUID = 1L;
    private static final int MOST = 20_000;

    Remembered() {
        super(256, 0.75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
        return size() > MOST;
    }
}
