package uk.middletier.dataset;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Finds out whether a stream of bytes is UTF-8. Decided over the whole file and not per row: the downloads are
 * Windows-1252 or UTF-8 by the year they were made in, and few of their bytes tell.
 */
final class Utf8Check {
    private final CharsetDecoder decoder = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    private final ByteBuffer pending = ByteBuffer.allocate(Probe.CHUNK + 8);
    private final CharBuffer decoded = CharBuffer.allocate(Probe.CHUNK + 8);
    private boolean valid = true;

    void add(byte[] bytes, int length) {
        if (valid) {
            pending.put(bytes, 0, length);
            decode(false);
        }
    }

    Charset charset(boolean byteOrderMark) {
        if (valid) {
            decode(true);
        }
        // A file that says it is UTF-8 is read as such: one broken letter must not spoil all the others.
        return valid || byteOrderMark ? StandardCharsets.UTF_8 : Charset.forName("windows-1252");
    }

    private void decode(boolean end) {
        pending.flip();
        decoded.clear();
        valid = !decoder.decode(pending, decoded, end).isError();
        pending.compact();
    }
}
