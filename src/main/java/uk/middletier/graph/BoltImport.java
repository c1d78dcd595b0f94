package uk.middletier.graph;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Record;
import org.neo4j.driver.Session;
import org.neo4j.driver.SessionConfig;
import org.neo4j.driver.TransactionContext;
import uk.middletier.model.Labels;
import uk.middletier.model.NodeRow;
import uk.middletier.model.RelationshipRow;

/**
 * Writes one release into an empty database of a Neo4j server, in many transactions. A node of label {@link
 * Labels#IMPORT} stands there from the first of them to the last, which puts the node of the release in its place: what
 * is cut short is no release, and is known to be ours to be removed. It also counts the batches, so that one whose
 * answer was lost is not written twice.
 */
public final class BoltImport implements AutoCloseable {
    private static final int REMOVED_AT_ONCE = 10_000;
    private static final int INDEX_TIMEOUT_SECONDS = 30 * 60;

    private static final String MARKER = "(i:" + Labels.IMPORT + " {id: 'import', token: $token})";
    private static final String GUARD = "CONSTRAINT import_id";

    private final BoltServer server;
    private final Driver driver;
    private final Session session;
    private final String token = UUID.randomUUID().toString();
    private long batches;
    private boolean claimed;
    private boolean published;

    private BoltImport(BoltServer server, Driver driver) {
        this.server = server;
        this.driver = driver;
        this.session = driver.session(SessionConfig.forDatabase(server.database()));
    }

    /**
     * Makes sure that the database is there and empty, making it if the server can, and claims it.
     *
     * @param replace whether to remove an unfinished import that stands there
     * @throws GraphException away: nobody answers there, or user or password is wrong; failed: there is no such database
     *     and the server cannot make it, or it is not empty
     */
    public static BoltImport begin(BoltServer server, boolean replace) {
        Driver driver = BoltGraphStore.driver(server);
        BoltImport begun = new BoltImport(server, driver);
        try {
            begun.claim(replace);
            return begun;
        } catch (RuntimeException e) {
            begun.close();
            throw begun.failure(e);
        }
    }

    /**
     * Writes everything, constraints and indexes too, and waits until they are filled. Each iterable is read once,
     * nodes first; what it throws comes out as it is.
     *
     * @return what was written
     * @throws GraphException as {@link BulkWriter#write}
     */
    public GraphCounts write(Iterable<NodeRow> nodes, Iterable<RelationshipRow> relationships) {
        BoltBatches rows = new BoltBatches(this::writeBatch);
        try {
            nodes.forEach(rows::add);
            rows.flush();
            // What the ends of relationships are found by; made over nodes that are there, because an index is only
            // then
            // counted through, which queries are planned by.
            Schema.statements(true).forEach(this::change);
            relationships.forEach(rows::add);
            rows.flush();
            Schema.statements(false).forEach(this::change);
            change("CALL db.awaitIndexes(" + INDEX_TIMEOUT_SECONDS + ")");
            return rows.counts();
        } catch (org.neo4j.driver.exceptions.Neo4jException e) {
            throw failure(e);
        }
    }

    /** What was written, to be checked; not to be closed, and of use only until this is. */
    public GraphStore store() {
        return BoltGraphStore.after(server, driver, session.lastBookmarks());
    }

    /** Makes it a release, in one step. */
    public void publish(String id, String manifest) {
        try {
            boolean there = session.executeWrite(transaction -> {
                transaction
                        .run(
                                "MATCH " + MARKER + " CREATE (:" + Labels.RELEASE
                                        + " {id: $id, manifest: $manifest}) DELETE i",
                                Map.of("token", token, "id", id, "manifest", manifest))
                        .consume();
                // There already if it is a second try, after an answer that was lost.
                return exists(transaction, "MATCH (n:" + Labels.RELEASE + " {id: $id})", Map.of("id", id));
            });
            if (!there) {
                throw displaced();
            }
            published = true;
            change("DROP " + GUARD + " IF EXISTS");
        } catch (RuntimeException e) {
            throw failure(e);
        }
    }

    /** Removes what was written and not published, if that can be done; else it is left for the next import. */
    @Override
    public void close() {
        try {
            if (claimed && !published && ours()) {
                remove();
            }
        } catch (RuntimeException e) {
            // Why the import failed is worth more than why its remains cannot be removed, which the next one says.
        } finally {
            driver.close();
        }
    }

    private boolean ours() {
        return session.executeRead(transaction -> exists(transaction, "MATCH " + MARKER, Map.of("token", token)));
    }

    private void claim(boolean replace) {
        try {
            refuseFull(replace);
        } catch (RuntimeException e) {
            GraphException failure = failure(e);
            if (!BoltFailures.noSuchDatabase(failure, server)) {
                throw failure;
            }
            createDatabase(failure);
            refuseFull(replace);
        }
        Schema.removals().forEach(this::change);
        change("CREATE " + GUARD + " IF NOT EXISTS FOR (i:" + Labels.IMPORT + ") REQUIRE i.id IS UNIQUE");
        String owner = session.executeWrite(transaction -> transaction
                .run(
                        "MERGE (i:" + Labels.IMPORT + " {id: 'import'})"
                                + " ON CREATE SET i.token = $token, i.batch = 0, i.begun = datetime()"
                                + " RETURN i.token AS token",
                        Map.of("token", token))
                .single()
                .get("token")
                .asString());
        if (!owner.equals(token)) {
            throw displaced();
        }
        claimed = true;
    }

    private void refuseFull(boolean replace) {
        Optional<String> release = session.executeRead(
                transaction -> transaction.run("MATCH (n:" + Labels.RELEASE + ") RETURN n.id AS id LIMIT 1").stream()
                        .map(row -> row.get("id").asString(""))
                        .findFirst());
        if (release.isPresent()) {
            throw full("holds release " + release.get() + "; import into another one: " + server.address() + "/NAME");
        }
        Optional<String> begun = session.executeRead(transaction ->
                transaction.run("MATCH (n:" + Labels.IMPORT + ") RETURN toString(n.begun) AS begun LIMIT 1").stream()
                        .map(row -> row.get("begun").asString("at an unknown time"))
                        .findFirst());
        if (begun.isPresent()) {
            if (!replace) {
                throw full("holds an import begun " + begun.get()
                        + " that is not finished; if it is not running any more, remove it and import anew: --replace");
            }
            remove();
        } else if (session.executeRead(transaction -> exists(transaction, "MATCH (n)", Map.of()))) {
            throw full("is not empty, and what it holds is no import of this program; import into another one: "
                    + server.address() + "/NAME");
        }
    }

    private GraphException full(String what) {
        return new GraphException(GraphException.Kind.FAILED, "the database " + server + " " + what);
    }

    /** Removes everything, the marker last: cut short, it is still known for what it is. */
    private void remove() {
        removeAll("MATCH ()-[r]->() WITH r LIMIT $most DELETE r RETURN count(*) AS count");
        removeAll("MATCH (n) WHERE NOT n:" + Labels.IMPORT + " WITH n LIMIT $most DELETE n RETURN count(*) AS count");
        removeAll("MATCH (n:" + Labels.IMPORT + ") WITH n LIMIT $most DELETE n RETURN count(*) AS count");
        change("DROP " + GUARD + " IF EXISTS");
        Schema.removals().forEach(this::change);
    }

    private void removeAll(String some) {
        long removed;
        do {
            removed = session.executeWrite(transaction -> transaction
                    .run(some, Map.of("most", REMOVED_AT_ONCE))
                    .single()
                    .get("count")
                    .asLong());
        } while (removed > 0);
    }

    private void createDatabase(GraphException missing) {
        try (Session system = driver.session(SessionConfig.forDatabase("system"))) {
            system.run("CREATE DATABASE $name IF NOT EXISTS WAIT", Map.of("name", server.database()))
                    .consume();
        } catch (RuntimeException e) {
            throw new GraphException(
                    GraphException.Kind.FAILED,
                    missing.getMessage() + ", and it cannot be made here ("
                            + String.valueOf(e.getMessage()).split("\\R", 2)[0]
                            + "); make it there, or name one that is there and empty, such as " + server.address()
                            + "/neo4j",
                    e);
        }
    }

    /** One batch, exactly once: the number of the last one written stands in the marker. */
    private void writeBatch(BoltBatches.Batch batch) {
        long number = batches++;
        session.executeWrite(transaction -> {
            Map<String, Object> ours = Map.of("token", token, "next", number + 1);
            // Setting something takes the lock, so that an earlier try that is still being written is waited for.
            transaction.run("MATCH " + MARKER + " SET i.token = i.token", ours).consume();
            Optional<Record> marker = transaction.run("MATCH " + MARKER + " RETURN i.batch AS batch", ours).stream()
                    .findFirst();
            if (marker.isEmpty()) {
                throw displaced();
            }
            if (marker.get().get("batch").asLong() > number) {
                return 0;
            }
            batch.requireAll(transaction
                    .run(batch.statement(), Map.of("rows", batch.rows()))
                    .single()
                    .get("count")
                    .asLong());
            transaction.run("MATCH " + MARKER + " SET i.batch = $next", ours).consume();
            return 1;
        });
    }

    private void change(String statement) {
        session.executeWrite(transaction -> transaction.run(statement).consume());
    }

    private static boolean exists(TransactionContext transaction, String pattern, Map<String, Object> parameters) {
        return transaction.run(pattern + " RETURN 1 LIMIT 1", parameters).hasNext();
    }

    private GraphException displaced() {
        return new GraphException(
                GraphException.Kind.FAILED, "another import has taken the database " + server + " meanwhile");
    }

    private GraphException failure(RuntimeException thrown) {
        GraphException known = BoltFailures.of(thrown, server, false);
        return switch (known.kind()) {
            case AWAY -> known;
            case FORBIDDEN ->
                new GraphException(
                        GraphException.Kind.FAILED,
                        "the user " + server.user() + " may not write into the database " + server,
                        thrown);
            default ->
                thrown == known
                        ? known
                        : new GraphException(
                                GraphException.Kind.FAILED,
                                "the database " + server + " cannot be written: " + known.getMessage(),
                                thrown);
        };
    }
}
