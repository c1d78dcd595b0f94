package uk.middletier.graph;

/** A read or a write of the graph that failed, with whose fault it is. */
public final class GraphException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Why it failed. */
    public enum Kind {
        /** It ran longer than it was allowed to. */
        TIMEOUT,
        /** It wanted more memory than a read may have. */
        MEMORY,
        /** The statement is not Cypher, or not allowed. */
        INVALID,
        /** The store is closed, locked by another process, or cannot be read. */
        UNAVAILABLE,
        /** Anything else. */
        FAILED
    }

    private final Kind kind;

    public GraphException(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    public GraphException(Kind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
