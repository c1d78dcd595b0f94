package uk.middletier.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import uk.middletier.model.NodeRow;
import uk.middletier.model.RelationshipRow;

@ExtendWith(SmallGraph.class)
class BulkWriterIT {
    private static final NodeRow SCHOOL = SmallGraph.NODES.get(2);

    @TempDir
    private Path folder;

    @Test
    void relationshipToAnUnknownNode_isNamed() {
        assertRefused(
                SmallGraph.NODES,
                List.of(new RelationshipRow("school:100000", "IN_AREA", "la:999", Map.of())),
                "relationship (school:100000)-[IN_AREA]->(la:999) has an unknown end: la:999");
    }

    @Test
    void relationshipFromAnUnknownNode_isNamed() {
        assertRefused(
                SmallGraph.NODES,
                List.of(new RelationshipRow("school:1", "IN_AREA", "la:203", Map.of())),
                "has an unknown end: school:1");
    }

    @Test
    void idGivenTwice_isNamed() {
        assertRefused(List.of(SCHOOL, SCHOOL), List.of(), "two nodes have the id school:100000");
    }

    @Test
    void nodeWithoutLabel_isNamed() {
        assertRefused(List.of(new NodeRow("x:1", List.of(), Map.of())), List.of(), "node x:1 has no label");
    }

    @Test
    void idAmongTheProperties_isNamed() {
        assertRefused(
                List.of(new NodeRow("x:1", List.of("X"), Map.of("id", "x:2"))), List.of(), "node x:1 has a second id");
    }

    @Test
    void valueThatIsNotStored_isNamed() {
        assertRefused(
                List.of(new NodeRow("x:1", List.of("X"), Map.of("year", 2020))),
                List.of(),
                "x:1: property year is of a type that is not stored: java.lang.Integer");
    }

    @Test
    void whatTheRowsThrow_comesOutAsItIs() {
        Iterable<NodeRow> failing = () -> new Iterator<>() {
            @Override
            public boolean hasNext() {
                return true;
            }

            @Override
            public NodeRow next() {
                throw new IllegalStateException("the file ends in the middle");
            }
        };
        assertThatThrownBy(() -> writer("failing").write(failing, List.of()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the file ends in the middle");
    }

    @Test
    void storeIsNeverWrittenOver() {
        Path copy = SmallGraph.copyTo(folder.resolve("store"));
        assertThatThrownBy(() -> new BulkWriter(copy, StoreOptions.DEFAULT).write(List.of(), List.of()))
                .hasMessageContaining("there is a graph store in " + copy + " already");
    }

    @Test
    void checksumTellsContentAndNotOrder(EmbeddedGraphStore store) {
        List<NodeRow> nodes = new ArrayList<>(SmallGraph.NODES);
        List<RelationshipRow> relationships = new ArrayList<>(SmallGraph.RELATIONSHIPS);
        Collections.reverse(nodes);
        Collections.reverse(relationships);
        assertThat(checksum("reversed", nodes, relationships))
                .matches("[0-9a-f]{64}")
                .isEqualTo(ContentChecksum.of(store));

        relationships.set(
                0, new RelationshipRow("school:100000", "SUCCEEDED_BY", "school:137000", Map.of("kind", "merged")));
        assertThat(checksum("changed", nodes, relationships)).isNotEqualTo(ContentChecksum.of(store));
    }

    @Test
    void wholeGraphPassesItsChecks(EmbeddedGraphStore store) {
        GraphCheck.run(
                store,
                new GraphCounts(
                        5,
                        4,
                        Map.of("Body", 2L, "Area", 1L, "LocalAuthority", 1L, "MultiAcademyTrust", 1L, "School", 3L),
                        Map.of("GOVERNED_BY", 3L, "SUCCEEDED_BY", 1L)));
    }

    @Test
    void brokenGraphFailsItsChecksWithSamples() {
        LocalDate day = LocalDate.of(2010, 9, 1);
        List<NodeRow> nodes = new ArrayList<>(SmallGraph.NODES);
        nodes.add(SmallGraph.school(1, "Ungoverned", "academy", day, null));
        List<RelationshipRow> relationships = new ArrayList<>(SmallGraph.RELATIONSHIPS);
        relationships.add(SmallGraph.governed("school:100001", "trust:4782", day, null));
        relationships.add(new RelationshipRow("school:100000", "MEMBER_OF", "la:203", Map.of("from", day, "to", day)));
        Path store = folder.resolve("broken");
        GraphCounts written = new BulkWriter(store, StoreOptions.DEFAULT).write(nodes, relationships);
        assertThat(written.relationshipsByType()).containsEntry("GOVERNED_BY", 4L);
        try (EmbeddedGraphStore broken = EmbeddedGraphStore.open(store, StoreOptions.DEFAULT)) {
            GraphCounts wrong = new GraphCounts(0, 0, written.nodesByLabel(), Map.of("GOVERNED_BY", 9L));
            assertThatThrownBy(() -> GraphCheck.run(broken, wrong))
                    .isInstanceOfSatisfying(
                            GraphCheckException.class,
                            e -> assertThat(e.failures())
                                    .containsExactly(
                                            "relationships by type: written {GOVERNED_BY=9},"
                                                    + " found {GOVERNED_BY=4, MEMBER_OF=1, SUCCEEDED_BY=1}",
                                            "intervals without a day: 1, such as"
                                                    + " school:100000 MEMBER_OF la:203 from 2010-09-01 to 2010-09-01",
                                            "schools governed by two bodies on one day: 1, such as"
                                                    + " school:100001 [, ) [2010-09-01, )",
                                            "state-funded schools governed by nobody on a day they were open: 1, such as"
                                                    + " school:1 open [2010-09-01, ) but "));
        }
    }

    private void assertRefused(List<NodeRow> nodes, List<RelationshipRow> relationships, String message) {
        assertThatThrownBy(() -> writer("refused").write(nodes, relationships))
                .isInstanceOfSatisfying(
                        GraphException.class, e -> assertThat(e.kind()).isEqualTo(GraphException.Kind.INVALID))
                .hasMessageContaining(message);
    }

    private String checksum(String name, List<NodeRow> nodes, List<RelationshipRow> relationships) {
        writer(name).write(nodes, relationships);
        try (EmbeddedGraphStore store = EmbeddedGraphStore.open(folder.resolve(name), StoreOptions.DEFAULT)) {
            return ContentChecksum.of(store);
        }
    }

    private BulkWriter writer(String name) {
        return new BulkWriter(folder.resolve(name), StoreOptions.DEFAULT);
    }
}
