package claimtrail.metric;

import claimtrail.event.DomainEvent;
import claimtrail.event.EventCatalogue;
import claimtrail.event.json.EventJson;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/// A standing that is the facts of a short stream themselves, in the order in which they came.
public record FactsStanding<E extends DomainEvent>(List<E> facts) {

    public FactsStanding {
        facts = List.copyOf(facts);
    }

    /// The standing with one more fact.
    public FactsStanding<E> with(E fact) {
        var more = new ArrayList<>(facts);
        more.add(fact);
        return new FactsStanding<>(more);
    }

    /// Each fact with its name, version and payload, as in the log.
    public byte[] write() {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            out.writeInt(facts.size());
            for (var fact : facts) {
                var shape = EventCatalogue.of(fact);
                var payload = EventJson.write(fact);
                out.writeUTF(shape.name());
                out.writeShort(shape.version());
                out.writeInt(payload.length);
                out.write(payload);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /// The standing that was written.
    public static <E extends DomainEvent> FactsStanding<E> read(byte[] standing, Class<E> family) {
        try (var in = new DataInputStream(new ByteArrayInputStream(standing))) {
            var facts = new ArrayList<E>();
            for (var left = in.readInt(); left > 0; left--) {
                var name = in.readUTF();
                var version = in.readShort();
                facts.add(family.cast(EventJson.read(name, version, in.readNBytes(in.readInt()))));
            }
            return new FactsStanding<>(facts);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
