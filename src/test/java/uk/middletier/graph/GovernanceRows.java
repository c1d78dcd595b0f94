package uk.middletier.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.middletier.model.Labels;
import uk.middletier.model.NodeRow;
import uk.middletier.model.Properties;
import uk.middletier.model.RelationshipRow;
import uk.middletier.model.Relationships;

/** The check of who governs each school on each day, on rows that are in no store yet. */
public final class GovernanceRows {
    private static final Map<String, Integer> PLACES =
            ListedRow.places(List.of("school", "stateFunded", "everOpen", "from", "to", "spells"));

    private GovernanceRows() {}

    /** What is wrong; nothing if all is well. */
    public static List<String> check(Iterable<NodeRow> nodes, List<RelationshipRow> relationships) {
        Map<String, List<@Nullable Object>> spells = new HashMap<>();
        for (RelationshipRow row : relationships) {
            if (row.type().equals(Relationships.GOVERNED_BY)) {
                spells.computeIfAbsent(row.from(), none -> new ArrayList<>())
                        .add(Arrays.asList(
                                row.properties().get(Properties.FROM),
                                row.properties().get(Properties.TO)));
            }
        }
        GovernanceCheck check = new GovernanceCheck();
        for (NodeRow node : nodes) {
            if (node.labels().contains(Labels.SCHOOL)) {
                Map<String, Object> of = node.properties();
                check.school(new ListedRow(
                        PLACES,
                        Arrays.asList(
                                node.id(),
                                of.get("stateFunded"),
                                of.get("everOpen"),
                                of.get(Properties.FROM),
                                of.get(Properties.TO),
                                spells.getOrDefault(node.id(), List.of()))));
            }
        }
        List<String> failures = new ArrayList<>();
        check.reportTo(failures);
        return failures;
    }
}
