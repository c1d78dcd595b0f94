package uk.middletier.query;

/** A statement that would do more than read the graph. */
public final class ForbiddenStatement extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ForbiddenStatement(String message) {
        super(message);
    }
}
