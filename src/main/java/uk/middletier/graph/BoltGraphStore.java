package uk.middletier.graph;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.AccessMode;
import org.neo4j.driver.Bookmark;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Record;
import org.neo4j.driver.SessionConfig;
import org.neo4j.driver.async.AsyncSession;
import org.neo4j.driver.async.ResultCursor;
import org.neo4j.driver.summary.ResultSummary;
import uk.middletier.cypher.ReleaseStatements;
import uk.middletier.cypher.Statement;

/**
 * A release in a database of a Neo4j server or cluster, read over Bolt. The driver spreads reads over the members of a
 * cluster and connects anew by itself; a read is tried again as long as nobody has seen a row of it.
 */
public final class BoltGraphStore implements GraphStore {
    private static final String EXPLAIN = "EXPLAIN ";
    private static final Duration OPENING = Duration.ofSeconds(10);
    private static final Duration LOOKING = Duration.ofSeconds(3);
    private static final long FRESH_NANOS = TimeUnit.SECONDS.toNanos(1);

    /** A cut connection or the choice of a new leader is over by then; who asks is not kept waiting for more. */
    private static final long PERSISTENCE_NANOS = TimeUnit.SECONDS.toNanos(2);

    private static final long FIRST_PAUSE_MILLIS = 50;

    private final BoltServer server;
    private final Driver driver;
    /** The server was at least here when the release was read: another member may lag behind it and must catch up. */
    private final Set<Bookmark> bookmarks;

    private final @Nullable String release;
    /** What plans call the database, which may be asked by an alias. */
    private final String home;

    private volatile boolean closing;
    /** Whether the last read found nobody: then others do not persist, so that no questions pile up. */
    private volatile boolean away;

    private long lookedNanos;
    private @Nullable GraphException lookFailure;
    private boolean looked;

    private BoltGraphStore(
            BoltServer server, Driver driver, Set<Bookmark> bookmarks, @Nullable String release, String home) {
        this.server = server;
        this.driver = driver;
        this.bookmarks = Set.copyOf(bookmarks);
        this.release = release;
        this.home = home;
    }

    /**
     * Connects to a database, which need not hold a release.
     *
     * @throws GraphException away: nobody answers there, user or password is wrong, there is no such database
     */
    public static BoltGraphStore open(BoltServer server) {
        Driver driver = driver(server);
        boolean opened = false;
        BoltGraphStore first = new BoltGraphStore(server, driver, Set.of(), null, "");
        try {
            BoltGraphStore store = first.pinned();
            opened = true;
            return store;
        } finally {
            if (!opened) {
                first.close();
            }
        }
    }

    /** A store that reads what that driver's sessions wrote; closing it closes the driver. */
    static BoltGraphStore after(BoltServer server, Driver driver, Set<Bookmark> bookmarks) {
        return new BoltGraphStore(server, driver, bookmarks, null, "");
    }

    static Driver driver(BoltServer server) {
        try {
            return BoltClient.of(server);
        } catch (RuntimeException e) {
            throw BoltFailures.of(e, server, false);
        }
    }

    /** The same database, no earlier than it is now, and no other release than it holds now. */
    private BoltGraphStore pinned() {
        return retried(OPENING, deadline -> {
            AsyncSession session = session();
            try (BoltRead read = begin(session, deadline)) {
                ResultCursor cursor = read.run(ReleaseStatements.RELEASE_NODE);
                Record row = read.await(cursor.nextAsync());
                ResultSummary plan = read.await(
                        read.run(new Statement(EXPLAIN + "RETURN 1", Map.of())).consumeAsync());
                read.commit();
                return new BoltGraphStore(
                        server,
                        driver,
                        session.lastBookmarks(),
                        row == null ? null : row.get("id").asString(),
                        BoltPlans.database(plan));
            }
        });
    }

    @Override
    public Rows read(Statement statement, Duration timeout) {
        return retried(timeout, deadline -> handedOver(deadline, read -> BoltRows.open(read, statement)));
    }

    @Override
    public QueryPlan explain(Statement statement, Duration timeout) {
        Statement explained = new Statement(EXPLAIN + statement.text(), statement.parameters());
        try {
            return retried(timeout, deadline -> {
                try (BoltRead read = begin(session(), deadline)) {
                    ResultCursor cursor = read.run(explained);
                    return BoltPlans.read(cursor.keys(), read.await(cursor.consumeAsync()), home);
                }
            });
        } catch (GraphException e) {
            throw e.before(EXPLAIN.length());
        }
    }

    /** Asks at most once a second, however many want to know. */
    @Override
    public synchronized void requireReach() {
        if (!looked || System.nanoTime() - lookedNanos > FRESH_NANOS) {
            lookFailure = look();
            lookedNanos = System.nanoTime();
            looked = true;
        }
        if (lookFailure != null) {
            throw lookFailure;
        }
    }

    private @Nullable GraphException look() {
        try (Rows rows = read(ReleaseStatements.RELEASE_NODE, LOOKING)) {
            String found = rows.hasNext() ? rows.next().string("id") : null;
            return release == null || release.equals(found)
                    ? null
                    : new GraphException(
                            GraphException.Kind.AWAY,
                            "the graph store at " + server + " holds "
                                    + (found == null ? "no release any more" : "release " + found + " by now")
                                    + ", not " + release);
        } catch (GraphException e) {
            return e.kind() == GraphException.Kind.AWAY
                    ? e
                    : new GraphException(
                            GraphException.Kind.AWAY,
                            "the graph store at " + server + " does not answer: " + e.getMessage(),
                            e);
        }
    }

    @Override
    public void close() {
        closing = true;
        driver.close();
    }

    GraphException failure(Throwable failure) {
        return BoltFailures.of(failure, server, closing);
    }

    private AsyncSession session() {
        try {
            return driver.session(
                    AsyncSession.class,
                    SessionConfig.builder()
                            .withDatabase(server.database())
                            .withDefaultAccessMode(AccessMode.READ)
                            .withBookmarks(bookmarks)
                            .build());
        } catch (RuntimeException e) {
            throw failure(e);
        }
    }

    private BoltRead begin(AsyncSession session, long deadline) {
        return BoltRead.begin(session, deadline, () -> closing, this::failure);
    }

    /** A read that is left running only if the work succeeds. */
    private <T> T handedOver(long deadline, Function<BoltRead, T> work) {
        BoltRead read = begin(session(), deadline);
        boolean handedOver = false;
        try {
            T result = work.apply(read);
            handedOver = true;
            return result;
        } catch (GraphException e) {
            throw e;
        } catch (RuntimeException e) {
            throw failure(e);
        } finally {
            if (!handedOver) {
                read.close();
            }
        }
    }

    /** Tries until it succeeds, fails for good, or there is no use in waiting. */
    private <T> T retried(Duration timeout, Function<Long, T> attempt) {
        long begun = System.nanoTime();
        long deadline = begun + timeout.toNanos();
        boolean persist = !away;
        for (long pause = FIRST_PAUSE_MILLIS; ; pause *= 2) {
            try {
                T result = attempt.apply(deadline);
                away = false;
                return result;
            } catch (GraphException e) {
                long next = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(pause);
                if (!BoltFailures.passing(e) || !persist || next - begun > PERSISTENCE_NANOS || next - deadline > 0) {
                    away = e.kind() == GraphException.Kind.AWAY;
                    throw e;
                }
            }
            try {
                TimeUnit.MILLISECONDS.sleep(pause);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw failure(e);
            }
        }
    }
}
