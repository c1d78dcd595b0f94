package uk.middletier.graph;

import java.util.List;

/** A fresh graph that is not what it is meant to be; it must not be published. */
public final class GraphCheckException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<String> failures;

    GraphCheckException(List<String> failures) {
        super("the graph fails " + failures.size() + (failures.size() == 1 ? " check: " : " checks: ")
                + String.join("; ", failures));
        this.failures = List.copyOf(failures);
    }

    /** One sentence per failed check, with samples of what failed it. */
    public List<String> failures() {
        return failures;
    }
}
