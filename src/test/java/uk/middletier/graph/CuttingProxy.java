package uk.middletier.graph;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** A port through which a server is reached, until a test cuts the line. */
public final class CuttingProxy implements AutoCloseable {
    private final int target;
    private final ServerSocket listening;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger accepted = new AtomicInteger();
    /** Bytes that may still come from the server before every line is cut, once; 0 = any number. */
    private final AtomicLong cutAfter = new AtomicLong();

    private volatile boolean away;

    public CuttingProxy(int target) throws IOException {
        this.target = target;
        this.listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        start(this::accept);
    }

    public int port() {
        return listening.getLocalPort();
    }

    /** How many connections there were. */
    public int accepted() {
        return accepted.get();
    }

    /** Cuts every line; while away, new ones are cut at once. */
    public void away(boolean now) {
        away = now;
        if (now) {
            cut();
        }
    }

    /** Cuts every line once the server has sent so much more. */
    public void cutAfter(long bytes) {
        cutAfter.set(bytes);
    }

    public void cut() {
        open.forEach(CuttingProxy::close);
        open.clear();
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket client = listening.accept();
                accepted.incrementAndGet();
                if (away) {
                    close(client);
                    continue;
                }
                Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
                open.add(client);
                open.add(server);
                start(() -> copy(client, server, false));
                start(() -> copy(server, client, true));
            } catch (IOException e) {
                // closed, or the server is not there
            }
        }
    }

    private void copy(Socket from, Socket to, boolean counted) {
        byte[] buffer = new byte[8192];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                if (counted && cutAfter.get() > 0 && cutAfter.addAndGet(-read) <= 0) {
                    cutAfter.set(0);
                    cut();
                    return;
                }
                out.write(buffer, 0, read);
                out.flush();
            }
        } catch (IOException e) {
            // cut
        }
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "proxy");
        thread.setDaemon(true);
        thread.start();
    }

    private static void close(Closeable socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // closed already
        }
    }

    @Override
    public void close() throws IOException {
        listening.close();
        cut();
    }
}
