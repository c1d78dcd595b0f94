package uk.middletier.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import uk.middletier.http.HeldRelease;
import uk.middletier.http.ReleaseSource;

/**
 * The port for Bolt, which stays while releases come and go. During a swap two stores are open and cannot both have it:
 * each listens on a port of its own, and every new connection is passed on to the release that is served then. A
 * connection does not hold its release; it ends when the release is closed, and the client's next one reaches the new
 * release.
 */
final class BoltFront implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(BoltFront.class);

    /** Each costs two threads, most of which sleep. */
    private static final int MOST_CONNECTIONS = 256;

    private static final int BUFFER_BYTES = 32 * 1024;
    private static final long GRACE_SECONDS = 5;

    private final ServerSocket front;
    private final Semaphore places = new Semaphore(MOST_CONNECTIONS);
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "bolt-front");
        thread.setDaemon(true);
        return thread;
    });
    private volatile boolean closing;

    private BoltFront(ServerSocket front) {
        this.front = front;
    }

    /**
     * Takes the port on the loopback address. Who connects waits until {@link #serve} is called.
     *
     * @param port 0 takes a free one
     * @throws CannotServe the port is taken
     */
    static BoltFront listen(int port) {
        InetAddress loopback = InetAddress.getLoopbackAddress();
        try {
            return new BoltFront(new ServerSocket(port, 0, loopback));
        } catch (IOException e) {
            throw new CannotServe(
                    "cannot listen for Bolt on " + loopback.getHostAddress() + " port " + port + ": " + e.getMessage()
                            + "; choose another with --bolt (0 takes a free one, off opens none)",
                    e);
        }
    }

    int port() {
        return front.getLocalPort();
    }

    /** Passes connections on, from now until closed. */
    void serve(ReleaseSource releases) {
        threads.execute(() -> accept(releases));
    }

    /** Ends every connection and gives the port back. */
    @Override
    public void close() {
        closing = true;
        closeQuietly(front);
        open.forEach(BoltFront::closeQuietly);
        threads.shutdown();
        try {
            if (!threads.awaitTermination(GRACE_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("connections over Bolt are still open after {} seconds", GRACE_SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void accept(ReleaseSource releases) {
        while (!closing) {
            try {
                Socket client = front.accept();
                if (places.tryAcquire()) {
                    start(() -> connect(client, releases), client);
                } else {
                    closeQuietly(client);
                }
            } catch (IOException e) {
                if (!closing) {
                    LOG.warn("a connection over Bolt could not be taken", e);
                    pause();
                }
            }
        }
    }

    /** Connects a client with the release served now, and carries what it says until either side has enough. */
    private void connect(Socket client, ReleaseSource releases) {
        try (client;
                Socket store = new Socket()) {
            open.add(client);
            open.add(store);
            // close() may have walked the set before these two were in it.
            if (closing) {
                return;
            }
            client.setTcpNoDelay(true);
            store.setTcpNoDelay(true);
            try (HeldRelease release = releases.hold()) {
                store.connect(address(release));
            }
            start(() -> carry(store, client), store);
            carry(client, store);
        } catch (IOException | RuntimeException e) {
            if (!closing) {
                LOG.warn("a connection over Bolt did not reach the release served", e);
            }
        } finally {
            open.remove(client);
            places.release();
        }
    }

    private static InetSocketAddress address(HeldRelease release) {
        return release.store().findBolt().orElseThrow(() -> new IllegalStateException("the store takes no Bolt"));
    }

    /** Carries bytes one way; its end is the end of both ways, as Bolt knows no half-closed connections. */
    private void carry(Socket from, Socket to) {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] buffer = new byte[BUFFER_BYTES];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                out.write(buffer, 0, read);
            }
        } catch (IOException e) {
            // One of the two has gone, or the other direction has ended.
        } finally {
            open.remove(from);
        }
    }

    private void start(Runnable work, Socket socket) {
        try {
            threads.execute(work);
        } catch (RejectedExecutionException e) {
            // Closed in the meantime.
            closeQuietly(socket);
        }
    }

    /** Without file handles to spare, accepting fails at once and again. */
    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void closeQuietly(AutoCloseable socket) {
        try {
            socket.close();
        } catch (Exception e) {
            // It is of no more use either way.
        }
    }
}
