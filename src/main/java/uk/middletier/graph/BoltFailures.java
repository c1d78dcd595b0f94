package uk.middletier.graph;

import java.net.ConnectException;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.exceptions.AuthenticationException;
import org.neo4j.driver.exceptions.DiscoveryException;
import org.neo4j.driver.exceptions.Neo4jException;
import org.neo4j.driver.exceptions.RetryableException;
import org.neo4j.driver.exceptions.ServiceUnavailableException;
import org.neo4j.driver.exceptions.SessionExpiredException;
import org.neo4j.driver.exceptions.TransientException;
import org.neo4j.kernel.api.exceptions.Status;

/** Says whose fault a failure of the driver is: what the server says by its status code, what the network says here. */
final class BoltFailures {
    private static final Map<String, Status> CODES = Status.Code.all().stream()
            .collect(Collectors.toUnmodifiableMap(
                    status -> status.code().serialize(), status -> status, (one, same) -> one));

    private BoltFailures() {}

    static GraphException of(Throwable thrown, BoltServer server, boolean closing) {
        Throwable failure = unwrapped(thrown);
        if (failure instanceof GraphException own) {
            return own;
        }
        if (closing) {
            return new GraphException(GraphException.Kind.UNAVAILABLE, "the graph store is closed", failure);
        }
        Status status = status(failure);
        String away = away(failure, status, server);
        if (away != null) {
            return new GraphException(GraphException.Kind.AWAY, away, failure);
        }
        GraphException known = Failures.of(failure, status, false);
        // The server failed and says that it may not fail again: nobody's statement is at fault.
        return known.kind() == GraphException.Kind.FAILED && failure instanceof TransientException
                ? new GraphException(
                        GraphException.Kind.AWAY,
                        "the graph store at " + server + " cannot answer just now: " + line(failure),
                        failure)
                : known;
    }

    /** Whether the same may succeed when it is tried once more. */
    static boolean passing(GraphException failure) {
        return failure.kind() == GraphException.Kind.AWAY && failure.getCause() instanceof RetryableException;
    }

    static boolean noSuchDatabase(GraphException failure, BoltServer server) {
        Throwable cause = failure.getCause();
        return cause != null && missingDatabase(cause, status(cause), server);
    }

    /** That ours is missing, and not one that the statement names. */
    private static boolean missingDatabase(Throwable failure, @Nullable Status status, BoltServer server) {
        return status == Status.Database.DatabaseNotFound
                && String.valueOf(failure.getMessage())
                        .toLowerCase(Locale.ROOT)
                        .contains(server.database().toLowerCase(Locale.ROOT));
    }

    private static @Nullable String away(Throwable failure, @Nullable Status status, BoltServer server) {
        if (missingDatabase(failure, status, server)) {
            return "there is no database " + server.database() + " at " + server.address();
        }
        if (status == Status.Security.CredentialsExpired) {
            return server.address() + " wants the user " + server.user() + " to change the password first";
        }
        if (failure instanceof AuthenticationException || status == Status.Security.Unauthorized) {
            return server.user() == null
                    ? server.address() + " asks for a user and a password, and none are given"
                    : server.address() + " does not let the user " + server.user() + " in: user or password is wrong";
        }
        if (status == Status.Security.AuthenticationRateLimit || status == Status.Security.AuthProviderTimeout) {
            return server.address() + " does not let the user " + server.user() + " in: " + line(failure);
        }
        if (status == Status.General.DatabaseUnavailable) {
            return "the database " + server + " is not running";
        }
        if (failure instanceof ServiceUnavailableException
                || failure instanceof SessionExpiredException
                || failure instanceof DiscoveryException
                || waitedForConnection(failure)
                || network(failure, 0) != null) {
            return "the graph store at " + server + " cannot be reached: " + reason(failure);
        }
        return null;
    }

    /** All connections were taken, or none was made in time. */
    private static boolean waitedForConnection(Throwable failure) {
        return failure instanceof Neo4jException && failure.getCause() instanceof TimeoutException;
    }

    /** What the network says, which lies deep below what the driver says, or beside it when several addresses failed. */
    private static String reason(Throwable failure) {
        String known = network(failure, 0);
        return known == null ? line(failure) : known;
    }

    private static @Nullable String network(@Nullable Throwable failure, int depth) {
        // Failures of several tries may hold each other.
        if (failure == null || depth > 10) {
            return null;
        }
        if (failure instanceof UnknownHostException) {
            return "there is no host of that name";
        }
        if (failure instanceof SSLException) {
            return "no encrypted connection comes about (" + line(failure) + ")";
        }
        if (failure instanceof ConnectException
                && !failure.getClass().getSimpleName().contains("Timeout")) {
            return "the connection is refused";
        }
        String below = network(failure.getCause(), depth + 1);
        for (Throwable other : failure.getSuppressed()) {
            below = below == null ? network(other, depth + 1) : below;
        }
        return below;
    }

    private static @Nullable Status status(Throwable failure) {
        return failure instanceof Neo4jException known && known.code() != null ? CODES.get(known.code()) : null;
    }

    /** The first line: the driver's messages go on with hints for programmers. */
    private static String line(Throwable failure) {
        String message = failure.getMessage();
        return message == null
                ? failure.getClass().getSimpleName()
                : message.strip().split("\\R", 2)[0];
    }

    private static Throwable unwrapped(Throwable thrown) {
        Throwable failure = thrown;
        while ((failure instanceof CompletionException || failure instanceof ExecutionException)
                && failure.getCause() != null) {
            failure = failure.getCause();
        }
        return failure;
    }
}
