package uk.middletier.graph;

import java.time.Duration;
import uk.middletier.cypher.Statement;

/** What answers statements with rows. Safe for use by many threads. */
public interface RowSource {
    /**
     * Runs a statement in a read of its own and returns once its first row is in hand, so that what fails at once fails
     * here.
     *
     * @param timeout how long the whole may take, reading included
     * @return rows to be closed by the caller, from the thread that reads them
     * @throws GraphException with a kind that says whose fault it is: timeout, memory, invalid statement, unavailable
     */
    Rows read(Statement statement, Duration timeout);
}
