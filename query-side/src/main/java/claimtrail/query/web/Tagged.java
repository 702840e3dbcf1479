package claimtrail.query.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.Supplier;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/// Answers with a tag made of what was asked, so that nothing is computed or sent twice.
public final class Tagged {

    private static final int TAG_BYTES = 12;

    private Tagged() {}

    /// The answer, or 304 when the caller has it.
    ///
    /// @param has the caller's `If-None-Match`; null when there is none
    /// @param asked everything the answer depends on; equal questions print equally
    public static <A> ResponseEntity<A> answer(
            @org.jspecify.annotations.Nullable String has, String asked, Supplier<A> answer) {
        var tag = "W/\"" + hash(asked) + '"';
        if (tag.equals(has)) {
            return ResponseEntity.status(HttpStatus.NOT_MODIFIED)
                    .header(HttpHeaders.ETAG, tag)
                    .build();
        }
        return ResponseEntity.ok()
                .header(HttpHeaders.ETAG, tag)
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                .body(answer.get());
    }

    private static String hash(String asked) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(asked.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, TAG_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
