package uk.middletier.http;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Reads the body of a request, which may neither be long nor be long on its way. */
final class SentBody {
    static final int MOST_BYTES = 1024 * 1024;

    private static final int BUFFER_BYTES = 8 * 1024;

    /** An attribute of requests whose body was read to its end. */
    private static final String WHOLE = SentBody.class.getName();

    private SentBody() {}

    /**
     * All of it, which is in UTF-8.
     *
     * @throws Refusal it is too long, took too long, ended too soon, or is no UTF-8
     */
    static String read(HttpServletRequest request, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        byte[] buffer = new byte[BUFFER_BYTES];
        try {
            InputStream in = request.getInputStream();
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                if (all.size() + read > MOST_BYTES) {
                    throw refused(ErrorPages.of(413));
                }
                if (System.nanoTime() - deadline > 0) {
                    throw refused(ErrorPages.of(408));
                }
                all.write(buffer, 0, read);
            }
            request.setAttribute(WHOLE, true);
        } catch (IOException e) {
            throw refused(Problem.of(
                    ProblemType.BAD_REQUEST, "the body ended before it was whole, or came slower than it may"));
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(all.toByteArray()))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new Refusal(Problem.of(ProblemType.INVALID_BODY, "the body is not in UTF-8"));
        }
    }

    /** Whether a request has a body of which something may still be on its way. */
    static boolean isPending(HttpServletRequest request) {
        boolean sent = request.getContentLengthLong() > 0 || request.getHeader("Transfer-Encoding") != null;
        return sent && request.getAttribute(WHOLE) == null;
    }

    /** What follows on the connection would be taken for the next request. */
    private static Refusal refused(Problem problem) {
        return new Refusal(problem.withHeader("Connection", "close"));
    }
}
