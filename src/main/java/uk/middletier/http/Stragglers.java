package uk.middletier.http;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.util.component.AbstractLifeCycle;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * Ends connections whose client sends the head of a request bit by bit. To the server, each byte is a sign of life; it
 * bounds only silence before a head is whole, and the rate after it.
 */
final class Stragglers extends AbstractLifeCycle implements Connection.Listener {
    private final Map<Connection, Head> open = new ConcurrentHashMap<>();
    private final Scheduler scheduler;
    private final long patienceNanos;
    private final long lookMillis;

    /** What came on a connection while no request was under way, and since when there is a part of one. */
    private static final class Head {
        private long bytes;
        private long messages;
        private long since;
        private boolean begun;
    }

    Stragglers(Scheduler scheduler, Duration patience) {
        this.scheduler = scheduler;
        this.patienceNanos = patience.toNanos();
        this.lookMillis = Math.max(50, patience.toMillis() / 10);
    }

    @Override
    protected void doStart() {
        look();
    }

    @Override
    public void onOpened(Connection connection) {
        open.put(connection, new Head());
    }

    @Override
    public void onClosed(Connection connection) {
        open.remove(connection);
    }

    /** One look at a time: each sets the next. */
    private void look() {
        long now = System.nanoTime();
        open.forEach((connection, head) -> {
            if (late(connection, head, now)) {
                connection.getEndPoint().close();
            }
        });
        if (isRunning() || isStarting()) {
            scheduler.schedule(this::look, lookMillis, TimeUnit.MILLISECONDS);
        }
    }

    private boolean late(Connection connection, Head head, long now) {
        long bytes = connection.getBytesIn();
        long messages = connection.getMessagesIn();
        if (messages != head.messages || messages != connection.getMessagesOut() || bytes == head.bytes) {
            // A request became whole since the last look, one is under way, or nothing came after the last one.
            head.bytes = bytes;
            head.messages = messages;
            head.begun = false;
            return false;
        }
        if (!head.begun) {
            head.begun = true;
            head.since = now;
        }
        return now - head.since > patienceNanos;
    }
}
