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

    private final byte[] plain;
    private volatile byte @Nullable [] packed;

    Content(byte[] plain) {
        this.plain = plain;
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
            known = pack(plain);
            packed = known;
        }
        return known;
    }

    private static byte[] pack(byte[] body) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(body.length / 4);
        try (GZIPOutputStream gzip = packer(out, body.length)) {
            gzip.write(body);
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail to be written", e);
        }
        return out.toByteArray();
    }

    private static GZIPOutputStream packer(OutputStream out, int size) throws IOException {
        return new GZIPOutputStream(out) {
            {
                def.setLevel(size > LARGE_BYTES ? Deflater.BEST_SPEED : Deflater.DEFAULT_COMPRESSION);
            }
        };
    }
}
