package claimtrail.command.claim;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;

/// Keyed hashes of what names a person, so that the directory finds a patient again and tells nobody who it is. Every
/// door uses these, so that one person who arrives by several of them has one key.
public final class PatientTokens {

    /// Kind of the directory's entries that lead from tokens to patient keys.
    public static final String KIND = "patient";

    private static final int TOKEN_BYTES = 16; // 128 bits: no two persons of one practice share a token

    private static final Pattern SEPARATOR = Pattern.compile("[^\\p{L}\\p{Nd}]");

    /// Holds the key, and is only ever copied.
    private final Mac ready;

    /// @param key kept outside the database
    public PatientTokens(SecretKey key) {
        try {
            ready = Mac.getInstance(key.getAlgorithm());
            ready.init(key);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the key of patient tokens does not fit " + key.getAlgorithm(), e);
        }
    }

    /// Tokens that name a person, strongest first. Case, accents, punctuation and the order of names make no other
    /// person. With a member number one token leaves the birth day out, because remittances do; a name alone never
    /// stands for a person whose birth day is known.
    ///
    /// @param bornOn ISO day, where told
    public List<String> of(UUID practice, String name, @Nullable String bornOn, @Nullable String memberId) {
        var words = PersonNames.normalised(name).split(" ");
        Arrays.sort(words);
        var member = memberId == null
                ? ""
                : SEPARATOR.matcher(memberId.toUpperCase(Locale.ROOT)).replaceAll("");
        var withoutDay = "|" + String.join(" ", words) + "|" + member;
        var identities = bornOn == null || bornOn.isBlank()
                ? Stream.of(withoutDay)
                : Stream.of(bornOn.strip() + withoutDay, withoutDay).limit(member.isEmpty() ? 1 : 2);
        return identities
                .map(it -> HexFormat.of().formatHex(hash(practice + "|" + it), 0, TOKEN_BYTES))
                .toList();
    }

    /// An id that follows from secret text, for a reference into the vault that a retry finds again.
    public UUID reference(UUID owner, String text) {
        var hash = ByteBuffer.wrap(hash(owner + "|" + text));
        return new UUID((hash.getLong() & ~0xF000L) | 0x8000L, (hash.getLong() >>> 2) | 0x8000_0000_0000_0000L);
    }

    private byte[] hash(String text) {
        try {
            // A copy of one that is ready: finding the algorithm and taking the key in cost more than the hash.
            var mac = (Mac) ready.clone();
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("every JDK copies " + ready.getAlgorithm(), e);
        }
    }
}
