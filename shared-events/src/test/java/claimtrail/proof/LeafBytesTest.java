package claimtrail.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import claimtrail.event.Actor;
import claimtrail.event.Envelope;
import claimtrail.event.Source;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// The hashed bytes of a fact are written down here, because checkpoints that were signed once rest on them for good.
class LeafBytesTest {

    private static final UUID EVENT = UUID.fromString("00112233-4455-6677-8899-aabbccddeeff");
    private static final UUID STREAM = UUID.fromString("10112233-4455-6677-8899-aabbccddeeff");
    private static final UUID PRACTICE = UUID.fromString("20112233-4455-6677-8899-aabbccddeeff");
    private static final UUID CORRELATION = UUID.fromString("30112233-4455-6677-8899-aabbccddeeff");
    private static final byte[] PAYLOAD = "{\"a\":1}".getBytes(StandardCharsets.UTF_8);

    private static Envelope fact(Source source) {
        return new Envelope(
                41,
                EVENT,
                "claim",
                STREAM,
                2,
                "claim.denied",
                1,
                Instant.parse("2026-03-12T10:15:30.123Z"),
                PRACTICE,
                new Actor(Actor.Kind.IMPORT, "import"),
                null,
                CORRELATION,
                source);
    }

    @Test
    void form_1_is_these_bytes() {
        var bytes = LeafBytes.of(fact(new Source.File("4956ce92", "seg 7", 300, 417)), PAYLOAD);

        assertThat(HexFormat.of().formatHex(bytes)).isEqualTo("""
                01
                00000008 0000000000000029
                00000008 0000000000000002
                00000008 00064cd1083974f8
                00000008 000000000000012c
                00000008 00000000000001a1
                00000010 00112233445566778899aabbccddeeff
                00000010 10112233445566778899aabbccddeeff
                00000010 20112233445566778899aabbccddeeff
                ffffffff
                00000010 30112233445566778899aabbccddeeff
                00000002 0001
                00000005 636c61696d
                0000000c 636c61696d2e64656e696564
                00000006 494d504f5254
                00000006 696d706f7274
                00000004 46494c45
                00000008 3439353663653932
                00000005 7365672037
                00000007 7b2261223a317d
                """.replaceAll("\\s", ""));
    }

    @Test
    void a_source_without_a_place_in_a_file_has_none() {
        var bytes = HexFormat.of().formatHex(LeafBytes.of(fact(new Source.Api("u1")), PAYLOAD));

        assertThat(bytes).contains("00064cd1083974f8" + "ffffffff" + "ffffffff");
        assertThat(bytes).contains("00000003415049" + "000000027531" + "ffffffff");
    }

    @Test
    void a_change_of_any_one_value_gives_other_bytes() {
        var seen = new HashSet<String>(Set.of(HexFormat.of().formatHex(LeafBytes.of(row()))));
        for (int field = 0; field < LeafBytes.FIELDS.size(); field++) {
            for (var other : new byte[] @Nullable [] {{}, {7}, {1, 1}, null}) {
                var changed = row();
                changed[field] = other;
                assertThat(seen.add(HexFormat.of().formatHex(LeafBytes.of(changed))))
                        .as("%s changed", LeafBytes.FIELDS.get(field))
                        .isTrue();
            }
        }
    }

    @Test
    void bytes_cannot_move_from_one_value_to_the_next() {
        var one = row();
        one[11] = new byte[] {1, 2};
        one[12] = new byte[] {3};
        var other = row();
        other[11] = new byte[] {1};
        other[12] = new byte[] {2, 3};

        assertThat(LeafBytes.of(one)).isNotEqualTo(LeafBytes.of(other));
    }

    @Test
    void a_fact_that_is_moved_changes_its_position_only() {
        var fact = LeafBytes.of(fact(new Source.Api("u1")), PAYLOAD);

        var hex = HexFormat.of();
        assertThat(hex.formatHex(LeafBytes.movedTo(42, fact)))
                .isEqualTo(hex.formatHex(fact).replace("0000000000000029", "000000000000002a"));
    }

    @Test
    void a_row_of_another_width_is_no_fact() {
        assertThatIllegalArgumentException().isThrownBy(() -> LeafBytes.of(new byte[] {1}));
    }

    private static byte[] @Nullable [] row() {
        byte[] @Nullable [] row = new byte[LeafBytes.FIELDS.size()] @Nullable [];
        for (int field = 0; field < row.length; field++) {
            row[field] = new byte[] {1};
        }
        return row;
    }
}
