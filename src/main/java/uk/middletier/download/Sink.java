package uk.middletier.download;

import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** What comes goes into a file at once, from a place on, and stays there whatever becomes of the connection. */
final class Sink implements BodySubscriber<Long> {
    private final CompletableFuture<Long> done = new CompletableFuture<>();
    private final FileChannel file;
    private final AtomicLong lastSign;
    private Flow.@Nullable Subscription subscription;

    /**
     * Opens the file, which nobody else may be writing.
     *
     * @param from how much of it stays
     * @param lastSign told of every arrival, in nanoseconds
     */
    Sink(Path path, long from, AtomicLong lastSign) throws IOException {
        this.lastSign = lastSign;
        this.file = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        boolean opened = false;
        try {
            if (file.tryLock() == null) {
                throw new IOException("another process is writing " + path);
            }
            file.truncate(from);
            file.position(from);
            opened = true;
        } catch (OverlappingFileLockException e) {
            throw new IOException("another download is writing " + path, e);
        } finally {
            if (!opened) {
                file.close();
            }
        }
    }

    @Override
    public CompletionStage<Long> getBody() {
        return done;
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
        subscription = given;
        given.request(1);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        lastSign.set(System.nanoTime());
        Flow.Subscription current = subscription;
        if (current == null) {
            return;
        }
        try {
            for (ByteBuffer buffer : buffers) {
                while (buffer.hasRemaining()) {
                    file.write(buffer);
                }
            }
            current.request(1);
        } catch (IOException e) {
            current.cancel();
            onError(new DiskFull(e));
        }
    }

    @Override
    public void onError(Throwable failure) {
        try {
            file.close();
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
        done.completeExceptionally(failure);
    }

    @Override
    public void onComplete() {
        try (file) {
            file.force(true);
            done.complete(file.size());
        } catch (IOException e) {
            done.completeExceptionally(new DiskFull(e));
        }
    }

    /** The file could not be written: no reason to ask the server again. */
    static final class DiskFull extends IOException {
        private static final long serialVersionUID = 1L;

        DiskFull(IOException cause) {
            super(cause.getMessage(), cause);
        }
    }
}
