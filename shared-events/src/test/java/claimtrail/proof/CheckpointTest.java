package claimtrail.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.EdECPoint;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.EdECPublicKeySpec;
import java.security.spec.NamedParameterSpec;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// A checkpoint is a signed note that anybody can check with the public key alone.
class CheckpointTest {

    private static final UUID LOG = UUID.fromString("00112233-4455-6677-8899-aabbccddeeff");
    private static final Hash ROOT = Hash.ofHex("5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");
    private static final Instant TIME = Instant.parse("2026-03-12T10:15:30.123Z");

    /// The first test key of RFC 8032, section 7.1. Its signature below was made by another library.
    private static final String SECRET = "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60";

    private static final String PUBLIC = "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a";

    private final PrivateKey secret = secret(SECRET);
    private final LogKey key = LogKey.parse(
            "claimtrail/00112233-4455-6677-8899-aabbccddeeff+95e9fd07+AddamAGCsQq31Uv+08lkBzoO4XLz2qYjJa8CGmj3B1Ea");
    private final SignedCheckpoint first = SignedCheckpoint.of(new Checkpoint(LOG, 8, ROOT, TIME, null), key, secret);

    @Test
    void it_is_written_like_this() {
        assertThat(first.note()).isEqualTo("""
                claimtrail/00112233-4455-6677-8899-aabbccddeeff
                8
                XcnaeacGWamtVZy3Ad7ZoqudgjqtL0lgz+Nw7/RgQyg=
                time 2026-03-12T10:15:30.123Z
                previous none

                — claimtrail/00112233-4455-6677-8899-aabbccddeeff \
                len9BwrWUCccOjOmO5LsyC69o+03HSfZvBW650YM49AI2njRWf7hJwTzVRrKkil1wr/m1Fu1IjEGHYumd0pGzfBcqws=
                """);
    }

    @Test
    void the_key_of_the_rfc_is_written_like_this() throws GeneralSecurityException {
        var factory = KeyFactory.getInstance("Ed25519");
        var bytes = HexFormat.of().parseHex(PUBLIC);
        var odd = (bytes[31] & 0x80) != 0;
        bytes[31] &= 0x7f;
        var point = new EdECPoint(odd, new BigInteger(1, reversed(bytes)));
        var given = factory.generatePublic(new EdECPublicKeySpec(NamedParameterSpec.ED25519, point));

        assertThat(LogKey.of(LOG, given)).isEqualTo(key).hasToString(key.text());
        assertThat(key.fingerprint()).hasToString("21fe31dfa154a261626bf854046fd2271b7bed4b6abe45aa58877ef47f9721b9");
    }

    @Test
    void what_was_written_is_read_again() {
        var next = SignedCheckpoint.of(new Checkpoint(LOG, 9, ROOT, TIME, first.hash()), key, secret);
        for (var it : new SignedCheckpoint[] {first, next}) {
            var read = SignedCheckpoint.parse(it.note().getBytes(StandardCharsets.UTF_8));
            assertThat(read.checkpoint()).isEqualTo(it.checkpoint());
            assertThat(read.note()).isEqualTo(it.note());
            assertThat(read.isSignedBy(key)).isTrue();
        }
    }

    @Test
    void no_bit_of_it_can_be_turned_without_being_noticed() {
        var note = first.note().getBytes(StandardCharsets.UTF_8);
        for (int bit = 0; bit < note.length * Byte.SIZE; bit++) {
            var turned = note.clone();
            turned[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
            assertThat(isGood(turned)).as("bit %d turned", bit).isFalse();
        }
        assertThat(isGood(note)).isTrue();
    }

    @Test
    void part_of_it_is_none() {
        var note = first.note();
        for (int length = 0; length < note.length(); length++) {
            assertThat(isGood(note.substring(0, length).getBytes(StandardCharsets.UTF_8)))
                    .as("cut off at %d", length)
                    .isFalse();
        }
        assertThat(isGood((note + "\n").getBytes(StandardCharsets.UTF_8))).isFalse();
    }

    @Test
    void another_key_has_not_signed_it() {
        var others = "00" + SECRET.substring(2);
        var forged = SignedCheckpoint.of(first.checkpoint(), key, secret(others));

        assertThat(forged.isSignedBy(key)).isFalse();
    }

    @Test
    void another_log_has_not_signed_it() {
        var elsewhere = SignedCheckpoint.of(new Checkpoint(UUID.randomUUID(), 8, ROOT, TIME, null), key, secret);

        assertThat(elsewhere.isSignedBy(key)).isFalse();
    }

    @Test
    void a_key_that_was_mistyped_is_none() {
        var text = key.text();
        assertThatIllegalArgumentException().isThrownBy(() -> LogKey.parse(text.replace("+95", "+96")));
        assertThatIllegalArgumentException().isThrownBy(() -> LogKey.parse(text.substring(1)));
        assertThatIllegalArgumentException().isThrownBy(() -> LogKey.parse(text.replace("j3B", "j3C")));
        assertThatIllegalArgumentException().isThrownBy(() -> LogKey.parse(""));
    }

    private boolean isGood(byte[] note) {
        try {
            return SignedCheckpoint.parse(note).isSignedBy(key);
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    private static PrivateKey secret(String hex) {
        try {
            return KeyFactory.getInstance("Ed25519")
                    .generatePrivate(new EdECPrivateKeySpec(
                            NamedParameterSpec.ED25519, HexFormat.of().parseHex(hex)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] reversed(byte[] bytes) {
        var reversed = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            reversed[i] = bytes[bytes.length - 1 - i];
        }
        return reversed;
    }
}
