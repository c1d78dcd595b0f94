package uk.middletier.http;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * Where the next page begins, for one question put to one release. A release never changes, so counting rows is stable.
 *
 * <p>Opaque to callers: 8 bytes that stand for the release, 8 for the question, 8 for the number of rows before,
 * 8 that stand for these rows.
 */
final class Cursor {
    private static final int BYTES = 4 * Long.BYTES;

    /**
     * What a cursor says.
     *
     * @param skip rows before the page
     * @param mark of these rows
     */
    record Place(long skip, long mark) {}

    private Cursor() {}

    static String encode(String release, String question, Place place) {
        byte[] bytes = ByteBuffer.allocate(BYTES)
                .putLong(mark(release))
                .putLong(mark(question))
                .putLong(place.skip())
                .putLong(place.mark())
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Where the page begins, or a refusal that says why the cursor is of no use here. */
    static Place decode(String cursor, String release, String question) {
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
            throw refusal("the cursor is of another release than the one asked, which is " + release
                    + "; release= and the id of the release it came from go on in that");
        }
        if (bytes.getLong() != mark(question)) {
            throw refusal("the cursor is of a question with other parameters");
        }
        long skip = bytes.getLong();
        if (skip < 0) {
            throw refusal("the cursor is none of this server's");
        }
        return new Place(skip, bytes.getLong());
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
