package uk.middletier.query;

/** Why a file is no saved query: the message names file, line and what would do. */
public final class QueryProblem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int line;

    QueryProblem(int line, String message) {
        super(message);
        this.line = line;
    }

    /** From 1; 0 if it is about the file as a whole. */
    public int line() {
        return line;
    }
}
