package uk.middletier.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** Bytes on their way out, and the same packed, made the first time somebody takes them so. For use by many threads. */
final class Content {
    static final Content NONE = new Content(new byte[0]);

    /** Beyond that, packing well takes longer than sending. */
    private static final int LARGE_BYTES = 256 * 1024;

    /** The same of what is packed once and sent often. */
    private static final int LARGE_KEPT_BYTES = 8 * 1024 * 1024;

    private final byte[] plain;
    private final int large;
    private volatile byte @Nullable [] packed;

    Content(byte[] plain) {
        this(plain, LARGE_BYTES);
    }

    private Content(byte[] plain, int large) {
        this.plain = plain;
        this.large = large;
    }

    /** Of an answer or a file that is kept for whoever asks next. */
    static Content kept(byte[] plain) {
        return new Content(plain, LARGE_KEPT_BYTES);
    }

    byte[] plain() {
        return plain;
    }

    /** Bytes in memory, about: the packed ones are fewer than the plain. */
    int weight() {
        return plain.length + plain.length / 4 + 200;
    }

    byte[] packed() {
        byte[] known = packed;
        if (known == null) {
            known = pack(plain, large);
            packed = known;
        }
        return known;
    }

    private static byte[] pack(byte[] body, int large) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(body.length / 4);
        try (GZIPOutputStream gzip = packer(out, body.length > large)) {
            gzip.write(body);
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail to be written", e);
        }
        return out.toByteArray();
    }

    private static GZIPOutputStream packer(OutputStream out, boolean quickly) throws IOException {
        return new GZIPOutputStream(out) {
            {
                def.setLevel(quickly ? Deflater.BEST_SPEED : Deflater.DEFAULT_COMPRESSION);
            }
        };
    }
}
