package uk.middletier.http;

import java.io.IOException;
import java.io.OutputStream;

/**
 * Writes to a client who has to keep up. Only the time counts in which the client keeps the server waiting: a server that
 * is slow itself is not the reader's fault.
 */
final class PacedOutput extends OutputStream {
    /** So much at a time, or one long wait could not be told from many short ones. */
    private static final int PIECE_BYTES = 32 * 1024;

    /** Rates are looked at over so many parts of a client's patience, so that what a network keeps in its pipes does not
     * count for long. */
    private static final int WINDOWS = 3;

    private static final double NANOS = 1e9;

    private final OutputStream out;
    private final long windowNanos;
    private final long slowest;
    private long waited;
    private long written;

    PacedOutput(OutputStream out, Bounds bounds) {
        this.out = out;
        this.windowNanos = bounds.patience().toNanos() / WINDOWS;
        this.slowest = bounds.slowestReading();
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        for (int begin = from; begin < from + length; begin += PIECE_BYTES) {
            int piece = Math.min(PIECE_BYTES, from + length - begin);
            long before = System.nanoTime();
            out.write(bytes, begin, piece);
            count(piece, System.nanoTime() - before);
        }
    }

    private void count(int bytes, long nanos) throws IOException {
        written += bytes;
        waited += nanos;
        if (waited >= windowNanos) {
            if (written * NANOS / waited < slowest) {
                throw new IOException("the client reads slower than it may");
            }
            written = 0;
            waited = 0;
        }
    }

    @Override
    public void flush() throws IOException {
        out.flush();
    }
}
