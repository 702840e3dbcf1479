package claimtrail.proof;

import claimtrail.event.Actor;
import claimtrail.event.Envelope;
import claimtrail.event.Source;
import claimtrail.metric.Cell;
import claimtrail.metric.Definition;
import claimtrail.metric.Posting;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What stands in files for outsiders, one JSON object a line. `docs/how-to/verify.md` describes them for readers.
public final class Evidence {

    /// A figure with all that it is made of.
    public static final String PACK = "claimtrail-pack/1";

    /// The log itself.
    public static final String LOG = "claimtrail-log/1";

    private Evidence() {}

    /// One line: exactly one of these is there.
    ///
    /// @param pack the first line of a pack
    /// @param log the first line of an export
    /// @param checkpoint a signed note; in an export it follows the last fact it stands for
    /// @param end the last line
    public record Line(
            @Nullable PackHead pack,
            @Nullable LogHead log,
            @Nullable Fact fact,
            @Nullable Counted posting,
            @Nullable String checkpoint,
            @Nullable End end) {

        /// A line with a fact.
        public static Line of(Fact fact) {
            return new Line(null, null, fact, null, null, null);
        }

        /// A line with a posting.
        public static Line of(Counted posting) {
            return new Line(null, null, null, posting, null, null);
        }

        /// The last line.
        public static Line of(End end) {
            return new Line(null, null, null, null, null, end);
        }
    }

    /// What a pack is about.
    ///
    /// @param format [#PACK]
    /// @param figure as it is shown
    /// @param checkpoint the signed note that all facts are proved against
    /// @param key the public key of the log, as text
    public record PackHead(
            String format, Question question, Shown figure, Meaning definition, String checkpoint, String key) {}

    /// What an export holds.
    ///
    /// @param format [#LOG]
    /// @param size facts, from position 1 on
    /// @param key the public key of the log, as text
    public record LogHead(String format, long size, String key) {}

    /// A figure.
    ///
    /// @param value absent where the denominator is 0
    /// @param denominator absent where nothing is divided
    public record Shown(
            @Nullable BigDecimal value,
            long numerator,
            @Nullable Long denominator) {

        static Shown of(Definition.Figure it) {
            return new Shown(it.value(), it.numerator(), it.denominator());
        }

        boolean same(Shown other) {
            return numerator == other.numerator
                    && java.util.Objects.equals(denominator, other.denominator)
                    && (value == null ? other.value == null : other.value != null && value.compareTo(other.value) == 0);
        }
    }

    /// A definition in words and as a formula.
    public record Meaning(String id, int version, String shown, String text, String formula, String unit) {

        /// Of a definition.
        public static Meaning of(Definition it) {
            return new Meaning(it.id(), it.version(), it.shown(), it.text(), it.formula(), it.unit());
        }
    }

    /// The row of a fact, column by column.
    ///
    /// @param payload the text whose UTF-8 bytes were written
    /// @param path in a pack: the hashes beside its way to the root of the checkpoint, from below, in base64
    public record Fact(
            long position,
            UUID eventId,
            String streamType,
            UUID streamId,
            long sequence,
            String name,
            int version,
            Instant recordedAt,
            @Nullable UUID practice,
            Actor.Kind actorKind,
            String actorId,
            @Nullable UUID causation,
            UUID correlation,
            String sourceKind,
            String sourceRef,
            @Nullable String sourcePlace,
            @Nullable Long sourceFrom,
            @Nullable Long sourceTo,
            String payload,
            @Nullable List<String> path) {

        /// Of a row.
        ///
        /// @param path absent in an export
        public static Fact of(Envelope it, byte[] payload, @Nullable InclusionProof path) {
            var row = SourceColumns.of(it.source());
            return new Fact(
                    it.position(),
                    it.eventId(),
                    it.streamType(),
                    it.streamId(),
                    it.sequence(),
                    it.name(),
                    it.version(),
                    it.recordedAt(),
                    it.practice(),
                    it.actor().kind(),
                    it.actor().id(),
                    it.causation(),
                    it.correlation(),
                    row.kind(),
                    row.ref(),
                    row.place(),
                    row.from(),
                    row.to(),
                    new String(payload, StandardCharsets.UTF_8),
                    path == null ? null : path.path().stream().map(Hash::base64).toList());
        }

        /// The row without its payload.
        Envelope envelope() {
            return new Envelope(
                    position,
                    eventId,
                    streamType,
                    streamId,
                    sequence,
                    name,
                    version,
                    recordedAt,
                    practice,
                    new Actor(actorKind, actorId),
                    causation,
                    correlation,
                    new SourceColumns(sourceKind, sourceRef, sourcePlace, sourceFrom, sourceTo).source());
        }

        byte[] bytes() {
            return payload.getBytes(StandardCharsets.UTF_8);
        }

        /// The hash of the row as a leaf of the tree.
        Hash leaf(TreeHash hash) {
            return hash.leaf(LeafBytes.of(envelope(), bytes()));
        }

        InclusionProof inclusion(long size) {
            return new InclusionProof(
                    position - 1,
                    size,
                    path == null ? List.of() : path.stream().map(Hash::ofBase64).toList());
        }
    }

    /// The source of a fact, spread over five columns.
    record SourceColumns(
            String kind,
            String ref,
            @Nullable String place,
            @Nullable Long from,
            @Nullable Long to) {

        static SourceColumns of(Source source) {
            return switch (source) {
                case Source.Api it -> new SourceColumns("API", it.user(), null, null, null);
                case Source.File it -> new SourceColumns("FILE", it.sha256(), it.place(), it.from(), it.to());
                case Source.Scenario it -> new SourceColumns("SCENARIO", it.run(), it.seed(), null, null);
            };
        }

        Source source() {
            if (kind.equals("API") && place == null && from == null && to == null) {
                return new Source.Api(ref);
            }
            if (kind.equals("FILE") && place != null && from != null && to != null) {
                return new Source.File(ref, place, from, to);
            }
            if (kind.equals("SCENARIO") && place != null && from == null && to == null) {
                return new Source.Scenario(ref, place);
            }
            throw new IllegalArgumentException("its source is not complete");
        }
    }

    /// A posting that counts in the figure. The practice is that of the question.
    public record Counted(
            long position,
            int ordinal,
            String fold,
            String measure,
            UUID payer,
            UUID provider,
            String facet,
            LocalDate eventDay,
            LocalDate cohortDay,
            long amount) {

        /// Of a posting.
        public static Counted of(Posting it) {
            Cell cell = it.cell();
            return new Counted(
                    it.position(),
                    it.ordinal(),
                    cell.fold(),
                    cell.measure().id(),
                    cell.payer(),
                    cell.provider(),
                    cell.facet(),
                    cell.eventDay(),
                    cell.cohortDay(),
                    it.amount());
        }

        /// In a sentence.
        String says() {
            return "%s%s %+d on %s".formatted(measure, facet.isEmpty() ? facet : " " + facet, amount, eventDay);
        }
    }

    /// How much there was, so that nothing is cut off or altered on its way unseen. Whoever lies on purpose makes a new
    /// one: against him stand the signature and the facts.
    ///
    /// @param sha256 of all bytes before this line, in hexadecimal digits
    public record End(long facts, long postings, String sha256) {}
}
