package claimtrail.metric.claim;

import claimtrail.denial.ClaimFacts;
import claimtrail.denial.DenialVersion;
import claimtrail.event.EventCatalogue;
import claimtrail.event.Recorded;
import claimtrail.event.claim.ClaimEvent;
import claimtrail.event.json.EventJson;
import claimtrail.metric.Cell;
import claimtrail.metric.Step;
import claimtrail.metric.StreamFold;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The fold of claims: after each fact the whole claim is read anew, and what changed is posted. Hence a
/// late fact that reorders history posts the correction by itself, and the order of arrival cannot matter.
/// It has a version for each version of the denial rule, which count beside each other.
public final class ClaimFold implements StreamFold<ClaimStanding, ClaimEvent> {

    /// Who counts as standard, in which version: under `denial/1`.
    public static final String NAME = "claim/1";

    /// All versions, the standard first.
    public static final List<ClaimFold> VERSIONS =
            List.of(new ClaimFold(), new ClaimFold("claim/2", DenialVersion.SECOND));

    private final String name;
    private final DenialVersion rule;

    /// The standard.
    public ClaimFold() {
        this(NAME, DenialVersion.FIRST);
    }

    /// @param name who counts, in which version
    /// @param rule how it reads denials
    public ClaimFold(String name, DenialVersion rule) {
        this.name = name;
        this.rule = rule;
    }

    /// The version of a name; empty where there is none.
    public static Optional<ClaimFold> version(String name) {
        return VERSIONS.stream().filter(it -> it.name.equals(name)).findFirst();
    }

    @Override
    public String name() {
        return name;
    }

    /// How it reads denials.
    public DenialVersion rule() {
        return rule;
    }

    @Override
    public String streamType() {
        return "claim";
    }

    @Override
    public Class<ClaimEvent> family() {
        return ClaimEvent.class;
    }

    @Override
    public ClaimStanding start() {
        return ClaimStanding.START;
    }

    @Override
    public Step<ClaimStanding> step(ClaimStanding before, Recorded<ClaimEvent> fact) {
        var practice = fact.envelope().practice();
        var after = before.with(name, practice == null ? Cell.NOBODY : practice, rule.read(fact.event()));
        return new Step<>(after, after.tally().minus(before.tally()).postings(fact.envelope()));
    }

    /// The practice, then each fact with its name, version and payload, as this version reads it.
    @Override
    public byte[] write(ClaimStanding standing) {
        var bytes = new ByteArrayOutputStream(2048);
        try (var out = new DataOutputStream(bytes)) {
            out.writeLong(standing.practice().getMostSignificantBits());
            out.writeLong(standing.practice().getLeastSignificantBits());
            out.writeInt(standing.facts().inOrder().size());
            for (var fact : standing.facts().inOrder()) {
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

    @Override
    public ClaimStanding read(byte[] standing) {
        try (var in = new DataInputStream(new ByteArrayInputStream(standing))) {
            var practice = new UUID(in.readLong(), in.readLong());
            var size = in.readInt();
            var facts = new ArrayList<ClaimEvent>(size);
            for (var i = 0; i < size; i++) {
                var name = in.readUTF();
                var version = in.readShort();
                var payload = in.readNBytes(in.readInt());
                facts.add((ClaimEvent) EventJson.read(name, version, payload));
            }
            return ClaimStanding.of(name, practice, new ClaimFacts(facts));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
