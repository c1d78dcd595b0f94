package uk.middletier.http;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * Where the next page begins, for one question put to one release. A release never changes, so counting rows is stable.
 *
 * <p>Opaque to callers: 8 bytes that stand for the release, 8 for the question, 8 for the number of rows before.
 */
final class Cursor {
    private static final int BYTES = 3 * Long.BYTES;

    private Cursor() {}

    static String encode(String release, String question, long skip) {
        byte[] bytes = ByteBuffer.allocate(BYTES)
                .putLong(mark(release))
                .putLong(mark(question))
                .putLong(skip)
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** The rows before the page, or a refusal that says why the cursor is of no use here. */
    static long decode(String cursor, String release, String question) {
        ByteBuffer bytes;
        try {
            bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(cursor));
        } catch (IllegalArgumentException e) {
            throw refusal("the cursor is none of this server's");
        }
        if (bytes.remaining() != BYTES) {
            throw refusal("the cursor is none of this server's");
        }
        if (bytes.getLong() != mark(release)) {
            throw refusal("the cursor is of another release than the one served now, which is " + release);
        }
        if (bytes.getLong() != mark(question)) {
            throw refusal("the cursor is of a question with other parameters");
        }
        long skip = bytes.getLong();
        if (skip < 0) {
            throw refusal("the cursor is none of this server's");
        }
        return skip;
    }

    private static Refusal refusal(String detail) {
        return new Refusal(Problem.ofParameter(ProblemType.INVALID_CURSOR, detail, Parameter.CURSOR.name()));
    }

    private static long mark(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(digest).getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
