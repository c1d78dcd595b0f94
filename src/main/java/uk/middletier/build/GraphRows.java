package uk.middletier.build;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import uk.middletier.dataset.Source;
import uk.middletier.model.NodeRow;
import uk.middletier.model.RelationshipRow;

/**
 * A graph, ready to be written.
 *
 * @param nodes may be gone through any number of times; made anew each time, so that they are never all in memory
 * @param relationships each between two of the nodes
 * @param rows rows read of each source
 * @param extractDate the day up to which the record speaks
 * @param firstDate the earliest day on which anything is known to have changed
 */
public record GraphRows(
        Iterable<NodeRow> nodes,
        List<RelationshipRow> relationships,
        Map<Source, Long> rows,
        LocalDate extractDate,
        LocalDate firstDate) {}
