package uk.middletier.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import uk.middletier.release.SoftwareVersion;

/** Entity tags: an answer is told from another by release, path, parameters and format, without computing it. */
final class ETags {
    private static final int BYTES = 12;

    private ETags() {}

    /** Weak, because the bytes also depend on the content coding (RFC 9110, section 8.8.1). */
    static String of(Question question) {
        String text = String.join(
                "\n",
                question.release().manifest().id(),
                question.path(),
                question.parameters().query(),
                question.route().version(),
                question.format().word(),
                SoftwareVersion.CURRENT);
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Of bytes that are at hand. */
    static String of(byte[] content) {
        return "W/\"" + HexFormat.of().formatHex(Arrays.copyOf(sha256(content), BYTES)) + "\"";
    }

    /** Whether one of the tags in If-None-Match is this one, by the weak comparison, or any (RFC 9110, section 13.1.2). */
    static boolean matches(String etag, @Nullable String ifNoneMatch) {
        if (ifNoneMatch == null) {
            return false;
        }
        String opaque = etag.substring("W/".length());
        for (String tag : ifNoneMatch.split(",", -1)) {
            String given = tag.strip();
            if (given.equals("*")) {
                return true;
            }
            if (given.startsWith("W/")) {
                given = given.substring("W/".length());
            }
            if (given.equals(opaque)) {
                return true;
            }
        }
        return false;
    }

    private static byte[] sha256(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
