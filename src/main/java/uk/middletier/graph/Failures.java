package uk.middletier.graph;

import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.neo4j.graphdb.DatabaseShutdownException;
import org.neo4j.kernel.api.exceptions.Status;

/** Says whose fault a failure of Neo4j is, by its status code, which is documented, and not by its message. */
final class Failures {
    private static final Pattern PLACE = Pattern.compile("\\(line \\d+, column \\d+ \\(offset: (\\d+)\\)\\)");

    private Failures() {}

    static GraphException of(Throwable failure, boolean closing) {
        if (failure instanceof GraphException own) {
            return own;
        }
        return of(failure, status(failure), closing);
    }

    /** The same of a failure whose status is known. */
    static GraphException of(Throwable failure, @Nullable Status status, boolean closing) {
        GraphException.Kind kind = closing ? GraphException.Kind.UNAVAILABLE : kind(failure, status);
        Matcher place = PLACE.matcher(message(failure));
        if (kind == GraphException.Kind.INVALID && place.find()) {
            // The message goes on with the statement itself and a caret under the place.
            String said = message(failure).substring(0, place.start()).strip();
            return new GraphException(kind, said, Integer.parseInt(place.group(1)), failure);
        }
        String message = switch (kind) {
            case TIMEOUT -> "the read took longer than it is allowed to";
            case MEMORY -> "the read needs more memory than it is allowed to have";
            case UNAVAILABLE -> "the graph store is closed";
            case FORBIDDEN -> "the statement asks for something that is not reading the graph";
            case AWAY, INVALID, FAILED -> message(failure);
        };
        return new GraphException(kind, message, failure);
    }

    private static GraphException.Kind kind(Throwable failure, @Nullable Status status) {
        if (outOfMemory(failure)) {
            return GraphException.Kind.MEMORY;
        }
        if (failure instanceof DatabaseShutdownException) {
            return GraphException.Kind.UNAVAILABLE;
        }
        if (status instanceof Status.Transaction transaction) {
            return switch (transaction) {
                case TransactionTimedOut, TransactionTimedOutClientConfiguration -> GraphException.Kind.TIMEOUT;
                // CALL { … } IN TRANSACTIONS inside a transaction; writes are refused anyway.
                case TransactionStartFailed, ForbiddenDueToTransactionType -> GraphException.Kind.INVALID;
                default -> GraphException.Kind.FAILED;
            };
        }
        if (status instanceof Status.General general) {
            return switch (general) {
                case TransactionOutOfMemoryError,
                        TransactionMemoryLimit,
                        MemoryPoolOutOfMemoryError,
                        OutOfMemoryError,
                        StackOverFlowError -> GraphException.Kind.MEMORY;
                case DatabaseUnavailable -> GraphException.Kind.UNAVAILABLE;
                case ForbiddenOnReadOnlyDatabase, WriteOnReadOnlyAccessDatabase -> GraphException.Kind.FORBIDDEN;
                default -> GraphException.Kind.FAILED;
            };
        }
        if (status instanceof Status.Statement statement) {
            return switch (statement) {
                case ExecutionTimeout -> GraphException.Kind.TIMEOUT;
                case AccessMode, NotSystemDatabaseError, UnsupportedAdministrationCommand ->
                    GraphException.Kind.FORBIDDEN;
                case ExecutionFailed, RemoteExecutionFailed -> GraphException.Kind.FAILED;
                default -> GraphException.Kind.INVALID;
            };
        }
        if (status instanceof Status.Security) {
            return GraphException.Kind.FORBIDDEN;
        }
        if (status instanceof Status.Procedure) {
            return GraphException.Kind.INVALID;
        }
        return GraphException.Kind.FAILED;
    }

    /** Neo4j bounds what rows take, not what one text or list takes: then the heap does. */
    private static boolean outOfMemory(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof OutOfMemoryError
                    || cause instanceof StackOverflowError
                    // A text doubled past the longest there is.
                    || cause instanceof NegativeArraySizeException) {
                return true;
            }
        }
        return false;
    }

    /** The innermost code: the outer exceptions of a query carry a general one. */
    private static @Nullable Status status(Throwable failure) {
        Status found = null;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof Status.HasStatus known) {
                found = known.status();
            }
        }
        return found;
    }

    /** Why reading or writing a store failed: what the system says if it was a file, else the innermost message. */
    static String reason(Throwable failure) {
        String reason = null;
        Throwable root = failure;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            root = cause;
            if (cause instanceof OutOfMemoryError && message(cause).contains("native thread")) {
                return "the system gives this process no more threads; allow it more (ulimit -u, or the limit of its"
                        + " container)";
            } else if (cause instanceof OutOfMemoryError) {
                return "not enough memory (" + cause.getMessage() + "); give the program more: java -Xmx…";
            } else if (cause instanceof IOException) {
                reason = message(cause);
            }
        }
        String said = reason == null ? message(root) : reason;
        return said.endsWith("Too many open files") ? said + "; allow this process more: ulimit -n 4096" : said;
    }

    private static String message(Throwable failure) {
        String message = failure.getMessage();
        return message == null ? failure.getClass().getSimpleName() : message;
    }
}
