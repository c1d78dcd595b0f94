package uk.middletier.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.middletier.graph.BulkWriter;
import uk.middletier.graph.EmbeddedGraphStore;
import uk.middletier.graph.StoreOptions;
import uk.middletier.model.GeoPoint;
import uk.middletier.model.NodeRow;
import uk.middletier.model.RelationshipRow;

/**
 * Five primary schools with what no register holds: an improvement group of three under a challenge, a teaching school, and
 * observations. The first two are a federation, the last two a trust.
 */
final class ChallengeGraph {
    private static final String DATASET = "dataset:observations.csv";

    private final List<NodeRow> nodes = new ArrayList<>();
    private final List<RelationshipRow> relationships = new ArrayList<>();

    private ChallengeGraph() {
        nodes.add(new NodeRow(DATASET, List.of("Dataset"), new HashMap<>(Map.of("file", "observations.csv"))));
        area("region:E12000007", "Region", "London");
        area("region:E12000006", "Region", "East of England");
        area("la:203", "LocalAuthority", "Greenwich");
        area("la:823", "LocalAuthority", "Central Bedfordshire");
        relate("la:203", "IN_AREA", "region:E12000007", Map.of());
        relate("la:823", "IN_AREA", "region:E12000006", Map.of());
        body("group:a", "ImprovementGroup", "Group A", "soft");
        body("federation:1", "Federation", "The Hills Federation", "hard-governance");
        body("trust:1", "MultiAcademyTrust", "Harbour Learning Trust", "hard-governance");
        nodes.add(new NodeRow(
                "programme:challenge", List.of("Programme"), new HashMap<>(Map.of("name", "The Challenge"))));
        relate("group:a", "UNDER", "programme:challenge", dates("2011-09-01", null));
        school(100001, "la-maintained", "203", .00, 100, 10, Boolean.FALSE);
        school(100002, "la-maintained", "203", .01, 110, 20, Boolean.FALSE);
        school(100003, "la-maintained", "823", .20, 200, 30, Boolean.TRUE);
        school(100004, "academy", "823", .30, 105, 12, null);
        school(100005, "academy", "823", .31, 205, 32, null);
        for (int urn : new int[] {100001, 100002, 100003}) {
            relate("school:" + urn, "MEMBER_OF", "group:a", dates("2011-09-01", null));
        }
        for (int urn : new int[] {100001, 100002}) {
            relate("school:" + urn, "MEMBER_OF", "federation:1", dates("2012-01-01", null));
        }
        Map<String, Object> designation = dates("2012-04-01", null);
        designation.put("as", "teaching-school");
        relate("school:100001", "DESIGNATED", "programme:challenge", designation);
        observed("programme:challenge", "joint-practice", 63, "percent", "2012-04-01", "2014-04-01");
        observed("programme:challenge", "joint-practice", 91, "percent", "2014-04-01", null);
        observed("school:100001", "ofsted-overall", 2, "grade", "2010-01-01", null);
        observed("school:100002", "ofsted-overall", 4, "grade", "2011-01-01", null);
        double[] outcomes = {60, 58, 70, 63, 74};
        for (int i = 0; i < outcomes.length; i++) {
            observed("school:" + (100001 + i), "ks2", outcomes[i], "percent", "2019-09-01", null);
        }
    }

    /** Written and opened in a new folder; takes seconds. */
    static EmbeddedGraphStore open() {
        ChallengeGraph graph = new ChallengeGraph();
        try {
            Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "challenge-graph-")
                    .resolve("store");
            new BulkWriter(folder, StoreOptions.DEFAULT).write(graph.nodes, graph.relationships);
            return EmbeddedGraphStore.open(folder, StoreOptions.DEFAULT);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void area(String id, String label, String name) {
        boolean authority = label.equals("LocalAuthority");
        nodes.add(new NodeRow(
                id,
                authority ? List.of("Body", "Area", label) : List.of("Area", label),
                new HashMap<>(Map.of("name", name, "kind", label, "code", id.substring(id.indexOf(':') + 1)))));
    }

    private void body(String id, String kind, String name, String formality) {
        nodes.add(new NodeRow(
                id,
                List.of("Body", kind),
                new HashMap<>(Map.of("name", name, "kind", kind, "formality", formality, "everOpen", true))));
    }

    private void school(
            long urn,
            String group,
            String authority,
            double longitude,
            long pupils,
            double fsm,
            @Nullable Boolean rural) {
        boolean academy = group.equals("academy");
        Map<String, Object> properties = new HashMap<>(Map.of(
                "urn",
                urn,
                "name",
                "School " + urn,
                "type",
                academy ? "Academy converter" : "Voluntary aided school",
                "group",
                group,
                "phase",
                "Primary",
                "stateFunded",
                true,
                "everOpen",
                true,
                "lineage",
                "lineage:" + urn,
                "pupils",
                pupils,
                "fsmPercent",
                fsm));
        properties.put("location", new GeoPoint(longitude, 51.5));
        properties.put("religiousCharacter", academy ? "None" : "Roman Catholic");
        if (rural != null) {
            properties.put("rural", rural);
        }
        nodes.add(new NodeRow("school:" + urn, List.of("School"), properties));
        relate("school:" + urn, "IN_AREA", "la:" + authority, Map.of());
        relate("school:" + urn, "GOVERNED_BY", academy ? "trust:1" : "la:" + authority, Map.of());
    }

    private void observed(String subject, String measure, double value, String unit, String from, @Nullable String to) {
        Map<String, Object> properties = dates(from, to);
        properties.putAll(Map.of("measure", measure, "value", value, "text", String.valueOf(value), "unit", unit));
        relate(subject, "OBSERVED", DATASET, properties);
    }

    private void relate(String from, String type, String to, Map<String, Object> properties) {
        relationships.add(new RelationshipRow(from, type, to, properties));
    }

    private static Map<String, Object> dates(String from, @Nullable String to) {
        Map<String, Object> properties = new HashMap<>();
        properties.put("from", LocalDate.parse(from));
        if (to != null) {
            properties.put("to", LocalDate.parse(to));
        }
        return properties;
    }
}
