package uk.middletier.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.TreeMap;

/** A difference as somebody who keeps a graph would apply it. */
public final class GraphPatch {
    private GraphPatch() {}

    /** The {@code data} of a graph, of a difference, and of the graph it must give. */
    public static void assertLeadsTo(JsonNode graph, JsonNode difference, JsonNode expected, String name) {
        for (String part : new String[] {"nodes", "edges"}) {
            Map<String, JsonNode> patched = byId(graph.get(part));
            difference
                    .at("/removed/" + part)
                    .forEach(id -> assertThat(patched.remove(id.asText()))
                            .as(name + ": removed " + id)
                            .isNotNull());
            difference
                    .at("/added/" + part)
                    .forEach(each -> assertThat(patched.put(each.get("id").asText(), each))
                            .as(name + ": added " + each)
                            .isNull());
            difference
                    .at("/changed/" + part)
                    .forEach(each -> assertThat(patched.put(each.get("id").asText(), each))
                            .as(name + ": changed " + each)
                            .isNotNull()
                            .isNotEqualTo(each));
            assertThat(patched).as(name + ": " + part).isEqualTo(byId(expected.get(part)));
        }
    }

    private static Map<String, JsonNode> byId(JsonNode all) {
        Map<String, JsonNode> byId = new TreeMap<>();
        all.forEach(each -> byId.put(each.get("id").asText(), each));
        return byId;
    }
}
