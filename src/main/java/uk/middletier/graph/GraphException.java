package uk.middletier.graph;

import java.util.OptionalInt;

/** A read or a write of the graph that failed, with whose fault it is. */
public final class GraphException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final int NOWHERE = -1;

    /** Why it failed. */
    public enum Kind {
        /** It ran longer than it was allowed to. */
        TIMEOUT,
        /** It wanted more memory than a read may have. */
        MEMORY,
        /** The statement is not Cypher, or not allowed. */
        INVALID,
        /** The statement would do more than read. */
        FORBIDDEN,
        /** The store is closed, locked by another process, or cannot be read. */
        UNAVAILABLE,
        /** The server that holds the store cannot be reached, or does not let us in. */
        AWAY,
        /** Anything else. */
        FAILED
    }

    private final Kind kind;

    private final int offset;

    public GraphException(Kind kind, String message) {
        super(message);
        this.kind = kind;
        this.offset = NOWHERE;
    }

    public GraphException(Kind kind, String message, Throwable cause) {
        this(kind, message, NOWHERE, cause);
    }

    GraphException(Kind kind, String message, int offset, Throwable cause) {
        super(message, cause);
        this.kind = kind;
        this.offset = offset;
    }

    /** Where in the statement it failed: characters before that place, or nothing if that cannot be told. */
    public OptionalInt offset() {
        return offset == NOWHERE ? OptionalInt.empty() : OptionalInt.of(offset);
    }

    /** The same of a statement without so many characters at its beginning. */
    GraphException before(int characters) {
        return offset == NOWHERE
                ? this
                : new GraphException(kind, String.valueOf(getMessage()), Math.max(0, offset - characters), this);
    }

    public Kind kind() {
        return kind;
    }
}
