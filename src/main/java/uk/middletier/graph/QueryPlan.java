package uk.middletier.graph;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a statement would do, found out without running it.
 *
 * @param effect what it would change
 * @param columns names of its columns in order
 * @param root the last step; its children feed it
 */
public record QueryPlan(Effect effect, List<String> columns, Step root) {
    /** What a statement would change, by Neo4j's own reckoning; a procedure may still do more than it says. */
    public enum Effect {
        READ,
        WRITE,
        SCHEMA,
        /** Administration: databases, users, transactions. */
        ADMINISTRATION
    }

    /**
     * One step of the plan.
     *
     * @param operator such as {@code NodeIndexSeek}
     * @param arguments what Neo4j says of it: details, estimated rows
     */
    public record Step(String operator, Map<String, @Nullable Object> arguments, List<Step> children) {}
}
