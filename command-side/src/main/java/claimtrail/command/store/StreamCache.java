package claimtrail.command.store;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.axonframework.common.Registration;
import org.axonframework.common.caching.Cache;
import org.axonframework.eventsourcing.AggregateCacheEntry;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.jspecify.annotations.Nullable;

/// The states of the streams that were asked last. Another node may have written since: who writes learns it from the
/// log, and who does not write is made to ask by [DeliveryInterceptor].
final class StreamCache implements Cache {

    private final Map<Object, Object> states;

    /// @param size states in memory; a claim with its answers takes some kilobytes
    @SuppressWarnings("serial")
    StreamCache(int size) {
        this.states = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<Object, Object> eldest) {
                return size() > size;
            }
        };
    }

    @Override
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // the signature is Axon's
    public <K, V> @Nullable V get(K key) {
        Object state;
        synchronized (states) {
            state = states.get(key);
        }
        if (state != null && CurrentUnitOfWork.isStarted()) {
            var delivery = Delivery.find(CurrentUnitOfWork.get());
            if (delivery != null) {
                delivery.load(UUID.fromString(key.toString()), version(state), true);
            }
        }
        return (V) state;
    }

    /// A stream without events is not worth remembering: anybody can make up ids.
    @Override
    public void put(Object key, Object value) {
        if (version(value) >= 0) {
            synchronized (states) {
                states.put(key, value);
            }
        }
    }

    @Override
    public boolean putIfAbsent(Object key, Object value) {
        synchronized (states) {
            return states.putIfAbsent(key, value) == null;
        }
    }

    @Override
    public boolean remove(Object key) {
        synchronized (states) {
            return states.remove(key) != null;
        }
    }

    @Override
    public void removeAll() {
        synchronized (states) {
            states.clear();
        }
    }

    @Override
    public boolean containsKey(Object key) {
        synchronized (states) {
            return states.containsKey(key);
        }
    }

    @Override
    public Registration registerCacheEntryListener(EntryListener listener) {
        throw new UnsupportedOperationException("nobody listens to this cache");
    }

    /// The entry holds the living aggregate, and hands it out whatever it is passed.
    private static long version(Object state) {
        if (state instanceof AggregateCacheEntry<?> entry) {
            var version = entry.recreateAggregate(null, null, null, null).version();
            return version == null ? -1 : version;
        }
        return -1;
    }
}
