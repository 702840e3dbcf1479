package claimtrail.proof;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.util.Base64;
import java.util.HexFormat;

/// A checkpoint with the Ed25519 signature of its log's key, as a signed note (C2SP `signed-note`):
///
/// ```
/// <text of the checkpoint>
///
/// — claimtrail/<id of the log> <base64 of 4 bytes key id and 64 bytes signature>
/// ```
///
/// @param keyId which key signed, in 8 hexadecimal digits; see [LogKey#id]
/// @param signature 64 bytes over the UTF-8 bytes of [Checkpoint#text]
public record SignedCheckpoint(Checkpoint checkpoint, String keyId, byte[] signature) {

    private static final String SIGNATURE = "\n— "; // an em dash
    private static final String ALGORITHM = "Ed25519";
    private static final int ID_BYTES = 4;
    private static final int SIGNATURE_BYTES = 64;

    public SignedCheckpoint {
        signature = signature.clone();
    }

    /// Signs.
    ///
    /// @param key the public half, which names the signature
    public static SignedCheckpoint of(Checkpoint checkpoint, LogKey key, PrivateKey secret) {
        try {
            var signing = Signature.getInstance(ALGORITHM);
            signing.initSign(secret);
            signing.update(checkpoint.text().getBytes(StandardCharsets.UTF_8));
            return new SignedCheckpoint(checkpoint, key.id(), signing.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("an Ed25519 key signs", e);
        }
    }

    /// From a note.
    ///
    /// @throws IllegalArgumentException if it is not, byte for byte, a signed checkpoint; whether the signature is
    /// right
    /// is another question
    public static SignedCheckpoint parse(byte[] note) {
        var all = new String(note, StandardCharsets.UTF_8);
        var end = all.indexOf(SIGNATURE);
        if (end < 0) {
            throw new IllegalArgumentException("a signed checkpoint ends with a signature");
        }
        var checkpoint = Checkpoint.parse(all.substring(0, end));
        var last = all.substring(end + SIGNATURE.length()).strip();
        var signed = ByteBuffer.wrap(Base64.getDecoder().decode(last.substring(last.indexOf(' ') + 1)));
        if (signed.remaining() != ID_BYTES + SIGNATURE_BYTES) {
            throw new IllegalArgumentException("an Ed25519 signature has " + SIGNATURE_BYTES + " bytes");
        }
        var id = new byte[ID_BYTES];
        var signature = new byte[SIGNATURE_BYTES];
        signed.get(id).get(signature);
        var parsed = new SignedCheckpoint(checkpoint, HexFormat.of().formatHex(id), signature);
        if (!parsed.note().equals(all)) {
            throw new IllegalArgumentException("a signed checkpoint is written in one way only");
        }
        return parsed;
    }

    @Override
    public byte[] signature() {
        return signature.clone();
    }

    /// As it is written outside the database, in UTF-8.
    public String note() {
        var signed = ByteBuffer.allocate(ID_BYTES + SIGNATURE_BYTES)
                .put(HexFormat.of().parseHex(keyId))
                .put(signature)
                .array();
        return checkpoint.text()
                + SIGNATURE
                + Checkpoint.name(checkpoint.log())
                + " "
                + Base64.getEncoder().encodeToString(signed)
                + "\n";
    }

    /// What the next checkpoint names as the one before it: SHA-256 of the note.
    public Hash hash() {
        return TreeHash.plain(note().getBytes(StandardCharsets.UTF_8));
    }

    /// Whether the holder of this key signed exactly this.
    public boolean isSignedBy(LogKey key) {
        try {
            var checking = Signature.getInstance(ALGORITHM);
            checking.initVerify(key.publicKey());
            checking.update(checkpoint.text().getBytes(StandardCharsets.UTF_8));
            return keyId.equals(key.id()) && key.log().equals(checkpoint.log()) && checking.verify(signature);
        } catch (GeneralSecurityException _) {
            return false;
        }
    }
}
